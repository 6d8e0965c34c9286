import { lineStarts, spanOf } from './position.ts';
import type { Span } from './span.ts';
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
  const offsetAt = (atLine: number, atColumn: number): number => {
    const start = starts[atLine - 1];
    const next = starts[atLine] ?? length;
    return start === undefined || start + atColumn - 1 > next ? -1 : start + atColumn - 1;
  };
  const from = offsetAt(line, column);
  const to = offsetAt(endLine, endColumn);
  return from < 0 || to < from ? undefined : { from, to };
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
