import type { Match } from './match.ts';
import { placeholder } from './placeholder.ts';
import type { RegionFinder } from './region.ts';

const partition = String.raw`(?:aws(?:-[a-z]{1,6}){0,3}|\*|${placeholder})`;
const arn = new RegExp(String.raw`(?<![A-Za-z0-9])arn:${partition}(?::(?:${placeholder}|[^\s"'\x60,;|<>(){}\\])*)?`, 'g');

/** ARNs, whole or cut where a program goes on building them. Those that fix neither region nor partition are none of our business. */
export function arnMatches(text: string, regions: RegionFinder): Match[] {
  if (!text.includes('arn:')) return [];
  const matches: Match[] = [];
  for (const { index, 0: found } of text.matchAll(arn)) {
    const trimmed = found.replace(/[.\]]+$/, '');
    const codes = regions.codesIn(trimmed);
    const fixed = /^arn:aws(?![A-Za-z0-9])/.test(trimmed) && (trimmed.includes(':', 4) || text === found);
    if (codes.length === 0 && !fixed) continue;
    matches.push({ form: codes.length > 0 ? 'arn' : 'partition', text: trimmed, regions: codes, from: index, to: index + trimmed.length });
  }
  return matches;
}
