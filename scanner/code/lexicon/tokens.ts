// regionready-ignore-file code-partition-literal -- these are the names that are looked for
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
export function frequentTokens({ shortCodes, dnsSuffixes }: Vocabulary, sources: TokenSources): string[] {
  return [
    `(?<![A-Za-z0-9])${sources.region}`,
    `(?<![A-Za-z0-9])${sources.enum}`,
    ...hostTokens(dnsSuffixes.filter((suffix) => suffix.endsWith('.aws'))),
    '(?:AWS|CDK)_(?:DEFAULT_|DEPLOY_)?REGION|AWS_STS_REGIONAL_ENDPOINTS',
    resourceIdSource,
    profileSource,
    dnsCacheSource,
    `(?<![A-Za-z0-9_])${anyOf(shortCodes)}-[a-z0-9-]{0,12}(?:az|wlz)\\d`,
  ];
}

/** Tokens of names below amazonaws, which the prefilter looks at one by one. */
function nameTokens({ dnsSuffixes }: Vocabulary): string[] {
  return ['arn:aws', ...hostTokens(dnsSuffixes.filter((suffix) => suffix.startsWith('amazonaws.'))), 'com\\.amazonaws\\.'];
}

/** Dots may be escaped, as in patterns. The end keeps packages such as software.amazon.awssdk out. */
function hostTokens(suffixes: readonly string[]): string[] {
  return suffixes.length === 0 ? [] : [`${anyOf(suffixes).replaceAll('\\.', '\\\\{0,2}\\.')}(?!\\w)`];
}

/** Tokens that the prefilter looks for in files that say "region" only. */
export function rareTokens({ prefixes, directions, dnsSuffixes }: Vocabulary, sources: TokenSources): string[] {
  return [
    ...hostTokens(dnsSuffixes.filter((suffix) => !/^amazonaws\.|\.aws$/.test(suffix))),
    profileSource,
    constantSource,
    `${quote}${anyOf(prefixes)}-(?:${anyOf(directions)}-?)?${quote}`,
    `${quote}(?:us-gov|us-iso[bf]?|eusc(?:-de)?)-?${quote}`,
    'egion(?:\\(\\))?(?:\\.name)?(?:[^{}"\']{0,40}\\}{1,2}[a-f](?![A-Za-z0-9])|\\s{0,3}\\+\\s{0,3}["\'][a-f]["\'])',
    '%s[a-f]["\']\\s{0,3},\\s{0,3}[\\w.]{0,60}egion',
    ...sources.patterns,
  ];
}

/** Everything that is region-bearing wherever it stands. Linear and ASCII only, so that it can run on bytes read as latin1. */
export function tokenSource(vocabulary: Vocabulary, sources: TokenSources): string {
  return [...nameTokens(vocabulary), ...frequentTokens(vocabulary, sources), ...rareTokens(vocabulary, sources)].join('|');
}

/** What only counts where the surroundings speak of regions; too frequent to read a file for. */
export function contextualSource({ prefixes, directions, shortCodes }: Vocabulary): string {
  const words = `${anyOf(prefixes)}(?:-${anyOf(directions)})?|${anyOf(shortCodes)}|${anyOf(shortCodes).toUpperCase()}|Z[0-9A-Z]{9,31}|legacy`;
  return `["'\`](?:${words})["'\`]|(?<=STS_REGIONAL_ENDPOINTS=)legacy`;
}
