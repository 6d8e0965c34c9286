import { ts } from '../../typescript/compiler.cjs';
import type { SdkOperation } from '../../../../model/sdk-operation.ts';
import { nameOf } from '../../typescript/names.ts';
import { isKnown, unknown } from '../value.ts';
import { unwrapped, type Evaluator, type Expression } from './value.ts';

/** A resource that a request names. */
export interface Named {
  readonly operation: SdkOperation;
  readonly type: string;
  readonly path: string;
  readonly to: string;
}

/** Elements and keys looked at of one request. */
const listLimit = 25;

/**
 * The resources that a request names, of the first operation that fits. A request that is not written out names what the code does not tell;
 * one that is, and lacks the member, names nothing: the operation then acts on something else, or on a default.
 */
export function namedIn(request: Expression, operations: readonly SdkOperation[], evaluate: Evaluator): Named[] | undefined {
  for (const operation of operations) {
    const named = operation.parameters.flatMap(({ path, type }) => valuesAt(request, path.split('.'), evaluate).map((to) => ({ operation, type, path, to })));
    if (named.length > 0) return unique(named);
  }
  return isWritten(evaluate.settled(request), evaluate) ? [] : undefined;
}

/** The same request several times in a list says nothing more. */
function unique(named: readonly Named[]): Named[] {
  return [...new Map(named.map((each) => [`${each.type} ${each.to}`, each])).values()];
}

/** Whether all members of an object are known. */
function isWritten({ node, ...place }: Expression, evaluate: Evaluator): boolean {
  return ts.isObjectLiteralExpression(node) && node.properties.every((property) => !ts.isSpreadAssignment(property) || ts.isObjectLiteralExpression(evaluate.settled({ ...place, node: property.expression }).node));
}

function valuesAt(of: Expression, [step = '', ...rest]: readonly string[], evaluate: Evaluator): string[] {
  const name = step.replace(/\[\]$|\{\}$/, '');
  const value = evaluate.member(of, name);
  if (value === undefined) return [];
  if (step.endsWith('{}')) return keysOf(evaluate.settled(value), evaluate);
  const inner = step.endsWith('[]') ? elementsOf(evaluate.settled(value), evaluate) : [value];
  if (inner === undefined) return [evaluate.text(value)].map((text) => (isKnown(text) ? unknown(name) : text));
  return rest.length === 0 ? inner.map((each) => evaluate.text(each)) : inner.flatMap((each) => valuesAt(each, rest, evaluate));
}

/** Elements of a list, or what a list is mapped to; undefined where neither is written out. */
function elementsOf({ node, ...place }: Expression, evaluate: Evaluator): Expression[] | undefined {
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements.slice(0, listLimit).flatMap((element) => (ts.isSpreadElement(element) ? (elementsOf(evaluate.settled({ ...place, node: element.expression }), evaluate) ?? []) : [{ ...place, node: element }]));
  }
  const [mapped] = ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'map' ? node.arguments : [];
  if (mapped === undefined || !(ts.isArrowFunction(mapped) || ts.isFunctionExpression(mapped))) return undefined;
  const { body } = mapped;
  if (!ts.isBlock(body)) return [{ ...place, node: unwrapped(body) }];
  const last = body.statements.at(-1);
  return last && ts.isReturnStatement(last) && last.expression ? [{ ...place, node: unwrapped(last.expression) }] : undefined;
}

function keysOf({ node, ...place }: Expression, evaluate: Evaluator): string[] {
  if (!ts.isObjectLiteralExpression(node)) return [unknown('its keys')];
  return node.properties.slice(0, listLimit).flatMap((property) => {
    if (property.name === undefined) return [];
    if (ts.isComputedPropertyName(property.name)) return [evaluate.text({ ...place, node: property.name.expression })];
    return nameOf(property.name) ?? [];
  });
}
