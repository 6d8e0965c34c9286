import { inKeyOrder } from '../for-expression.ts';
import { pairsOf } from '../access.ts';
import { equal } from '../operators.ts';
import { hasSymbol } from '../../../../model/symbol.ts';
import { bare, because, failed, isEncoded, isList, isObject, isSet, isUnknown, itemsOf, knownFlag, knownNumber, knownText, mentionsOf, object, traced, unknown, type Unknown, type Value } from '../value.ts';
import { identityOf, isTold, type HclFunction } from './function.ts';

/** Lists as one; where one of them is not known, neither is the whole. */
const concatLists: HclFunction = (parts, { environment: { run } }) => {
  const lists = parts.map(itemsOf);
  if (lists.some((list) => list === undefined)) return because(...parts);
  const all = lists.flatMap((list) => list ?? []);
  return run.spend(all.length) ? all : because(...parts);
};

/** Later members win. After a gap only what stands in later objects is known. */
const merge: HclFunction = (parts, { environment: { run } }) => {
  let members = new Map<string, Value>();
  let rest: Unknown | undefined;
  for (const part of parts) {
    const plain = bare(part);
    if (plain === null) continue;
    if (!isObject(plain)) {
      rest = unknown('an object that it is merged from is not known', mentionsOf(part, ...members.values(), ...(rest === undefined ? [] : [rest])));
      members = new Map();
      continue;
    }
    if (!run.spend(plain.of.size)) return because(...parts);
    if (plain.rest !== undefined) {
      rest = unknown(plain.rest.why, mentionsOf(plain.rest, ...members.values(), ...(rest === undefined ? [] : [rest])));
      members = new Map();
    }
    for (const [key, value] of plain.of) members.set(key, value);
  }
  return object(inKeyOrder(members), rest);
};

const lookup: HclFunction = ([of = null, key = null, otherwise]) => {
  const [plain, name] = [bare(of), knownText(key)];
  if (name === undefined || !isObject(plain)) return isUnknown(plain) || name === undefined ? because(of, key, otherwise ?? null) : failed('lookup needs an object');
  return plain.of.get(name) ?? plain.rest ?? otherwise ?? failed(`there is no ${name.slice(0, 100)}`);
};

const element: HclFunction = ([of = null, index = null]) => {
  const [items, number] = [itemsOf(of), knownNumber(index)];
  if (items === undefined || number === undefined) return because(of, index);
  if (items.length === 0) return failed('the list is empty');
  return items[((Math.trunc(number) % items.length) + items.length) % items.length] ?? null;
};

const length: HclFunction = ([value = null]) => {
  const plain = bare(value);
  if (isList(plain)) return plain.length;
  if (isSet(plain)) return plain.items.every((item) => isTold(item)) || plain.items.length < 2 ? plain.items.length : because(value);
  if (isObject(plain) && plain.rest === undefined) return plain.of.size;
  if (typeof plain === 'string' && !hasSymbol(plain)) return Array.from(plain).length;
  return isEncoded(plain) || isUnknown(plain) || plain !== null ? because(value) : failed('null has no length');
};

const keys: HclFunction = ([value = null]) => {
  const plain = bare(value);
  return isObject(plain) && plain.rest === undefined ? [...inKeyOrder(plain.of).keys()] : because(value);
};

const values: HclFunction = ([value = null]) => {
  const plain = bare(value);
  return isObject(plain) && plain.rest === undefined ? [...inKeyOrder(plain.of).values()] : because(value);
};

const contains: HclFunction = ([of = null, wanted = null]) => {
  const items = itemsOf(of);
  if (items === undefined) return because(of, wanted);
  const answers = items.map((item) => equal(item, wanted));
  return answers.includes(true) ? true : answers.every((answer) => answer === false) ? false : because(of, wanted);
};

const flattenDepth = 50;

const flatten: HclFunction = (parts, { environment: { run } }) => {
  const flat: Value[] = [];
  let isWhole = true;
  const visit = (value: Value, depth: number): void => {
    const items = itemsOf(value);
    if (items === undefined || depth > flattenDepth) {
      // A gap may stand for a list of any length.
      if (isUnknown(value) && depth > 0) isWhole = false;
      flat.push(value);
    } else if (run.spend(items.length)) for (const item of items) visit(item, depth + 1);
    else isWhole = false;
  };
  visit(parts[0] ?? null, 0);
  return isWhole && itemsOf(parts[0] ?? null) !== undefined ? flat : because(...parts);
};

const compact: HclFunction = ([of = null]) => {
  const items = itemsOf(of);
  if (items === undefined || items.some((item) => isUnknown(item))) return because(of);
  return items.filter((item) => bare(item) !== null && bare(item) !== '');
};

