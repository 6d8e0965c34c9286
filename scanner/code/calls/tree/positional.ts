import type { SdkOperation } from '../../../../model/sdk-operation.ts';
import { calledName, lastOf } from '../../tree/names.ts';
import { syntaxOf } from '../../tree/node.ts';
import type { Call } from '../../tree/syntax.ts';
import { isKnown } from '../value.ts';
import type { Setting } from './settings.ts';
import { valueOfArgument, type TreeEvaluator } from './value.ts';

/** Methods that take what is transferred before the bucket. */
const second = /^(?:upload_file|upload_fileobj|download_blob|uploadFile)$/;
/** Requests whose first member is the resource, in methods and constructors that take members side by side. */
const resourceFirst: ReadonlySet<string> = new Set(['s3', 'dynamodb', 'sqs', 'sns']);

/** The resource of a call that is told the members of its request one after the other: s3.getObject(bucket, key), upload_file(path, bucket, key). */
export function positionalIn(call: Call, { service, parameters }: SdkOperation, evaluate: TreeEvaluator): Setting | undefined {
  const [parameter] = parameters;
  if (!resourceFirst.has(service) || parameter === undefined) return undefined;
  const index = second.test(lastOf(calledName(call) ?? '')) ? 1 : 0;
  const argument = call.arguments[index];
  if (argument === undefined || syntaxOf(argument)?.is === 'pair') return undefined;
  const value = valueOfArgument(argument);
  const is = syntaxOf(evaluate.settled(value))?.is;
  const isRequest = call.arguments.length === 1 && (is === undefined || is === 'call' || is === 'collection' || is === 'name' || is === 'function' || is === 'member');
  const text = evaluate.text(value);
  if (!isKnown(text) && !/client|s3|dynamo|db|sqs|sns|aws/i.test(calledName(call) ?? '')) return undefined;
  if ((isRequest && !text.includes('${env:')) || is === 'collection' || is === 'function') return undefined;
  return { type: parameter.type, parameter: parameter.path, to: text };
}
