import { constantSource } from './constant.ts';
import { profileSource, resourceIdSource } from './ids.ts';
import { anyOf, type Vocabulary } from './vocabulary.ts';
import { dnsCacheSource } from './words.ts';

/** Sources of the patterns whose finders know best how their text looks. */
export interface TokenSources {
  readonly region: string;
  readonly enum: string;
  readonly patterns: readonly string[];
}

const quote = '["\'`]';

/** Tokens that the first tests of the prefilter see a part of. */
function frequent({ shortCodes, dnsSuffixes }: Vocabulary, sources: TokenSources): string[] {
  return [
    `(?<![A-Za-z0-9])${sources.region}`,
    `(?<![A-Za-z0-9])${sources.enum}`,
    'arn:aws',
    anyOf(dnsSuffixes).replaceAll('\\.', '\\\\{0,2}\\.'),
    'com\\.amazonaws\\.',
    '(?:AWS|CDK)_(?:DEFAULT_|DEPLOY_)?REGION',
    resourceIdSource,
    profileSource,
    dnsCacheSource,
    `(?<![A-Za-z0-9_])${anyOf(shortCodes)}-[a-z0-9-]{0,12}(?:az|wlz)\\d`,
  ];
}

/** Tokens that the prefilter looks for in files that say "region" only. */
function rare({ prefixes, directions, dnsSuffixes }: Vocabulary, sources: TokenSources): string[] {
  return [
    anyOf(dnsSuffixes.filter((suffix) => !/amazonaws|\.aws$/.test(suffix))),
    profileSource,
    constantSource,
    `${quote}${anyOf(prefixes)}-(?:${anyOf(directions)}-?)?${quote}`,
    'egion(?:\\(\\))?(?:\\.name)?(?:\\}[a-f](?![A-Za-z0-9])|\\s{0,3}\\+\\s{0,3}["\'][a-f]["\'])',
    ...sources.patterns,
  ];
}

/** Everything that is region-bearing wherever it stands. Linear and ASCII only, so that it can run on bytes read as latin1. */
export function tokenSource(vocabulary: Vocabulary, sources: TokenSources): string {
  return [...frequent(vocabulary, sources), ...rare(vocabulary, sources)].join('|');
}

/** What only counts where the surroundings speak of regions; too frequent to read a file for. */
export function contextualSource({ prefixes, directions, shortCodes }: Vocabulary): string {
  const words = `${anyOf(prefixes)}(?:-${anyOf(directions)})?|${anyOf(shortCodes)}|${anyOf(shortCodes).toUpperCase()}|Z[0-9A-Z]{9,31}`;
  return `["'\`](?:${words})["'\`]`;
}

/**
 * Whether a text can hold any token. Nearly every file of a code base is tested and few pass, so that the first tests are those which V8
 * runs fastest: plain words that need no second look, then parts of tokens, which the exact pattern confirms; the rest is looked for in
 * files that say "region" only.
 */
export function prefilterOf(vocabulary: Vocabulary, sources: TokenSources): (text: string) => boolean {
  const { directions } = vocabulary;
  const ends = directions.filter((word) => !directions.some((other) => other !== word && word.endsWith(other)));
  const spelt = ends.flatMap((word) => [`[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`, word.toUpperCase()]);
  const certain = /arn:aws|amazonaws[.\\]/;
  const parts = new RegExp(`(?:${spelt.join('|')})[-_]?[1-9]|[a-z]-[0-9a-f]{8}|\\d-(?:az|wl)|_REGION|\\.aws(?!\\w)|\\.anthropic\\.|[er]\\.ttl(?!\\w)`);
  const exact = new RegExp(frequent(vocabulary, sources).join('|'));
  const speaking = /egion|EGION/;
  const others = new RegExp(rare(vocabulary, sources).join('|'));
  return (text) => certain.test(text) || (parts.test(text) && exact.test(text)) || (speaking.test(text) && others.test(text));
}