const distinct: HclFunction = ([of = null]) => {
  const items = itemsOf(of);
  const names = items?.map(identityOf);
  if (items === undefined || names === undefined || names.some((name) => name === undefined)) return items !== undefined && items.length < 2 ? of : because(of);
  const seen = new Set<string | undefined>();
  return items.filter((_, index) => seen.size < seen.add(names[index]).size);
};

const slice: HclFunction = ([of = null, from = null, to = null]) => {
  const [items, start, end] = [itemsOf(of), knownNumber(from), knownNumber(to)];
  if (start === undefined || end === undefined || !(start >= 0 && end >= start && end - start <= 10_000)) return because(of, from, to);
  if (items !== undefined) return end > items.length ? failed('the list is shorter than the slice') : items.slice(start, end);
  // Terraform refuses a list that is too short, so that the number of elements is certain although the elements are not.
  return isUnknown(of) && !of.failed ? Array.from({ length: end - start }, () => unknown(of.why, of.mentions)) : because(of);
};

const zipmap: HclFunction = ([names = null, of = null]) => {
  const [keys, items] = [itemsOf(names), itemsOf(of)];
  const texts = keys?.map(knownText);
  if (keys === undefined || items === undefined || texts === undefined || texts.some((text) => text === undefined) || keys.length !== items.length) return because(names, of);
  return object(inKeyOrder(new Map(texts.map((text, index) => [text ?? '', items[index] ?? null]))));
};

const index: HclFunction = ([of = null, wanted = null]) => {
  const items = itemsOf(of);
  if (items === undefined) return because(of, wanted);
  for (const [at, item] of items.entries()) {
    const same = equal(item, wanted);
    if (typeof same !== 'boolean') return because(of, wanted);
    if (same) return at;
  }
  return failed('the list does not hold the value');
};

const one: HclFunction = ([of = null]) => {
  if (bare(of) === null) return null;
  const items = itemsOf(of);
  if (items === undefined) return because(of);
  return items.length === 0 ? null : items.length === 1 ? (items[0] ?? null) : failed('there is more than one element');
};

const range: HclFunction = (parts, { environment: { run } }) => {
  const numbers = parts.map(knownNumber);
  if (numbers.some((number) => number === undefined)) return because(...parts);
  const [first = 0, second, third] = numbers;
  const [from, to] = second === undefined ? [0, first] : [first, second];
  const step = third ?? (to < from ? -1 : 1);
  const count = step === 0 ? Number.POSITIVE_INFINITY : Math.max(0, Math.ceil((to - from) / step));
  if (count > rangeLimit || !run.spend(count)) return failed('the range is too long');
  return Array.from({ length: count }, (_, at) => from + at * step);
};

/** Terraform's own limit of elements. */
const rangeLimit = 1_024;

const quantified = (deciding: boolean): HclFunction => ([of = null]) => {
  const flags = itemsOf(of)?.map(knownFlag);
  if (flags === undefined) return because(of);
  return flags.includes(deciding) ? deciding : flags.every((flag) => flag !== undefined) ? !deciding : because(of);
};

const sort: HclFunction = ([of = null]) => {
  const texts = itemsOf(of)?.map(knownText);
  if (texts === undefined || texts.some((text) => text === undefined)) return because(of);
  return (texts as string[]).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)).map((text) => traced(text, mentionsOf(...(itemsOf(of) ?? []).filter((item) => bare(item) === text))));
};

const reverse: HclFunction = ([of = null]) => {
  const items = itemsOf(of);
  return items === undefined ? because(of) : items.toReversed();
};

const chunklist: HclFunction = ([of = null, size = null]) => {
  const [items, number] = [itemsOf(of), knownNumber(size)];
  if (items === undefined || number === undefined || number < 1) return because(of, size);
  return Array.from({ length: Math.ceil(items.length / number) }, (_, at) => items.slice(at * number, (at + 1) * number));
};

const transpose: HclFunction = ([of = null]) => {
  const pairs = pairsOf(of);
  if ('is' in pairs) return because(of);
  const made = new Map<string, Value[]>();
  for (const { key, value } of pairs) {
    for (const item of itemsOf(value) ?? [null]) {
      const [name, text] = [knownText(item), knownText(key)];
      if (name === undefined || text === undefined) return because(of);
      const group = made.get(name);
      if (group) group.push(text);
      else made.set(name, [text]);
    }
  }
  return object(inKeyOrder(made));
};

export const collections: Readonly<Record<string, HclFunction>> = {
  concat: concatLists, merge, lookup, element, length, keys, values, contains, flatten, compact, distinct, slice, zipmap, index, one, range, sort, reverse, chunklist, transpose,
  alltrue: quantified(false),
  anytrue: quantified(true),
  matchkeys: (parts) => because(...parts),
};
