import type { SdkOperation } from '../../../../model/sdk-operation.ts';
import { chainRoot, receiverOf } from '../../tree/chain.ts';
import type { Grammar } from '../../tree/grammar.ts';
import { calledName, lastOf, nameOf } from '../../tree/names.ts';
import { syntaxOf, type Node } from '../../tree/node.ts';
import type { Call } from '../../tree/syntax.ts';
import { valueOfArgument, type TreeEvaluator } from './value.ts';

/** Calls that make an object which stands for one resource, by the service whose operations it has. */
const factories: readonly { readonly service: string; readonly name: RegExp; readonly type: string; readonly parameter: string; readonly argument?: number }[] = [
  { service: 'dynamodb', name: /(?:^|\.)(?:Table|Table\.new|DynamoDB\.Table\.new|table)$/, type: 'AWS::DynamoDB::Table', parameter: 'TableName' },
  { service: 'dynamodb', name: /(?:^|\.)Table\.LoadTable$/, type: 'AWS::DynamoDB::Table', parameter: 'TableName', argument: 1 },
  { service: 's3', name: /(?:^|\.)(?:Bucket|Object|ObjectSummary|Bucket\.new|Object\.new|bucket)$/, type: 'AWS::S3::Bucket', parameter: 'Bucket' },
  { service: 'sqs', name: /(?:^|\.)(?:Queue|Queue\.new|queue|get_queue_by_name)$/, type: 'AWS::SQS::Queue', parameter: 'QueueUrl' },
  { service: 'sns', name: /(?:^|\.)(?:Topic|Topic\.new|topic)$/, type: 'AWS::SNS::Topic', parameter: 'TopicArn' },
];
/** Objects between the one that stands for the resource and the method: bucket.Object(key).put(). */
const stepLimit = 4;

export interface Looking {
  readonly grammar: Grammar;
  readonly evaluate: TreeEvaluator;
}

/** The resource that the object stands for whose method is called: table of table.put_item(Item=…). */
export function objectNamed(call: Call, operations: readonly SdkOperation[], { evaluate }: Looking): { readonly operation: SdkOperation; readonly type: string; readonly parameter: string; readonly to: string } | undefined {
  let receiver = receiverOf(call);
  for (let step = 0; receiver !== undefined && step < stepLimit; step += 1) {
    const made: Node = evaluate.settled(receiver);
    const syntax = syntaxOf(made);
    if (syntax?.is === 'member') receiver = syntax.of;
    else if (syntax?.is === 'call') {
      const found = factoryOf(syntax, operations, evaluate);
      if (found !== undefined) return found;
      receiver = receiverOf(syntax) ?? (chainRoot(made) === made ? undefined : chainRoot(made));
    } else return undefined;
  }
  return undefined;
}

function factoryOf(made: Call, operations: readonly SdkOperation[], evaluate: TreeEvaluator): ReturnType<typeof objectNamed> {
  const name = calledName(made);
  if (name === undefined || made.arguments.length === 0) return undefined;
  const operation = operations.find(({ service }) => factories.some((factory) => factory.service === service && factory.name.test(name)));
  const factory = factories.find(({ service, name: pattern }) => service === operation?.service && pattern.test(name));
  if (operation === undefined || factory === undefined) return undefined;
  const named = made.arguments.find((argument) => {
    const pair = syntaxOf(argument);
    return pair?.is === 'pair' && /^(?:name|table_?name|bucket_?name|queue_?name|url|arn)$/i.test(lastOf(nameOf(pair.key) ?? ''));
  });
  const argument = named ?? made.arguments[factory.argument ?? 0];
  return argument === undefined ? undefined : { operation, type: factory.type, parameter: factory.parameter, to: evaluate.text(valueOfArgument(argument)) };
}
