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

interface Reading {
  readonly text: string;
  readonly depth: number;
  readonly convert: Convert;
  literal(text: string): string;
}

/** The pieces of a quoted template or a heredoc. White space is taken from the text, because the grammar leaves it out of its nodes. */
export function templateOf(node: Node, depth: number, convert: Convert): TemplatePart[] {
  const { text } = node.tree;
  const parts = partsOf(node);
  if (node.type === 'heredoc_template') {
    const [name, end] = parts.filter(({ type }) => type === 'heredoc_identifier');
    const from = text.indexOf('\n', name?.to ?? node.from) + 1;
    const to = Math.max(from, text.lastIndexOf('\n', (end ?? node).from) + 1);
    const pieces = piecesOf(parts, { from, to, trimStart: false, trimEnd: false }, { text, depth, convert, literal: unmarked });
    return text.startsWith('<<-', node.from) ? outdented(pieces) : pieces;
  }
  const [start, end] = [childOfType(node, 'quoted_template_start'), childOfType(node, 'quoted_template_end')];
  return piecesOf(parts, { from: start?.to ?? node.from, to: end?.from ?? node.to, trimStart: false, trimEnd: false }, { text, depth, convert, literal: unescaped });
}

const isPiece = ({ type }: Node): boolean => type === 'template_interpolation' || type === 'template_directive';

function piecesOf(nodes: readonly Node[], within: Stretch, reading: Reading): TemplatePart[] {
  const { text } = reading;
  const found: TemplatePart[] = [];
  let { from: at, trimStart } = within;
  const literal = (to: number, trimEnd: boolean): void => {
    let raw = text.slice(at, to);
    if (trimStart) raw = raw.trimStart();
    if (trimEnd) raw = raw.trimEnd();
    if (raw !== '') found.push(reading.literal(raw));
  };
  for (const node of nodes) {
    if (!isPiece(node) || node.from < at || node.to > within.to) continue;
    const source = text.slice(node.from, node.to);
    literal(node.from, source.charAt(2) === '~');
    found.push(node.type === 'template_interpolation' ? insertOf(node, reading) : directiveOf(node, reading));
    at = node.to;
    trimStart = source.endsWith('~}');
  }
  literal(within.to, within.trimEnd);
  return found;
}

function insertOf(node: Node, { convert, depth }: Reading): TemplatePart {
  return { is: 'insert', value: convert(partsOf(node).filter(({ type }) => type === 'expression' || type === 'ERROR'), depth) };
}

function directiveOf(node: Node, reading: Reading): TemplatePart {
  const [whole] = partsOf(node);
  const broken: TemplatePart = { is: 'insert', value: { is: 'broken', why: 'a directive of a template could not be read' } };
  if (whole === undefined) return broken;
  const inner = partsOf(whole);
  const [head] = inner;
  const end = inner.at(-1);
  const condition = head && partsOf(head).find(({ type }) => type === 'expression');
  if (head === undefined || end === undefined || condition === undefined) return broken;
  const between = (first: Node, last: Node): TemplatePart[] =>
    piecesOf(inner, { from: first.to, to: last.from, trimStart: endsStripped(first), trimEnd: startsStripped(last) }, { ...reading, depth: reading.depth + 1 });
  const of = reading.convert([condition], reading.depth);
  if (whole.type === 'template_for') return { is: 'each', names: namesIn(head), of, parts: between(head, end) };
  const other = inner.find(({ type }) => type === 'template_else_intro');
  return { is: 'if', condition: of, yes: between(head, other ?? end), no: other ? between(other, end) : [] };
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

/** A heredoc that starts with <<- is moved to the left as far as its least indented line. */
function outdented(pieces: readonly TemplatePart[]): TemplatePart[] {
  let least = Number.POSITIVE_INFINITY;
  pieces.forEach((piece, index) => {
    if (typeof piece !== 'string') {
      if (index === 0) least = 0;
      return;
    }
    const isLast = index === pieces.length - 1;
    for (const [at, line] of piece.split('\n').entries()) {
      if (at === 0 && index > 0) continue;
      const indent = line.length - line.trimStart().length;
      const isBlank = indent === line.length && (isLast || at < piece.split('\n', at + 2).length - 1);
      if (!isBlank) least = Math.min(least, indent);
    }
  });
  if (least === 0 || least === Number.POSITIVE_INFINITY) return [...pieces];
  const start = new RegExp(`\n[ \t]{1,${least}}`, 'g');
  return pieces.map((piece, index) => (typeof piece === 'string' ? (index === 0 ? `\n${piece}`.replace(start, '\n').slice(1) : piece.replace(start, '\n')) : piece));
}
