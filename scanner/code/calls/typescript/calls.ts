import { ts } from '../../typescript/compiler.cjs';
import { sdkOperations, type SdkOperation } from '../../../../model/sdk-operation.ts';
import { dottedName, enclosingOf } from '../../typescript/names.ts';
import { importedBy, lookup } from '../../typescript/scope.ts';
import { visitAt } from '../../typescript/tree.ts';
import type { SdkCall } from '../call.ts';
import { documentOperation, ofService, operationsOf, operationWords } from '../operations.ts';
import { unknown } from '../value.ts';
import { namedIn } from './parameters.ts';
import { unwrapped, type Evaluator, type Expression, type SourceFile } from './value.ts';

/** What an expression calls, before its request is read. */
interface Candidate {
  readonly operations: readonly SdkOperation[];
  readonly request: ts.Expression | undefined;
  /** The file shows that it is the SDK's. */
  readonly certain: boolean;
}

const otherWords = /^(?:get|put|update|delete|query|scan|batchGet|batchWrite|transactGet|transactWrite|Get|Put|Update|Delete|Query|Scan|BatchGet|BatchWrite|TransactGet|TransactWrite)(?:Command)?$|^Upload$|^getSignedUrl(?:Promise)?$|^getSecret$/;
const sdkModule = /^(?:aws-sdk(?:\/|$)|@aws-sdk\/|@aws-lambda-powertools\/|aws-xray-sdk)/;

/** Every call of an AWS SDK in a file whose request names a resource. */
export function callsIn(file: SourceFile, evaluate: Evaluator): SdkCall[] {
  const { tree } = file;
  const calls: SdkCall[] = [];
  visitAt(tree, operationWords(tree.text, (word) => otherWords.test(word)), (node) => {
    const found = ts.isNewExpression(node) ? constructed(node, file, evaluate) : ts.isCallExpression(node) ? called(node, file, evaluate) : undefined;
    if (found === undefined || found.operations.length === 0) return;
    const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
    calls.push(...resourcesOf(found, { node, file, evaluate }).map((call) => ({ ...call, line, certain: found.certain, within: enclosingOf(node) })));
  });
  return calls;
}

interface Place {
  readonly node: ts.Node;
  readonly file: SourceFile;
  readonly evaluate: Evaluator;
}

