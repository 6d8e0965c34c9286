import { compareText } from '../../../model/json.ts';
import { partitions, regionOfShortCode, regions } from '../../../model/region.ts';

/** The words that region-bearing text is made of. Read from the region data, so that a refreshed table changes what is found. */
export interface Vocabulary {
  /** First parts of region codes, longest first: us-gov, eusc-de, us, ap. */
  readonly prefixes: readonly string[];
  /** Second parts, longest first: northeast, central, east. */
  readonly directions: readonly string[];
  /** DNS suffixes of all partitions, longest first: amazonaws.com.cn, amazonaws.com, api.aws. */
  readonly dnsSuffixes: readonly string[];
  /** Further suffixes below which AWS puts hosts with a region in them: elasticbeanstalk.com. */
  readonly hostSuffixes: readonly string[];
  /** Short forms of regions as zone ids use them: use1, apne1. */
  readonly shortCodes: readonly string[];
  /** Region code of a short form. */
  regionOfShort(text: string): string | undefined;
  /** Codes we have data of, by their letters and digits only: useast1. */
  readonly byLetters: ReadonlyMap<string, string>;
}

/** Hosts under these are AWS's, beside those under the partitions' own suffixes. */
const hostSuffixes = ['elasticbeanstalk.com', 'awsapprunner.com', 'amazoncognito.com', 'amplifyapp.com', 'console.aws.amazon.com', 'signin.aws.amazon.com'];

/** The points of the compass; region codes of the future will combine them too. */
const compass = ['central', 'north', 'south', 'east', 'west', ...['north', 'south'].flatMap((one) => ['east', 'west'].map((other) => one + other))];

const longestFirst = (texts: Iterable<string>): string[] => [...new Set(texts)].sort((a, b) => b.length - a.length || compareText(a, b));

export function vocabularyOf(codes: Iterable<string>, dnsSuffixes: Iterable<string>, shortCodes: ReadonlyMap<string, string>): Vocabulary {
  const all = [...codes];
  const split = all.map((code) => code.split('-'));
  return {
    prefixes: longestFirst(split.map((parts) => parts.slice(0, -2).join('-'))),
    directions: longestFirst([...compass, ...split.map((parts) => parts.at(-2) ?? '')]),
    dnsSuffixes: longestFirst([...dnsSuffixes, 'on.aws']), // regionready-ignore code-partition-literal -- one of the names that are looked for
    hostSuffixes,
    shortCodes: longestFirst(shortCodes.keys()),
    regionOfShort: (text) => shortCodes.get(text),
    byLetters: new Map(all.map((code) => [code.replaceAll('-', ''), code])),
  };
}

const shortCodes = new Map<string, string>();
for (const { shortCode, azIdPrefix } of regions.values()) {
  for (const short of [shortCode, azIdPrefix]) {
    const code = short === undefined ? undefined : regionOfShortCode(short);
    if (short !== undefined && code !== undefined) shortCodes.set(short, code);
  }
}

export const vocabulary: Vocabulary = vocabularyOf(
  regions.keys(),
  [...partitions.values()].flatMap(({ dnsSuffix, dualStackDnsSuffix }) => [dnsSuffix, dualStackDnsSuffix]),
  shortCodes,
);

/** The texts as one alternation of a regular expression. */
export function anyOf(texts: Iterable<string>): string {
  return `(?:${[...texts].map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`;
}
