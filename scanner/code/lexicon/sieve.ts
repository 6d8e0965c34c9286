// regionready-ignore-file code-partition-literal -- these are the names that are looked for
import { anyOfClasses, bytesOf, not, range, word, type ByteClass } from '../bytes/byte-class.ts';
import { byteFinder, type ByteFinder, type Run, type Shape } from '../bytes/byte-finder.ts';
import { compassEnds } from './prefilter.ts';
import { trait } from './traits.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Words one of which is in every text that a language's `mentions` matches, in either case. */
export const sdkWords: readonly string[] = ['aws', 'amazon', 'boto', 'rusoto'];

/** Looks for traits in bytes, many times faster than regular expressions in text. What it does not find is not there. */
export function sieveOf(vocabulary: Vocabulary, limit: number): ByteFinder | undefined {
  return byteFinder([[aws], [region], compass(vocabulary), [resource, zone], [profile, dnsCache], ...sdkWords.slice(1).map((text) => [sdk(text)])], limit);
}

const digit = range('0', '9');
const hex = anyOfClasses(digit, range('a', 'f'));
const wordBytes = anyOfClasses(range('a', 'z'), range('A', 'Z'), digit, bytesOf('_'));
const ascii = (text: string): ByteClass[] => word(text);
const anyCase = (text: string): ByteClass[] => word(text, { anyCase: true });
const run = (at: number, ...bytes: readonly ByteClass[]): Run => ({ at, bytes });
/** The first three bytes of a word. */
const headOf = ([first = [], second = [], third = []]: readonly ByteClass[]): Shape['head'] => [first, second, third];

const aws: Shape = {
  head: headOf(anyCase('aws')),
  tails: [
    { tells: trait.sdk, runs: [] },
    { tells: trait.name, runs: [run(-4, ...ascii('arn:aws'))] },
    { tells: trait.name, runs: [run(-6, ...ascii('amazonaws'), bytesOf('.\\'))] },
    { tells: trait.host, runs: [run(-1, ...ascii('.aws'), not(wordBytes))] },
  ],
};

/** Ends of region codes, with or without a sign before the number. */
function compass(vocabulary: Vocabulary): Shape[] {
  const ends = compassEnds(vocabulary);
  const [beforeLast, last] = [-2, -1].map((at) => bytesOf([...new Set(ends.map((end) => end.at(at) ?? ''))].flatMap((letter) => [letter, letter.toUpperCase()]).join('')));
  const number = range('1', '9');
  const tailsFrom = (at: number): Shape['tails'] => ends.map((end) => ({ tells: trait.compass, runs: [run(at - end.length, ...anyCase(end))] }));
  return [
    { head: [beforeLast ?? [], last ?? [], number], tails: tailsFrom(2) },
    { head: [last ?? [], bytesOf('-_'), number], tails: tailsFrom(1) },
  ];
}

/** ami-0123abcd. */
const resource: Shape = { head: headOf([...ascii('-'), hex, hex]), tails: [{ tells: trait.part, runs: [run(-1, range('a', 'z')), run(3, ...Array.from({ length: 6 }, () => hex))] }] };

/** use1-az1, -wl1, -wlz1. */
const zone: Shape = { head: headOf([...ascii('-'), bytesOf('aw'), bytesOf('zl')]), tails: ['-az', '-wl', '-wlz'].map((text) => ({ tells: trait.part, runs: [run(0, ...ascii(text), digit)] })) };

const profile: Shape = { head: headOf(ascii('.an')), tails: [{ tells: trait.part, runs: [run(3, ...ascii('thropic.'))] }] };

const dnsCache: Shape = { head: headOf(ascii('.tt')), tails: [{ tells: trait.part, runs: [run(-1, bytesOf('er'), ...ascii('.ttl'))] }] };

const region: Shape = {
  head: headOf(anyCase('gio')),
  tails: [
    { tells: trait.region, runs: [run(-1, ...anyCase('egion'))] },
    { tells: trait.part, runs: [run(-3, ...ascii('_REGION'))] },
  ],
};

const sdk = (text: string): Shape => ({ head: headOf(anyCase(text)), tails: [{ tells: trait.sdk, runs: [run(3, ...anyCase(text.slice(3)))] }] });
