import type { Stretch } from '../language.ts';

/** A part of a text that was put together from its source. */
export interface Piece extends Stretch {
  readonly text: string;
  /** The text is the source, letter by letter. */
  readonly exact: boolean;
  /** It stands for a value that is filled in. */
  readonly inserted?: true;
}

/** A text of pieces, with the way back to the source. */
export interface Layout {
  readonly text: string;
  /** Where a stretch of the text stands in the source. Inside of escapes and inserted values it is widened to the whole piece. */
  place(from: number, to: number): Stretch;
  /** Whether a stretch of the text is nothing but an inserted value or a part of one. */
  isInserted(from: number, to: number): boolean;
}

export function layoutOf(pieces: readonly Piece[]): Layout {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of pieces) {
    starts.push(length);
    length += text.length;
  }

  /** Number of the last piece that starts at or before an offset. */
  function pieceAt(offset: number): number {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  return {
    text: pieces.map(({ text }) => text).join(''),
    place(from, to) {
      const first = pieceAt(from);
      const last = pieceAt(Math.max(from, to - 1));
      const start = pieces[first];
      const end = pieces[last];
      if (!start || !end) return { from, to };
      return {
        from: start.exact ? start.from + from - (starts[first] ?? 0) : start.from,
        to: end.exact ? end.from + to - (starts[last] ?? 0) : end.to,
      };
    },
    isInserted(from, to) {
      const first = pieceAt(from);
      return first === pieceAt(Math.max(from, to - 1)) && pieces[first]?.inserted === true;
    },
  };
}
