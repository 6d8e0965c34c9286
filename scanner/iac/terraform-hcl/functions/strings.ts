import { bare, because, itemsOf, knownNumber, type Value } from '../value.ts';
import { concat, encodedText, numberText, textLimit } from '../text.ts';
import { format } from './format.ts';
import { ofTexts, type HclFunction } from './function.ts';

const join: HclFunction = ([separator = '', ...lists]) => {
  const plain = bare(separator);
  const items = lists.map(itemsOf);
  if (typeof plain !== 'string' || items.some((list) => list === undefined)) return because(separator, ...lists);
  const all = items.flatMap((list) => list ?? []);
  return all.length === 0 ? '' : concat(all, plain);
};

/** Longest text in which something is replaced. */
const replaceAll = (text: string, search: string, by: string): string | undefined => {
  if (search.length > 1 && search.startsWith('/') && search.endsWith('/')) return undefined;
  const made = search === '' ? text : text.split(search).join(by);
  return made.length > textLimit ? undefined : made;
};

/** Code points: what Terraform counts. */
const characters = (text: string): string[] => Array.from(text);

function trimBy(text: string, set: string, { start, end }: { readonly start: boolean; readonly end: boolean }): string {
  const signs = new Set(set);
  const all = characters(text);
  let from = 0;
  let to = all.length;
  if (start) while (from < to && signs.has(all[from] ?? '')) from += 1;
  if (end) while (to > from && signs.has(all[to - 1] ?? '')) to -= 1;
  return all.slice(from, to).join('');
}

const substr: HclFunction = (parts) => {
  const [text, offset, length] = [bare(parts[0] ?? null), knownNumber(parts[1] ?? 0), knownNumber(parts[2] ?? -1)];
  return ofTexts(([whole = '']) => {
    if (offset === undefined || length === undefined) return undefined;
    const all = characters(whole);
    const from = offset < 0 ? Math.max(0, all.length + offset) : offset;
    return all.slice(from, length < 0 ? undefined : from + length).join('');
  })([text]);
};

/** Texts of a list of values, of which each element becomes one argument in turn. */
const formatlist: HclFunction = ([pattern = '', ...parts], call) => {
  const lists = parts.map(itemsOf);
  const count = lists.reduce((most, list) => Math.max(most, list?.length ?? 0), 0);
  if (lists.every((list) => list === undefined) || !call.environment.run.spend(count * parts.length)) return because(pattern, ...parts);
  return Array.from({ length: count }, (_, index) => format([pattern, ...parts.map((part, at) => lists[at]?.[index] ?? (lists[at] === undefined ? part : null))], call));
};

const title = (text: string): string => text.replace(/(^|[^\p{L}\p{N}_])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());

const capped = (text: string): string | undefined => (text.length > textLimit ? undefined : text);

export const strings: Readonly<Record<string, HclFunction>> = {
  format, formatlist, join, substr,
  chomp: ofTexts(([text = '']) => text.replace(/(?:\r?\n){1,1000}$/, '')),
  lower: ofTexts(([text = '']) => text.toLowerCase()),
  upper: ofTexts(([text = '']) => text.toUpperCase()),
  title: ofTexts(([text = '']) => title(text)),
  strrev: ofTexts(([text = '']) => characters(text).toReversed().join('')),
  trimspace: ofTexts(([text = '']) => text.trim()),
  trim: ofTexts(([text = '', set = '']) => trimBy(text, set, { start: true, end: true })),
  trimprefix: ofTexts(([text = '', prefix = '']) => (prefix !== '' && text.startsWith(prefix) ? text.slice(prefix.length) : text)),
  trimsuffix: ofTexts(([text = '', suffix = '']) => (suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text)),
  startswith: ofTexts(([text = '', prefix = '']) => text.startsWith(prefix)),
  endswith: ofTexts(([text = '', suffix = '']) => text.endsWith(suffix)),
  strcontains: ofTexts(([text = '', inner = '']) => text.includes(inner)),
  replace: ofTexts(([text = '', search = '', by = '']) => replaceAll(text, search, by)),
  split: ofTexts(([separator = '', text = '']) => (separator === '' ? characters(text) : text.split(separator))),
  indent: ofTexts(([count = '', text = '']) => (Number(count) <= 100 ? capped(text.replaceAll('\n', `\n${' '.repeat(Number(count))}`)) : undefined)),
  tostring: ([value = null]) => {
    const plain = bare(value);
    return typeof plain === 'number' || typeof plain === 'boolean' ? numberText(plain) : typeof plain === 'string' || plain === null ? value : because(value);
  },
  jsonencode: ([value = null]) => ({ is: 'json', value }),
  urlencode: ofTexts(([text = '']) => encodeURIComponent(text.toWellFormed()).replaceAll('%20', '+')),
  base64encode: ([value = null]) => base64(value),
  base64decode: ofTexts(([text = '']) => Buffer.from(text, 'base64').toString('utf8')),
  textencodebase64: ([value = null]) => because(value),
};

function base64(value: Value): Value {
  const text = typeof value === 'object' && value !== null && 'is' in value && value.is === 'json' ? encodedText(value.value) : undefined;
  return ofTexts(([plain = '']) => capped(Buffer.from(plain, 'utf8').toString('base64')))([text ?? value]);
}
