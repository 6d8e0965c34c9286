import { ts } from './compiler.cjs';
import type { Stretch } from '../language.ts';
import { dottedName } from './names.ts';

/** A literal, template or concatenation as one text in which inserted values read `${name}`, with the way back to the source. */
export interface Rendered extends Stretch {
  readonly text: string;
  /** Where a stretch of the text stands in the source. Inside of escapes and inserted values it is widened to the whole piece. */
  place(from: number, to: number): Stretch;
  /** Whether a stretch of the text is nothing but an inserted value or a part of one. */
  isInserted(from: number, to: number): boolean;
  /** Strings, templates and shorter concatenations that are part of it and need no look of their own. */
  readonly parts: readonly ts.Node[];
}

interface Piece extends Stretch {
  readonly text: string;
  /** The text is the source, letter by letter. */
  readonly exact: boolean;
  readonly inserted?: true;
}

/** Longest text of an inserted value; more of it would not be shown. */
const insertedLimit = 60;

export function isText(node: ts.Node): node is ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateExpression {
  return ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node);
}

export function isConcatenation(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
}

export function render(node: ts.Node, file: ts.SourceFile): Rendered {
  const pieces: Piece[] = [];
  const parts: ts.Node[] = [];
  for (const operand of isConcatenation(node) ? operandsOf(node, parts) : [node]) {
    if (isText(operand)) parts.push(operand);
    addPieces(operand, file, pieces);
  }
  const layout = layoutOf(pieces);
  return {
    text: pieces.map(({ text }) => text).join(''),
    from: node.getStart(file),
    to: node.end,
    parts,
    place: (from, to) => place(layout, from, to),
    isInserted: (from, to) => isInserted(layout, from, to),
  };
}

/** Operands of a chain of +, in order. Chains can be thousands long, so that the left spine is not descended by recursion; it is added to `parts`. */
function operandsOf(chain: ts.BinaryExpression, parts: ts.Node[]): ts.Expression[] {
  const operands: ts.Expression[] = [];
  let at: ts.Expression = chain;
  while (isConcatenation(at)) {
    parts.push(at);
    operands.push(at.right);
    at = at.left;
  }
  operands.push(at);
  return operands.reverse();
}

function addPieces(node: ts.Node, file: ts.SourceFile, pieces: Piece[]): void {
  const literal = (at: ts.LiteralLikeNode, opening: number, closing: number): void => {
    const from = at.getStart(file) + opening;
    const to = Math.max(from, at.end - closing);
    const raw = file.text.slice(from, to);
    pieces.push({ text: at.text, from, to, exact: raw === at.text });
  };
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) literal(node, 1, 1);
  else if (ts.isTemplateExpression(node)) {
    literal(node.head, 1, 2);
    for (const { expression, literal: after } of node.templateSpans) {
      pieces.push(inserted(expression, file));
      literal(after, 1, ts.isTemplateTail(after) ? 1 : 2);
    }
  } else pieces.push(inserted(node, file));
}

function inserted(node: ts.Node, file: ts.SourceFile): Piece {
  const name = dottedName(node) ?? file.text.slice(node.getStart(file), node.end).replace(/[^\w.$]+/g, '_');
  return { text: `\${${name.slice(0, insertedLimit)}}`, from: node.getStart(file), to: node.end, exact: false, inserted: true };
}

/** Pieces with the offset in the text at which each starts, for finding the piece of an offset in O(log n). */
interface Layout {
  readonly pieces: readonly Piece[];
  readonly starts: readonly number[];
}

function layoutOf(pieces: readonly Piece[]): Layout {
  let at = 0;
  const starts = pieces.map(({ text }) => {
    const start = at;
    at += text.length;
    return start;
  });
  return { pieces, starts };
}

/** Index of the last piece that starts at or before an offset. */
function pieceAt({ starts }: Layout, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function place(layout: Layout, from: number, to: number): Stretch {
  const first = pieceAt(layout, from);
  const last = pieceAt(layout, Math.max(from, to - 1));
  const start = layout.pieces[first];
  const end = layout.pieces[last];
  if (!start || !end) return { from, to };
  return {
    from: start.exact ? start.from + from - (layout.starts[first] ?? 0) : start.from,
    to: end.exact ? end.from + to - (layout.starts[last] ?? 0) : end.to,
  };
}

function isInserted(layout: Layout, from: number, to: number): boolean {
  const first = pieceAt(layout, from);
  return first === pieceAt(layout, Math.max(from, to - 1)) && layout.pieces[first]?.inserted === true;
}
