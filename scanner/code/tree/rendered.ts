import type { Stretch } from '../language.ts';
import type { Grammar } from './grammar.ts';
import { layoutOf, type Layout, type Piece } from './layout.ts';
import { dottedName } from './names.ts';
import { childrenOf, partsOf, syntaxOf, textOf, type Node } from './node.ts';

/** A literal, or several that are put together, as one text in which inserted values read `${name}`. */
export interface Rendered extends Stretch, Layout {
  /** Literals and shorter concatenations that are part of it and need no look of their own. */
  readonly parts: readonly Node[];
}

/** Longest text of an inserted value; more of it would not be shown. */
const insertedLimit = 60;
/** Operands of one text; longer chains are data. */
const operandLimit = 1_000;
/** Opening quotes with what languages put before them: r", $@", b', r#", %w[. */
const opening = /^[A-Za-z]{0,3}[$@]{0,3}(#*)("{3,}|'{3}|"|'|`)|^%[A-Za-z]?[([{<|!/]/;

export function isConcatenation(node: Node): boolean {
  const syntax = syntaxOf(node);
  return syntax?.is === 'binary' && (syntax.operator === '+' || syntax.operator === '.');
}

/** Whether a node makes a text out of what is written below it. */
export function isLiteral(node: Node): boolean {
  const is = syntaxOf(node)?.is;
  if (is === 'text' || is === 'joined') return true;
  let at: Node | undefined = node;
  for (let length = 0; at !== undefined && length < operandLimit; length += 1) {
    const syntax = syntaxOf(at);
    if (syntax?.is !== 'binary' || !isConcatenation(at)) return length > 0 && isText(at);
    if (syntax.right && isText(syntax.right)) return true;
    at = syntax.left;
  }
  return false;
}

function isText(node: Node): boolean {
  const is = syntaxOf(node)?.is;
  return is === 'text' || is === 'joined';
}

export function render(node: Node, grammar: Grammar): Rendered {
  const pieces: Piece[] = [];
  const parts: Node[] = [];
  const open = [node];
  while (open.length > 0 && pieces.length < operandLimit) {
    const at = open.pop() as Node;
    const is = syntaxOf(at)?.is;
    if (is === 'text') pieces.push(...piecesOf(at, grammar));
    else if (is === 'joined') open.push(...partsOf(at).toReversed());
    else if (isConcatenation(at)) open.push(...operandsOf(at, parts).reverse());
    else pieces.push(inserted(at));
    if (is === 'text' || is === 'joined') parts.push(at);
  }
  return { from: node.from, to: node.to, parts, ...layoutOf(pieces) };
}

/** Operands of a chain of +, in order. Chains can be thousands long, so that the left spine is not descended by recursion; it is added to `parts`. */
function operandsOf(chain: Node, parts: Node[] = []): Node[] {
  const operands: Node[] = [];
  let at: Node | undefined = chain;
  while (at !== undefined && isConcatenation(at) && operands.length < operandLimit) {
    const syntax = syntaxOf(at);
    if (syntax?.is !== 'binary') break;
    parts.push(at);
    if (syntax.right) operands.push(syntax.right);
    at = syntax.left;
  }
  if (at !== undefined) operands.push(at);
  return operands.reverse();
}

/** A literal in pieces: what is written, escapes, inserted values. The grammar of shells tears $A.b.$C.d into $A.b.$ and the word C.d. */
function piecesOf(node: Node, grammar: Grammar): Piece[] {
  const marks = childrenOf(node).flatMap((child) => (isMark(child, grammar) ? [child] : childrenOf(child).filter((below) => isMark(below, grammar))));
  const { from, to } = contentOf(node);
  const pieces: Piece[] = [];
  const torn = node.type === 'word' && node.tree.text.charAt(node.from - 1) === '$' ? /^[A-Za-z_]\w{0,60}/.exec(node.tree.text.slice(from, Math.min(to, from + 80)))?.[0] : undefined;
  if (torn !== undefined) pieces.push({ text: `\${${torn}}`, from, to: from + torn.length, exact: false, inserted: true });
  let at = from + (torn?.length ?? 0);
  for (const mark of marks) {
    if (mark.from < at || mark.to > to) continue;
    if (mark.from > at) pieces.push(exact(node, at, mark.from));
    pieces.push(isEscape(mark) ? { text: unescaped(textOf(mark)), from: mark.from, to: mark.to, exact: false } : inserted(mark));
    at = mark.to;
  }
  if (at < to || pieces.length === 0) pieces.push(exact(node, at, to));
  return pieces;
}

const isEscape = ({ type }: Node): boolean => type.includes('escape_sequence');

function isMark(node: Node, { inserted, insertedAt }: Grammar): boolean {
  return isEscape(node) || inserted?.has(node.type) === true || insertedAt?.(node) === true;
}

const exact = ({ tree }: Node, from: number, to: number): Piece => ({ text: tree.text.slice(from, to), from, to, exact: true });

function inserted(node: Node): Piece {
  const [only, ...more] = partsOf(node);
  const value = only !== undefined && more.length === 0 && syntaxOf(node) === undefined ? only : node;
  const name = dottedName(value) ?? textOf(value).slice(0, insertedLimit * 2).replace(/[^\w.]+/g, '_').replace(/^_+|_+$/g, '');
  return { text: `\${${name.slice(0, insertedLimit)}}`, from: node.from, to: node.to, exact: false, inserted: true };
}

/** What is between the quotes; all of it where there are none. */
function contentOf(node: Node): Stretch {
  const { from, to, tree } = node;
  const head = opening.exec(tree.text.slice(from, Math.min(to, from + 16)));
  if (!head) return { from, to };
  const [whole, hashes = '', quote] = head;
  const closing = quote === undefined ? 1 : quote.length + hashes.length;
  const closed = to - from >= whole.length + closing && tree.text.slice(to - closing, to - hashes.length) === (quote ?? tree.text.slice(to - 1, to));
  return { from: from + whole.length, to: closed ? to - closing : to };
}

const controls: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', 0: '\0' };

function unescaped(escape: string): string {
  const body = escape.replace(/^\\/, '');
  return controls[body] ?? (body.length === 1 ? body : ' ');
}
