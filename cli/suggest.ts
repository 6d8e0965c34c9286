import { editDistance } from '../model/edit-distance.ts';
import { compareText } from '../model/json.ts';

/** The candidate that a person most likely meant, or undefined where none is near. Two letters may differ, as they do when swapped, and a third of a long word; the end may be missing. */
export function suggest(asked: string, candidates: Iterable<string>): string | undefined {
  const limit = asked.length < 4 ? 1 : Math.max(2, Math.floor(asked.length / 3));
  return [...candidates]
    .flatMap((candidate) => {
      const begins = asked.length >= 4 && candidate.toLowerCase().startsWith(asked.toLowerCase());
      const distance = editDistance(asked.toLowerCase(), candidate.toLowerCase(), limit) ?? (begins ? limit + 1 : undefined);
      return distance === undefined ? [] : [{ candidate, distance }];
    })
    .sort((a, b) => a.distance - b.distance || compareText(a.candidate, b.candidate))[0]?.candidate;
}

/** ` Did you mean x?`, or nothing. */
export function didYouMean(asked: string, candidates: Iterable<string>): string {
  const meant = suggest(asked, candidates);
  return meant === undefined ? '' : ` Did you mean ${meant}?`;
}
