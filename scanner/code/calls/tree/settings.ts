import type { SdkOperation } from '../../../../model/sdk-operation.ts';
import { bareName, calledName, lastOf, nameOf } from '../../tree/names.ts';
import { partsOf, syntaxOf, type Node } from '../../tree/node.ts';
import { unwrapped } from '../../tree/shapes.ts';
import { isKnown } from '../value.ts';
import { descendants, type TreeEvaluator } from './value.ts';

/** What a request says of a resource. */
export interface Setting {
  readonly type: string;
  readonly parameter: string;
  readonly to: string;
}

/** Nodes of one request. */
const nodeLimit = 1_500;

/**
 * The members of a request that name a resource, however the language writes requests: named arguments, entries of maps and structs,
 * assignments in a block, calls of a builder. Names that stand for a whole request are followed.
 */
export function settingsIn(extent: Node, { parameters }: SdkOperation, evaluate: TreeEvaluator): Setting[] {
  const wanted = new Map(parameters.map((parameter) => [lettersOf(lastOf(parameter.path.replace(/\[\]|\{\}/g, ''))), parameter]));
  // The SDK for .NET says BucketName.
  const bucket = wanted.get('bucket');
  if (bucket !== undefined) wanted.set('bucketname', bucket);
  const found: Setting[] = [];
  for (const node of [extent, ...requestsIn(extent, evaluate)].flatMap((each) => descendants(each, nodeLimit))) {
    const set = settingAt(node);
    const parameter = set && wanted.get(lettersOf(set.name));
    if (set === undefined || parameter === undefined) continue;
    const texts = parameter.path.endsWith('{}') ? keysOf(evaluate.settled(set.value), evaluate) : parameter.path.endsWith('[]') ? elementsOf(evaluate.settled(set.value), evaluate) : [evaluate.text(set.value)];
    for (const text of texts) {
      const to = parameter.path === 'CopySource' ? text.replace(/^\//, '').replace(/\/[\s\S]*$/, '') : text;
      found.push({ type: parameter.type, parameter: parameter.path, to });
    }
  }
  return [...new Map(found.map((each) => [`${each.type} ${each.to}`, each])).values()];
}

const lettersOf = (name: string): string => name.replace(/^(?:with|set_?)(?=[A-Z_a-z])/, '').replaceAll('_', '').toLowerCase();

function settingAt(node: Node): { readonly name: string; readonly value: Node } | undefined {
  const syntax = syntaxOf(node);
  if (syntax?.is === 'pair') {
    const name = nameOf(syntax.key);
    return name === undefined || syntax.value === undefined ? undefined : { name, value: unwrapped(syntax.value) };
  }
  if (syntax?.is === 'assignment') {
    const target = syntax.target && (syntaxOf(syntax.target)?.is === 'member' || syntaxOf(syntax.target)?.is === 'name') ? nameOf(syntax.target) : undefined;
    return target === undefined || syntax.value === undefined || syntax.declares ? undefined : { name: lastOf(target), value: unwrapped(syntax.value) };
  }
  if (syntax?.is !== 'call') return undefined;
  const name = calledName(syntax);
  const [value, ...more] = syntax.arguments;
  return name === undefined || value === undefined || more.length > 0 ? undefined : { name: lastOf(name), value: unwrapped(value) };
}

/** Objects that arguments name: params of client.put_item(**params). */
function requestsIn(extent: Node, evaluate: TreeEvaluator): Node[] {
  const call = syntaxOf(extent);
  if (call?.is !== 'call') return [];
  return call.arguments.slice(0, 12).flatMap((argument) => {
    if (syntaxOf(argument)?.is === 'pair') return [];
    const name = syntaxOf(unwrapped(argument))?.is === 'name' ? unwrapped(argument) : /splat|spread/.test(argument.type) ? partsOf(argument)[0] : undefined;
    const settled = name && evaluate.settled(name);
    const is = settled && syntaxOf(settled)?.is;
    return settled !== undefined && settled !== name && (is === 'collection' || is === 'call') ? [settled] : [];
  });
}

/** Keys of a map. */
function keysOf(node: Node, evaluate: TreeEvaluator): string[] {
  const syntax = syntaxOf(node);
  if (syntax?.is !== 'collection') return [];
  return syntax.items.slice(0, 25).flatMap((item) => {
    const pair = syntaxOf(item);
    if (pair?.is !== 'pair' || pair.key === undefined) return [];
    return pair.named === true ? bareName(pair.key) : evaluate.text(pair.key);
  });
}

/** Elements of a list; what is no list names one. */
function elementsOf(node: Node, evaluate: TreeEvaluator): string[] {
  const syntax = syntaxOf(node);
  return syntax?.is === 'collection' ? syntax.items.slice(0, 25).map((item) => evaluate.text(item)) : [evaluate.text(node)].filter(isKnown);
}
