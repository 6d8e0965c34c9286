import { childOfType, partsOf, type Node } from '../../../code/tree/node.ts';
import { withoutSymbols } from '../../terraform/values.ts';
import type { Expression, TemplatePart } from './expression.ts';

type Convert = (nodes: readonly Node[], depth: number) => Expression;

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly trimStart: boolean;
  readonly trimEnd: boolean;
}

/** A line of text, or a part of one: what Terraform trims and moves to the left as one. */
interface Line {
  readonly is: 'line';
  text: string;
}

type Piece = Line | { readonly is: 'insert'; readonly value: Expression } | Nested;
type Nested =
  | { readonly is: 'if'; readonly condition: Expression; readonly yes: readonly Piece[]; readonly no: readonly Piece[] }
  | { readonly is: 'each'; readonly names: readonly string[]; readonly of: Expression; readonly parts: readonly Piece[] };

interface Reading {
  readonly text: string;
  readonly depth: number;
  readonly convert: Convert;
  /** Everything in order, with undefined for what is no text. */
  readonly flat: (Line | undefined)[];
  literal(text: string): string;
}

/** The pieces of a quoted template or a heredoc. White space is taken from the text, because the grammar leaves it out of its nodes. */
export function templateOf(node: Node, depth: number, convert: Convert): TemplatePart[] {
  const { text } = node.tree;
  const parts = partsOf(node);
  const flat: (Line | undefined)[] = [];
  if (node.type === 'heredoc_template') {
    const [name, end] = parts.filter(({ type }) => type === 'heredoc_identifier');
    const from = text.indexOf('\n', name?.to ?? node.from) + 1;
    const to = Math.max(from, text.lastIndexOf('\n', (end ?? node).from) + 1);
    const pieces = piecesOf(parts, { from, to, trimStart: false, trimEnd: false }, { text, depth, convert, flat, literal: unmarked });
    if (text.startsWith('<<-', node.from)) moveLeft(flat);
    return settled(pieces);
  }
  const [start, end] = [childOfType(node, 'quoted_template_start'), childOfType(node, 'quoted_template_end')];
  return settled(piecesOf(parts, { from: start?.to ?? node.from, to: end?.from ?? node.to, trimStart: false, trimEnd: false }, { text, depth, convert, flat, literal: unescaped }));
}

const isPiece = ({ type }: Node): boolean => type === 'template_interpolation' || type === 'template_directive';

function piecesOf(nodes: readonly Node[], within: Stretch, reading: Reading): Piece[] {
  const { text, flat } = reading;
  const found: Piece[] = [];
  let { from: at, trimStart } = within;
  const literal = (to: number, trimEnd: boolean): void => {
    const lines = text.slice(at, to).match(/[^\n]*\n|[^\n]+$/g) ?? [];
    for (const [index, raw] of lines.entries()) {
      const start = trimStart && index === 0 ? raw.trimStart() : raw;
      const line: Line = { is: 'line', text: reading.literal(trimEnd && index === lines.length - 1 ? start.trimEnd() : start) };
      found.push(line);
      flat.push(line);
    }
  };
  for (const node of nodes) {
    if (!isPiece(node) || node.from < at || node.to > within.to) continue;
    const source = text.slice(node.from, node.to);
    literal(node.from, source.charAt(2) === '~');
    flat.push(undefined);
    found.push(node.type === 'template_interpolation' ? insertOf(node, reading) : directiveOf(node, reading));
    at = node.to;
    trimStart = source.endsWith('~}');
  }
  literal(within.to, within.trimEnd);
  return found;
}

function insertOf(node: Node, { convert, depth }: Reading): Piece {
  return { is: 'insert', value: convert(partsOf(node).filter(({ type }) => type === 'expression' || type === 'ERROR'), depth) };
}

function directiveOf(node: Node, reading: Reading): Piece {
  const [whole] = partsOf(node);
  const broken: Piece = { is: 'insert', value: { is: 'broken', why: 'a directive of a template could not be read' } };
  if (whole === undefined) return broken;
  const inner = partsOf(whole);
  const [head] = inner;
  const end = inner.at(-1);
  const condition = head && partsOf(head).find(({ type }) => type === 'expression');
  if (head === undefined || end === undefined || condition === undefined) return broken;
  const between = (first: Node, last: Node): Piece[] => {
    const pieces = piecesOf(inner, { from: first.to, to: last.from, trimStart: endsStripped(first), trimEnd: startsStripped(last) }, { ...reading, depth: reading.depth + 1 });
    reading.flat.push(undefined);
    return pieces;
  };
  const of = reading.convert([condition], reading.depth);
  if (whole.type === 'template_for') return { is: 'each', names: namesIn(head), of, parts: between(head, end) };
  const other = inner.find(({ type }) => type === 'template_else_intro');
  return { is: 'if', condition: of, yes: between(head, other ?? end), no: other ? between(other, end) : [] };
}

/** Lines in a row as one text. */
function settled(pieces: readonly Piece[]): TemplatePart[] {
  const parts: TemplatePart[] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    if (piece.is === 'line' && typeof last === 'string') parts[parts.length - 1] = last + piece.text;
    else if (piece.is === 'line') parts.push(...(piece.text === '' ? [] : [piece.text]));
    else if (piece.is === 'insert') parts.push(piece);
    else if (piece.is === 'if') parts.push({ ...piece, yes: settled(piece.yes), no: settled(piece.no) });
    else parts.push({ ...piece, parts: settled(piece.parts) });
  }
  return parts;
}

/** A heredoc that starts with <<- is moved to the left as far as its least indented line. Lines whose break was stripped off go on the one before. */
function moveLeft(flat: readonly (Line | undefined)[]): void {
  const starts: Line[] = [];
  let least = Number.POSITIVE_INFINITY;
  let isStart = true;
  for (const [index, line] of flat.entries()) {
    if (isStart && line === undefined && index < flat.length) least = 0;
    if (isStart && line !== undefined) {
      const trimmed = line.text.trimStart();
      if (trimmed !== '' || !line.text.endsWith('\n')) {
        least = Math.min(least, line.text.length - trimmed.length);
        starts.push(line);
      }
    }
    isStart = line?.text.endsWith('\n') === true;
  }
  if (least === Number.POSITIVE_INFINITY) return;
  for (const line of starts) line.text = line.text.slice(least);
}

export function namesIn(node: Node): string[] {
  return partsOf(node).filter(({ type }) => type === 'identifier').map(({ tree, from, to }) => tree.text.slice(from, to));
}

const startsStripped = ({ tree, from }: Node): boolean => tree.text.charAt(from + 2) === '~';
const endsStripped = ({ tree, to }: Node): boolean => tree.text.charAt(to - 2) === '~';

const unmarked = (text: string): string => withoutSymbols(text.replaceAll('$${', '${').replaceAll('%%{', '%{'));

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** The text that a quoted literal stands for. */
export function unescaped(text: string): string {
  if (!text.includes('\\')) return unmarked(text);
  const plain = text.replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/gs, (whole, short: string | undefined, ...[long, sign]: (string | undefined)[]) => {
    if (sign !== undefined) return escapes[sign] ?? whole;
    const code = Number.parseInt(short ?? long ?? '', 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
  return unmarked(plain);
}