function resourcesOf({ operations, request, certain }: Candidate, { node, file, evaluate }: Place): Omit<SdkCall, 'line' | 'certain' | 'within'>[] {
  const [first] = operations as readonly [SdkOperation];
  const named = request === undefined ? undefined : namedIn({ node: request, at: node, file }, operations, evaluate);
  if (named !== undefined) return named.map(({ path, ...rest }) => ({ ...rest, to: path === 'CopySource' ? rest.to.replace(/^\//, '').replace(/\/[\s\S]*$/, '') : rest.to, parameter: path }));
  const [parameter] = first.parameters;
  if (!certain || request === undefined || parameter === undefined) return [];
  return [{ operation: first, type: parameter.type, parameter: parameter.path, to: unknown(file.tree.text.slice(request.getStart(file.tree), request.end)) }];
}

/** `new GetItemCommand({…})`, `new Upload({ params })`. */
function constructed(node: ts.NewExpression, file: SourceFile, evaluate: Evaluator): Candidate | undefined {
  const { expression, arguments: given = [] } = node;
  const name = dottedName(expression);
  const last = name?.slice(name.lastIndexOf('.') + 1);
  if (name === undefined || last === undefined) return undefined;
  const module = moduleOf(node, name);
  const [request] = given;
  if (last === 'Upload' && module === '@aws-sdk/lib-storage' && request !== undefined) {
    const params = evaluate.member({ node: request, at: node, file }, 'params');
    return params && { operations: sdkOperations('PutObject'), request: params.node, certain: true };
  }
  if (!last.endsWith('Command') || (module !== undefined && !sdkModule.test(module))) return undefined;
  if (module === '@aws-sdk/lib-dynamodb') return { operations: documentOperation(last), request, certain: true };
  const client = /^@aws-sdk\/client-([a-z0-9-]+)$/.exec(module ?? '')?.[1];
  return { operations: ofService(operationsOf(last), client), request, certain: module !== undefined };
}

/** `client.getItem({…})`, `documents.get({…})`, `s3.getSignedUrl('getObject', {…})`, `paginateQuery({ client }, {…})`. */
function called(node: ts.CallExpression, file: SourceFile, evaluate: Evaluator): Candidate | undefined {
  const { expression, arguments: given } = node;
  const [first, second] = given;
  if (ts.isIdentifier(expression)) {
    const module = moduleOf(node, expression.text);
    if (module === undefined || !sdkModule.test(module)) return undefined;
    const isPaged = expression.text.startsWith('paginate') || expression.text === 'createPresignedPost';
    return isPaged ? { operations: operationsOf(expression.text), request: second, certain: true } : undefined;
  }
  if (!ts.isPropertyAccessExpression(expression) || first === undefined) return undefined;
  const word = expression.name.text;
  const receiver = receiverOf({ node: expression.expression, at: node, file }, evaluate);
  if (receiver.kind === 'own') return undefined;
  const certain = receiver.kind === 'sdk';
  if (/^getSignedUrl(?:Promise)?$/.test(word)) return ts.isStringLiteralLike(first) ? { operations: operationsOf(first.text), request: second, certain } : undefined;
  if (!isRequest(unwrapped(first))) return undefined;
  const operations = ofService(operationsOf(word), receiver.service);
  if (operations.length > 0) return { operations, request: first, certain };
  const documents = receiver.service === undefined || receiver.service === 'dynamodb' ? documentOperation(word) : [];
  return documents.length > 0 ? { operations: documents, request: first, certain: certain && receiver.service === 'dynamodb' } : undefined;
}

/** What can be an object with the members of a request. */
function isRequest(node: ts.Expression): boolean {
  return ts.isObjectLiteralExpression(node) || ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isCallExpression(node);
}

interface Receiver {
  /** A client of the SDK, something of the program's own, or nobody knows. */
  readonly kind: 'sdk' | 'own' | 'unknown';
  readonly service?: string | undefined;
}

function receiverOf(of: Expression, evaluate: Evaluator): Receiver {
  const { node, at } = evaluate.settled(of);
  const made = ts.isNewExpression(node) || ts.isCallExpression(node) ? node : undefined;
  if (made === undefined) return { kind: ts.isClassLike(node) || ts.isObjectLiteralExpression(node) ? 'own' : 'unknown' };
  const name = dottedName(made.expression) ?? '';
  const root = name.split('.', 1)[0] ?? '';
  const declaration = lookup(at, root);
  const module = declaration && importedBy(declaration)?.module;
  if (module !== undefined && !sdkModule.test(module)) {
    // Clients are handed through tracers and caches.
    const wrapped = made.arguments?.find((argument) => ts.isNewExpression(unwrapped(argument)));
    return wrapped === undefined ? { kind: 'unknown' } : receiverOf({ ...of, node: wrapped, at }, evaluate);
  }
  if (module === undefined) return { kind: declaration !== undefined && ts.isNewExpression(made) ? 'own' : root === 'AWS' ? 'sdk' : 'unknown', ...(root === 'AWS' ? { service: serviceIn(name.slice(4)) } : {}) };
  const client = /^(?:@aws-sdk\/client-|aws-sdk\/clients\/)([a-z0-9-]+)$/.exec(module)?.[1];
  if (module === '@aws-sdk/lib-dynamodb') return { kind: 'sdk', service: 'dynamodb' };
  if (/xray|powertools/.test(module)) return made.arguments?.[0] === undefined ? { kind: 'sdk' } : receiverOf({ ...of, node: made.arguments[0], at }, evaluate);
  return { kind: 'sdk', service: client ?? serviceIn(name.slice(name.indexOf('.') + 1)) };
}

const serviceIn = (name: string): string | undefined => (/DocumentClient/.test(name) ? 'dynamodb' : name.split('.', 1)[0]);

function moduleOf(place: ts.Node, name: string): string | undefined {
  const declaration = lookup(place, name.split('.', 1)[0] ?? '');
  return declaration && (importedBy(declaration)?.module ?? '');
}
