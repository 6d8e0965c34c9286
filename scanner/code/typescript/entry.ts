import { ts } from 'ts-morph';
import type { Form } from '../../../model/occurrence.ts';
import type { Stretch } from '../language.ts';
import { lexicon, type Hints, type Match } from '../lexicon.ts';
import { isText, render } from './rendered.ts';
import { lookup } from './scope.ts';

/** An element, key, value or case that is a region or zone and nothing else. */
export interface Entry extends Stretch {
  readonly form: Form;
  readonly text: string;
  readonly regions: readonly string[];
  readonly node: ts.Node;
}

const entryForms: ReadonlySet<Form> = new Set(['region', 'region-enum', 'zone', 'zone-id', 'short-code', 'region-prefix']);

/** The region that an expression is, written out or through an SDK enum or a constant of the same file. */
export function entryOf(expression: ts.Node, file: ts.SourceFile, hints: Hints = {}): Entry | undefined {
  const node = unwrapped(expression);
  const match = matchOf(node, file, hints);
  return match && { form: match.form, text: match.text, regions: match.regions, from: node.getStart(file), to: node.end, node };
}

function matchOf(node: ts.Node, file: ts.SourceFile, hints: Hints): Match | undefined {
  if (isText(node)) return wholeMatch(render(node, file).text, hints);
  if (ts.isPropertyAccessExpression(node)) return enumMatch(node.name.text);
  if (!ts.isIdentifier(node)) return undefined;
  if (node.parent === undefined || (node.parent as { readonly name?: ts.Node }).name === node) return enumMatch(node.text);
  const declaration = lookup(node, node.text);
  const initializer = declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  return initializer && isText(initializer) ? wholeMatch(render(initializer, file).text, hints) : undefined;
}

function wholeMatch(text: string, hints: Hints): Match | undefined {
  if (text.length > 40) return undefined;
  const [match] = lexicon.classify(text, hints);
  return match && match.from === 0 && match.to === text.length && entryForms.has(match.form) ? match : undefined;
}

function enumMatch(name: string): Match | undefined {
  const match = lexicon.classifyName(name);
  return match?.form === 'region-enum' ? match : undefined;
}

/** The expression without parentheses and type assertions. */
export function unwrapped(expression: ts.Node): ts.Node {
  let node = expression;
  while (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isNonNullExpression(node) || ts.isTypeAssertionExpression(node)) {
    node = node.expression;
  }
  return node;
}
