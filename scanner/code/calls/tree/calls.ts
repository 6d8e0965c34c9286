import type { SdkOperation } from '../../../../model/sdk-operation.ts';
import { lineStarts, positionAt } from '../../../../model/position.ts';
import { chainTop, receiverOf } from '../../tree/chain.ts';
import type { Grammar } from '../../tree/grammar.ts';
import { calledName, enclosingOf, lastOf, literalOf, nameOf, typeName } from '../../tree/names.ts';
import { syntaxOf, textOf, visitAt, type Node, type Tree } from '../../tree/node.ts';
import { serviceAt } from '../../tree/service.ts';
import { unwrapped } from '../../tree/shapes.ts';
import type { Call } from '../../tree/syntax.ts';
import type { SdkCall } from '../call.ts';
import { ofService, operationsOf, operationWords } from '../operations.ts';
import { isKnown, unknown } from '../value.ts';
import { positionalIn } from './positional.ts';
import { objectNamed } from './resource-object.ts';
import { settingsIn } from './settings.ts';
import { valueOfArgument, type TreeEvaluator } from './value.ts';

export interface TreeLanguage {
  readonly grammar: Grammar;
  /** Requests are made of the arguments of the call, so that a request nobody sees is a call whose resource is not told. */
  readonly untyped: boolean;
}

/** Calls that are told their operation by its name: get_paginator('query'), generate_presigned_url('get_object', …). */
const indirect = /^(?:get_paginator|generate_presigned_url|get_waiter|presigned_url|getCommand)$/;
const otherWords = /^(?:paginate|batch_writer|get_paginator|generate_presigned_url|get_waiter|presigned_url|getCommand)$/;

/** Every call of an AWS SDK in a tree whose request names a resource. */
export function callsIn(tree: Tree, { grammar, untyped }: TreeLanguage, evaluate: TreeEvaluator): SdkCall[] {
  const calls: SdkCall[] = [];
  const starts = lineStarts(tree.text);
  const told: { readonly extent: Node; readonly found: readonly Found[] }[] = [];
  visitAt(tree.root, operationWords(tree.text, (word) => otherWords.test(word)), (node) => {
    if (grammar.isTest?.(node) === true) return;
    const candidate = candidateAt(node, { grammar, evaluate });
    const found = candidate === undefined ? [] : resourcesOf(node, candidate, { grammar, evaluate, untyped });
    if (found.length === 0) return;
    // The request inside of a call says again what the call says.
    const outer = told.findLast(({ extent }) => extent.from <= node.from && node.to <= extent.to);
    const more = found.filter(({ operation, to }) => outer?.found.some((before) => before.operation.name === operation.name && (before.to === to || !isKnown(to))) !== true);
    told.push({ extent: chainTop(node), found });
    const { line } = positionAt(starts, node.from);
    calls.push(...more.map((call) => ({ ...call, line, within: enclosingOf(node) })));
  });
  return calls;
}

interface Place {
  readonly grammar: Grammar;
  readonly evaluate: TreeEvaluator;
}

interface Candidate {
  readonly operations: readonly SdkOperation[];
  readonly certain: boolean;
  readonly call: Call | undefined;
}

function candidateAt(node: Node, place: Place): Candidate | undefined {
  const syntax = syntaxOf(node);
  if (syntax?.is === 'collection') {
    const name = syntax.type && typeName(syntax.type);
    return name === undefined ? undefined : candidate(node, operationsOf(lastOf(name)), { ...place, call: undefined });
  }
  if (syntax?.is !== 'call') return undefined;
  const name = calledName(syntax);
  if (name === undefined) return undefined;
  const word = lastOf(name);
  if (indirect.test(word)) return candidate(node, operationsOf(literalArgument(syntax) ?? ''), { ...place, call: syntax });
  if (word === 'paginate') return paginated(node, syntax, place);
  if (word === 'builder' || word === 'of') return candidate(node, operationsOf(lastOf(name.slice(0, -word.length - 1))), { ...place, call: syntax });
  const operations = word === 'batch_writer' ? operationsOf('batch_write_item') : operationsOf(word);
  return candidate(node, operations, { ...place, call: syntax });
}

function candidate(node: Node, operations: readonly SdkOperation[], { grammar, call }: Place & { readonly call: Call | undefined }): Candidate | undefined {
  if (operations.length === 0) return undefined;
  const service = serviceAt(node, grammar);
  const own = ofService(operations, service);
  const [first] = own;
  return first === undefined ? undefined : { operations: own, certain: service !== undefined || bringsIn(node.tree.text, first.service), call };
}

const importing = new Map<string, RegExp>();

/** Whether a file imports something of a service. */
function bringsIn(text: string, service: string): boolean {
  let pattern = importing.get(service);
  if (pattern === undefined) {
    pattern = new RegExp(`^[ \\t]{0,20}(?:import|using|use|from|require|"github)[^\\n]{0,200}?[/.:\\\\'"_ -]${service.replaceAll('-', '[-_]?')}`, 'im');
    importing.set(service, pattern);
  }
  return pattern.test(text.slice(0, 30_000));
}

function literalArgument(call: Call): string | undefined {
  const first = call.arguments[0];
  return first && literalOf(valueOfArgument(first));
}

/** `client.get_paginator('query').paginate(TableName=…)`, whether in one expression or two. */
function paginated(node: Node, call: Call, place: Place): Candidate | undefined {
  const receiver = receiverOf(call);
  const made = receiver && place.evaluate.settled(receiver);
  const inner = made && syntaxOf(made);
  return inner?.is === 'call' && calledName(inner)?.endsWith('get_paginator') === true ? candidate(node, operationsOf(literalArgument(inner) ?? ''), { ...place, call }) : undefined;
}

type Found = Omit<SdkCall, 'line' | 'within'>;

function resourcesOf(node: Node, { operations, certain, call }: Candidate, { grammar, evaluate, untyped }: Place & { readonly untyped: boolean }): Found[] {
  for (const operation of operations) {
    const found = settingsIn(chainTop(node), operation, evaluate).map((setting): Found => ({ operation, ...setting, certain }));
    if (found.length > 0) return found;
  }
  if (call === undefined || indirect.test(lastOf(calledName(call) ?? ''))) return [];
  const [operation] = operations as readonly [SdkOperation];
  const object = objectNamed(call, operations, { grammar, evaluate });
  if (object !== undefined) return [{ certain: true, ...object }];
  if (certain) {
    const positional = positionalIn(call, operation, evaluate);
    if (positional !== undefined) return [{ operation, certain, ...positional }];
  }
  const [parameter] = operation.parameters;
  const opaque = certain && untyped ? call.arguments.find(isOpaque) : undefined;
  return parameter === undefined || opaque === undefined ? [] : [{ operation, type: parameter.type, parameter: parameter.path, to: unknown(textOf(opaque)), certain }];
}

/** A request that is not written out where it is used: **kwargs, params. */
function isOpaque(argument: Node): boolean {
  const syntax = syntaxOf(argument);
  if (syntax?.is === 'pair') return false;
  return /splat|spread/.test(argument.type) || (nameOf(unwrapped(argument)) !== undefined && syntax?.is === 'name');
}
