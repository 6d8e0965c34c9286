import type { Match } from './match.ts';
import { anyOf, type Vocabulary } from './vocabulary.ts';

/** How SDKs and tools spell regions in names: US_EAST_1, us_east_1, USEast1, UsEast1, usEast1, US-EAST-1, USGovCloudWest1. */
export interface EnumFinder {
  /** Source of a pattern that matches a spelling, without boundaries. */
  readonly source: string;
  find(text: string): Match[];
  /** Region code of a name that is nothing but a spelling. */
  regionOf(name: string): string | undefined;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

export function enumFinder({ prefixes, directions, byLetters }: Vocabulary): EnumFinder {
  const parts = prefixes.map((prefix) => prefix.split('-'));
  const upper = `${anyOf(parts.map((words) => words.join('_').toUpperCase()))}_${anyOf(directions.map((word) => word.toUpperCase()))}_[1-9]\\d?`;
  const loud = upper.replaceAll('_', '-');
  const lower = upper.toLowerCase();
  const camelHeads = parts.flatMap((words) => [
    words.map(capital).join(''),
    words[0]?.toUpperCase() + words.slice(1).map(capital).join(''),
    words[0] + words.slice(1).map(capital).join(''),
  ]);
  const camel = `${anyOf(camelHeads)}(?:Cloud)?${anyOf(directions.map(capital))}[1-9]\\d?`;
  const source = `(?:${upper}|${loud}|${lower}|${camel})`;
  const pattern = new RegExp(`(?<![A-Za-z0-9_-])${source}(?![A-Za-z0-9_])`, 'g');
  const whole = new RegExp(`^${source}$`);

  /** us-east-1 of USEast1: known codes by their letters, others by the words they are made of. */
  function codeOf(spelling: string): string {
    const letters = spelling.toLowerCase().replace(/[-_]/g, '').replace(/(?<=gov)cloud/, '');
    const known = byLetters.get(letters);
    if (known !== undefined) return known;
    const head = prefixes.find((prefix) => letters.startsWith(prefix.replaceAll('-', ''))) ?? '';
    const rest = letters.slice(head.replaceAll('-', '').length);
    return `${head}-${rest.replace(/\d+$/, '')}-${/\d+$/.exec(rest)?.[0] ?? ''}`;
  }

  return {
    source,
    find: (text) => Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({
      form: 'region-enum', text: found, regions: [codeOf(found)], from: index, to: index + found.length,
    })),
    regionOf: (name) => (name.length < 40 && whole.test(name) ? codeOf(name) : undefined),
  };
}
