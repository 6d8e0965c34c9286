import { suppressionWord } from '../suppression.ts';
import { holdsBearingName, holdsName } from './inert.ts';
import { contextualSource, frequentTokens, rareTokens, type TokenSources } from './tokens.ts';
import { everyTrait, trait } from './traits.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Prefilter {
  /**
   * Whether bytes read as latin1 can hold anything of interest. `byName`: short words mean something by the names they stand under, as in
   * configuration. `traits`: what a sieve has found in the bytes; what it has not found is not looked for.
   */
  (text: string, byName?: boolean, traits?: number): boolean;
}

/** Around a part of a token, the token itself. */
const reach = 64;
/** Parts of the other frequent tokens, short enough to be searched fast: V8 takes longer for all of them at once. */
const parts = /[a-z]-[0-9a-f]{8}|-(?:az|wlz?)\d|_REGION|\.anthropic\.|[er]\.ttl(?!\w)/g;
const hosts = /\.aws(?!\w)/g;

/**
 * Whether a text can hold any token. Nearly every file of a code base is tested and few pass, so that the first tests are those which V8
 * runs fastest: plain words that need no second look, then parts of tokens, around which the exact pattern confirms; the rest is looked for
 * in files that say "region" only. Where there are only names of services, a text passes for what means something by its surroundings and
 * for suppressions.
 */
export function prefilterOf(vocabulary: Vocabulary, sources: TokenSources): Prefilter {
  const compass = compassOf(vocabulary);
  const exact = new RegExp(frequentTokens(vocabulary, sources).join('|'));
  const speaking = /egion|EGION/;
  const others = rareTokens(vocabulary, sources).map((source) => new RegExp(source));
  const contextual = new RegExp(contextualSource(vocabulary));
  const naming = /region|zone|\baz\b/i;

  const isNear = (text: string, part: RegExp): boolean => {
    part.lastIndex = 0;
    for (let found = part.exec(text); found !== null; found = part.exec(text)) {
      if (exact.test(text.slice(Math.max(0, found.index - reach), found.index + reach))) return true;
    }
    return false;
  };

  return (text, byName = true, traits = everyTrait) => {
    const names = (traits & trait.name) !== 0 && holdsName(text);
    if (names && holdsBearingName(text)) return true;
    if (((traits & trait.compass) !== 0 && isNear(text, compass)) || ((traits & trait.part) !== 0 && isNear(text, parts)) || ((traits & trait.host) !== 0 && isNear(text, hosts))) return true;
    if ((traits & trait.region) !== 0 && speaking.test(text) && others.some((other) => other.test(text))) return true;
    return names && (contextual.test(text) || text.includes(suppressionWord) || (byName && naming.test(text)));
  };
}

/** What the names of directions end in. */
export function compassEnds({ directions }: Pick<Vocabulary, 'directions'>): string[] {
  return directions.filter((word) => !directions.some((other) => other !== word && word.endsWith(other)));
}

/** Ends of region codes, in every spelling. */
function compassOf(vocabulary: Vocabulary): RegExp {
  const spelt = compassEnds(vocabulary).flatMap((word) => [`[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`, word.toUpperCase()]);
  return new RegExp(`(?:${spelt.join('|')})[-_]?[1-9]`, 'g');
}
