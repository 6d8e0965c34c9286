import { lineStarts, spanOf, type Span } from './position.ts';
import type { Edit, Replacement } from './readiness.ts';

/** A replacement in UTF-16 offsets, end exclusive. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Every replacement of an edit, its own first. */
export function replacementsOf({ span, text, also = [] }: Edit): Replacement[] {
  return [{ span, text }, ...also];
}

/** Offsets of a span in a text; undefined where the text has no such place. */
export function offsetsOf(starts: Uint32Array, { line, column, endLine, endColumn }: Span, length: number): { readonly from: number; readonly to: number } | undefined {
  const from = offsetAt(starts, line, column, length);
  const to = offsetAt(starts, endLine, endColumn, length);
  return from === undefined || to === undefined || to < from ? undefined : { from, to };
}

function offsetAt(starts: Uint32Array, line: number, column: number, length: number): number | undefined {
  const start = starts[line - 1];
  if (start === undefined) return undefined;
  const offset = start + column - 1;
  return offset > (line === starts.length ? length : (starts[line] ?? length)) ? undefined : offset;
}

/** The changes of an edit in a text; undefined where one of them has no place there. */
export function changesOf(edit: Edit, text: string, starts: Uint32Array = lineStarts(text)): Change[] | undefined {
  const changes: Change[] = [];
  for (const { span, text: inserted } of replacementsOf(edit)) {
    const place = offsetsOf(starts, span, text.length);
    if (place === undefined) return undefined;
    changes.push({ ...place, text: inserted });
  }
  return changes;
}

/** An edit of changes in offsets: the first is where the finding is. */
export function editOf(starts: Uint32Array, [first, ...rest]: readonly [Change, ...Change[]], safe: boolean): Edit {
  const replacement = ({ from, to, text }: Change): Replacement => ({ span: spanOf(starts, from, to), text });
  return { ...replacement(first), safe, ...(rest.length === 0 ? {} : { also: rest.map(replacement) }) };
}
