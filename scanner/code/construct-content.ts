import type { Construct } from '../../model/occurrence.ts';

type Content = Construct['content'];

/**
 * What a list, map or enum says of its regions, from what stands beside them: the other half of each entry. Front-ends of all languages
 * ask this, so that a catalogue of names is told from data in the same way everywhere.
 */
export function contentOf(others: readonly (string | boolean | undefined)[], regions: readonly string[]): Content {
  const letters = new Set(regions.map(lettersOf));
  const telling = others.filter((other) => typeof other !== 'boolean' && (other === undefined || !letters.has(lettersOf(other))));
  if (telling.length === 0) return 'codes';
  const named = telling.every((other) => other !== undefined && (isDisplayName(other as string) || countries.test(other as string)));
  return named && telling.some((other) => isDisplayName(other as string)) ? 'names' : 'data';
}

/** Names of places that are written in capitals only. */
const countries = /^(?:UAE|UK|USA?)$/;

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** US East (N. Virginia), Frankfurt, Asia Pacific - Tokyo: words with capitals, no identifiers, hosts or paths. */
function isDisplayName(text: string): boolean {
  return text.length <= 80 && /^[A-Z][\p{L}\p{N} .,'’()\-–—/&:]*$/u.test(text) && /[a-z]/.test(text) && !/[A-Za-z]\d{3}|\.[a-z]|:\/\//.test(text) && !/^[A-Z][a-z]+(?:[A-Z][a-z]+)+$/.test(text);
}

/** Keys that stand for every region that has no entry. */
export function isDefaultKey(key: string): boolean {
  return /^(?:default|\*|other|others|fallback|else|any)$/i.test(key);
}

/** Whether enough of the parts are regions for the whole to be about regions: two at least, and most of them. */
export function isAboutRegions(regions: number, parts: number): boolean {
  return regions >= 2 && regions * 5 >= parts * 3;
}

/** Members of an options object, each a setting of its own: { region, replicaRegion }. Not a lookup from name to region. */
export function areSettings(keys: readonly string[]): boolean {
  return keys.every((key) => /region|zone|endpoint|location|\bhost|url/i.test(key) && !/[-_]\d$/.test(key));
}
