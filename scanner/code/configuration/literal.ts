import type { Stretch } from '../language.ts';
import { aligned, type Alignment } from './aligned.ts';
import type { DataNode, JoinNode, TextNode } from './node.ts';

/** A text as it will be, with `${…}` for what is filled in. */
export interface Literal {
  readonly text: string;
  place(from: number, to: number): Stretch;
  /** Character of the text that stands at an offset of the file. */
  inside(offset: number): number | undefined;
  readonly stretch: Stretch;
  /** Whether a stretch lies in what is filled in, which is read on its own. */
  isInserted(from: number, to: number): boolean;
}

/** Source of a file, for texts that are written otherwise than they are meant. */
export function alignmentOf({ text, from, to, exact }: TextNode, source: string): Alignment {
  return aligned(text, exact ? text : source.slice(from, to), from);
}

export function literalOf(node: TextNode | JoinNode, source: string): Literal {
  return node.kind === 'text' ? ofText(node, source) : ofJoin(node, source);
}

function ofText(node: TextNode, source: string): Literal {
  let known: Alignment | undefined;
  const alignment = (): Alignment => (known ??= alignmentOf(node, source));
  return {
    text: node.text,
    place: (from, to) => alignment().place(from, to),
    inside: (offset) => alignment().inside(offset),
    stretch: node,
    isInserted: () => false,
  };
}

interface Piece extends Stretch {
  readonly node: DataNode;
}

/** Longest text that is put together from parts. */
const limit = 100_000;

function ofJoin(join: JoinNode, source: string): Literal {
  const pieces: Piece[] = [];
  let text = '';
  join.parts.forEach((node, index) => {
    if (text.length > limit) return;
    if (index > 0) text += join.separator;
    const from = text.length;
    text += node.kind === 'text' ? node.text : insertion(node);
    pieces.push({ node, from, to: text.length });
  });
  const offsetOf = (at: number, last: boolean): number => {
    const piece = pieces.find(({ from, to }) => (last ? from < at && at <= to : from <= at && at < to)) ?? pieces.findLast(({ from }) => from <= at);
    if (piece === undefined) return join.from;
    if (piece.node.kind !== 'text') return last ? piece.node.to : piece.node.from;
    const { from, to } = alignmentOf(piece.node, source).place(Math.max(0, at - piece.from - (last ? 1 : 0)), Math.max(0, at - piece.from) + (last ? 0 : 1));
    return last ? to : from;
  };
  return {
    text,
    place(from, to) {
      const start = offsetOf(from, false);
      return { from: start, to: Math.max(start, offsetOf(to, true)) };
    },
    inside(offset) {
      const piece = pieces.find(({ node }) => node.kind === 'text' && node.from <= offset && offset < node.to);
      const at = piece?.node.kind === 'text' ? alignmentOf(piece.node, source).inside(offset) : undefined;
      return piece === undefined || at === undefined ? undefined : piece.from + at;
    },
    stretch: join,
    isInserted: (from, to) => pieces.some((piece) => piece.node.kind !== 'text' && piece.from <= from && to <= piece.to),
  };
}

/** How a value that is filled in appears in a text: the lexicon looks whether it speaks of a region. */
function insertion(node: DataNode): string {
  const source = node.kind === 'other' ? node.source : node.kind === 'lookup' || node.kind === 'call' ? describe(node) : '';
  // Texts inside of it are read on their own.
  const [plain = ''] = source.split('"', 1);
  return `\${${plain.replace(/[{}\s"'`$]/g, '').slice(0, 120)}}`;
}

function describe(node: DataNode): string {
  if (node.kind === 'call') return node.callee;
  if (node.kind !== 'lookup') return '';
  return node.of?.kind === 'other' ? node.of.source : '';
}
