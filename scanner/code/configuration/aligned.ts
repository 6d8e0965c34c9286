import type { Stretch } from '../language.ts';

/** Where the characters of a text stand in the source that it was made from. */
export interface Alignment {
  /** Stretch of the file that a stretch of the text stands in. */
  place(from: number, to: number): Stretch;
  /** Character of the text that stands at an offset of the file; undefined if none does. */
  inside(offset: number): number | undefined;
}

/** A run of characters that stand in the source as they are in the text. */
export interface Run {
  /** Offset in the text. */
  readonly at: number;
  /** Offset in the file. */
  readonly from: number;
  readonly length: number;
}

/** Aligns a text with its source: quotes, escapes, margins and folded lines are stepped over. */
export function aligned(text: string, source: string, from: number): Alignment {
  return alignment(text === source ? [{ at: 0, from, length: text.length }] : runsOf(text, source, from), from + source.length);
}

/** The alignment of runs in order; `end` is the end of the source. */
export function alignment(runs: readonly Run[], end: number): Alignment {
  const first = runs[0]?.from ?? end;
  function offsetOf(at: number): number {
    const run = runs[lastUpTo(runs, at, 'at')];
    return run === undefined ? first : run.from + Math.min(at - run.at, run.length);
  }
  return {
    place(from, to) {
      const start = Math.min(offsetOf(from), end);
      return { from: start, to: Math.max(start, Math.min(to > from ? offsetOf(to - 1) + 1 : start, end)) };
    },
    inside(offset) {
      const run = runs[lastUpTo(runs, offset, 'from')];
      return run === undefined || offset >= run.from + run.length || offset < run.from ? undefined : run.at + offset - run.from;
    },
  };
}

/** Index of the last run that begins at or before a value; -1 if none does. */
function lastUpTo(runs: readonly Run[], value: number, by: 'at' | 'from'): number {
  let low = -1;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.[by] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

function runsOf(text: string, source: string, from: number): Run[] {
  const runs: Run[] = [];
  let at = 0;
  let index = /^["']/.test(source) && text.charAt(0) !== source.charAt(0) ? 1 : 0;
  while (at < text.length && index < source.length) {
    const start = at;
    while (at < text.length && text.charCodeAt(at) === source.charCodeAt(index)) {
      at += 1;
      index += 1;
    }
    if (at > start) runs.push({ at: start, from: from + index - (at - start), length: at - start });
    if (at < text.length) [at, index] = stepped(text, source, [at, index]);
  }
  return runs;
}

/** Steps over what is written otherwise than it is meant. */
function stepped(text: string, source: string, [at, index]: readonly [number, number]): [number, number] {
  const sign = source.charAt(index);
  if (sign === '\\') {
    if (/["'\\/]/.test(source.charAt(index + 1)) && source.charAt(index + 1) === text.charAt(at)) return [at, index + 1];
    const escape = /^\\(?:u\{[0-9a-fA-F]{1,6}\}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|\r?\n[ \t]*|[^])/.exec(source.slice(index, index + 300))?.[0] ?? sign;
    return [escape.includes('\n') ? at : at + 1, index + escape.length];
  }
  if (sign === '\n' && /\s/.test(text.charAt(at))) return [at + 1, index + 1];
  if (/[\s'"]/.test(sign)) return [at, index + 1];
  if (/\s/.test(text.charAt(at))) return [at + 1, index];
  return [at, index + 1];
}
