import type { Match } from './match.ts';
import type { RegionFinder } from './region.ts';
import { anyOf, type Vocabulary } from './vocabulary.ts';

/** Regular expressions that region codes, zones or ARNs are matched with. */
export interface PatternFinder {
  /** Sources for the prefilter: what such a pattern looks like in a program's text. */
  readonly sources: readonly string[];
  find(source: string): Match | undefined;
}

const letters = String.raw`(?:\[a-z(?:A-Z)?(?:0-9)?(?:\\?-)?\](?:\{\d(?:,\d?)?\}|[+*])?|\[a-z\]\[a-z\]|\\{1,2}w(?:[+*]|\{\d(?:,\d?)?\}))`;
/** (-gov)? between the parts. */
const optional = String.raw`(?:\((?:\?:)?\\{0,2}-[a-z|-]{1,40}\)\??)?`;
const dash = String.raw`${optional}\)?[?+*]?\(?(?:\?:)?\\{0,2}-`;
const digits = String.raw`\(?(?:\?:)?(?:\\{1,2}d|\[[0-9]-[0-9]\]|\[[0-9]+\])`;

/** The pattern is not run: it is a stranger's, and a rule that wants to know what it accepts runs it on region codes. */
export function patternFinder({ prefixes, directions }: Vocabulary, regions: RegionFinder): PatternFinder {
  const heads = anyOf(prefixes);
  const alternation = `(?<!aws-?(?:\\((?:\\?:)?)?)\\(?(?:\\?:)?${heads}\\|(?:[a-z-]{2,9}\\|){0,40}?${heads}(?:\\||\\)|-)`;
  const format = `${letters}${dash}${letters}${dash}${digits}`;
  const prefixed = `${heads}(?:\\(\\?:|\\(|\\[)?\\(?(?:\\?:)?\\\\{0,2}-(?:${letters}|\\(?(?:\\?:)?${anyOf(directions)}\\|)`;
  const shapes = [alternation, format, prefixed].map((source) => new RegExp(source, 'i'));
  return {
    sources: [`${heads}\\|${heads}[|)-]`, format, prefixed],
    find(source) {
      const shape = source.length > 5_000 ? undefined : shapes.find((candidate) => candidate.test(source));
      const codes = regions.codesIn(unescaped(source));
      if (shape === undefined && codes.length < 2) return undefined;
      return { form: 'pattern', text: source, regions: codes, from: 0, to: source.length };
    },
  };
}

/** The pattern as the text that it would match, as far as it is literal: arn:aws:s3 of arn\:aws\:s3. */
export function unescaped(source: string): string {
  return source.replace(/\\+(?:A(?=[a-z])|[bB])/g, ' ').replace(/\\+([-.:/_])/g, '$1');
}
