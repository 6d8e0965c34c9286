import { compareText } from '../../../model/json.ts';
import { regionOfZone } from '../../../model/region.ts';
import type { Match } from './match.ts';
import { anyOf, type Vocabulary } from './vocabulary.ts';

/** Region codes and zone names in a text, wherever they stand on their own between other words. */
export interface RegionFinder {
  /** Source of a pattern that matches a region code, without boundaries. */
  readonly source: string;
  find(text: string): Match[];
  /** Codes named in the text, sorted, each once; zones count as their region. */
  codesIn(text: string): string[];
  /** Whether the whole text is a code, known to us or not. */
  isCode(text: string): boolean;
}

/** Alibaba Cloud names its regions as AWS does and puts this before them. */
const foreignPrefix = /(?:oss|vpc100-oss|acs)-$/;

export function regionFinder({ prefixes, directions }: Vocabulary): RegionFinder {
  const source = `${anyOf(prefixes)}-${anyOf(directions)}-[1-9]\\d?`;
  const zoneTail = '(?:-[a-z]{3}-\\d{1,2}[a-z]|-(?:wl\\d-)?[a-z]{3}-wlz-\\d{1,2}[a-z]?|[a-z])?';
  const pattern = new RegExp(`(?<![A-Za-z0-9])(${source})(${zoneTail})(?![A-Za-z0-9])`, 'g');
  const whole = new RegExp(`^${source}$`);

  function find(text: string): Match[] {
    const matches: Match[] = [];
    for (const { index, 0: found, 1: code = '', 2: tail = '' } of text.matchAll(pattern)) {
      if (foreignPrefix.test(text.slice(Math.max(0, index - 12), index))) continue;
      const zone = tail !== '';
      matches.push({
        form: zone ? 'zone' : 'region',
        text: found,
        regions: [zone ? (regionOfZone(found) ?? code) : code],
        from: index,
        to: index + found.length,
      });
    }
    return matches;
  }

  return {
    source,
    find,
    codesIn: (text) => [...new Set(find(text).flatMap(({ regions }) => regions))].sort(compareText),
    isCode: (text) => whole.test(text),
  };
}
