import type { Span } from './span.ts';

/** Offsets of line starts, for turning an offset into a position in O(log n). */
export function lineStarts(text: string): Uint32Array {
  const starts = [0];
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) starts.push(index + 1);
  return Uint32Array.from(starts);
}

/** 1-based line and column of a UTF-16 offset. */
export function positionAt(starts: Uint32Array, offset: number): { line: number; column: number } {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

export function spanOf(starts: Uint32Array, from: number, to: number): Span {
  const start = positionAt(starts, from);
  const end = positionAt(starts, to);
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
