import type { Change } from '../../model/replacement.ts';

export interface Applied {
  readonly text: string;
  /** The groups that were applied; the others touch a place that an earlier one changes. */
  readonly applied: readonly number[];
}

/** Applies groups of changes: a group wholly or, where it meets an earlier one, not at all. Outside of the changes every character stays. */
export function applyChanges(text: string, groups: readonly (readonly Change[])[]): Applied {
  const taken: Change[] = [];
  const applied: number[] = [];
  for (const [index, group] of groups.entries()) {
    // Several findings ask for the same data block at the end of a file: it is inserted once.
    const fresh = group.filter((change) => !taken.some((other) => isSameInsertion(change, other)));
    if (fresh.some((change, at) => [...taken, ...fresh.slice(0, at)].some((other) => overlap(change, other)))) continue;
    taken.push(...fresh);
    applied.push(index);
  }
  return { text: replaced(text, taken.sort((a, b) => a.from - b.from || a.to - b.to)), applied };
}

function replaced(text: string, ordered: readonly Change[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, text: inserted } of ordered) {
    pieces.push(text.slice(at, from), inserted);
    at = to;
  }
  return [...pieces, text.slice(at)].join('');
}

const isSameInsertion = (a: Change, b: Change): boolean => a.from === a.to && a.from === b.from && a.to === b.to && a.text === b.text;

/** Two insertions at one place have no order that is known to be right. */
function overlap(a: Change, b: Change): boolean {
  return a.from === a.to || b.from === b.to ? a.from <= b.to && b.from <= a.to : a.from < b.to && b.from < a.to;
}
