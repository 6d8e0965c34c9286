import { ts } from './compiler.cjs';
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

/** Where entries are read: the file, and a node with parents to look names up from. */
export interface Place {
  readonly file: ts.SourceFile;
  readonly node: ts.Node;
  readonly hints: Hints;
}

/** The region that an expression is, written out or through an SDK enum or a constant of the same file. */
export function entryOf(expression: ts.Node, place: Place): Entry | undefined {
  const node = unwrapped(expression);
  return entryAt(node, matchOf(node, place), place);
}

/** The region that a name is: a key without quotes, a member of an enum. */
export function entryOfName(name: ts.Node, place: Place): Entry | undefined {
  if (ts.isComputedPropertyName(name)) return entryOf(name.expression, place);
  if (ts.isIdentifier(name)) return entryAt(name, enumMatch(name.text), place);
  return ts.isStringLiteralLike(name) ? entryOf(name, place) : undefined;
}

function entryAt(node: ts.Node, match: Match | undefined, { file }: Place): Entry | undefined {
  return match && { form: match.form, text: match.text, regions: match.regions, from: node.getStart(file), to: node.end, node };
}

function matchOf(node: ts.Node, { file, node: from, hints }: Place): Match | undefined {
  if (isText(node)) return wholeMatch(render(node, file).text, hints);
  if (ts.isPropertyAccessExpression(node)) return enumMatch(node.name.text);
  if (!ts.isIdentifier(node)) return undefined;
  const declaration = lookup(from, node.text);
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
