import { bare, because, failed, isObject, isUnknown, itemsOf, knownFlag, knownNumber, knownScalar, type Value } from '../value.ts';
import { hasGap } from '../text.ts';
import { identityOf, type HclFunction } from './function.ts';

/** A set of the elements; texts in order, as Terraform goes over them. One that is not known may be the same as another. */
export function setOf(items: readonly Value[]): Value {
  if (items.length > 1 && items.some(isOpen)) return because(...items);
  const named = items.map((item) => ({ item, name: identityOf(item) }));
  if (named.some(({ name }) => name === undefined)) return { is: 'set', items };
  const unique = new Map(named.map(({ item, name }) => [name ?? '', item] as const));
  return { is: 'set', items: [...unique].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, item]) => item) };
}

const isOpen = (item: Value): boolean => {
  const plain = bare(item);
  return isUnknown(plain) || (typeof plain === 'string' && hasGap(plain));
};

/** Set operations of elements that are told apart. */
const combining = (keep: (inside: readonly boolean[]) => boolean): HclFunction => (parts) => {
  const lists = parts.map(itemsOf);
  const names = lists.map((list) => list?.map(identityOf));
  if (names.some((list) => list === undefined || list.includes(undefined))) return because(...parts);
  const all = names.map((list) => new Set(list));
  const items = new Map(lists.flatMap((list, at) => (list ?? []).map((item, index) => [names[at]?.[index] ?? '', item] as const)));
  return setOf([...items].filter(([name]) => keep(all.map((set) => set.has(name)))).map(([, item]) => item));
};

/** Combinations that are made, at most. */
const productLimit = 20_000;

const setproduct: HclFunction = (parts, { environment: { run } }) => {
  const lists = parts.map(itemsOf);
  const count = lists.reduce((product, list) => product * (list?.length ?? Number.NaN), 1);
  if (!(count <= productLimit) || !run.spend(count)) return because(...parts);
  return lists.reduce<Value[][]>((made, list) => made.flatMap((start) => (list ?? []).map((item) => [...start, item])), [[]]);
};

const toset: HclFunction = ([value = null]) => {
  const items = itemsOf(value);
  return items === undefined ? (bare(value) === null ? null : because(value)) : setOf(items);
};

const tolist: HclFunction = ([value = null]) => itemsOf(value) ?? (bare(value) === null ? null : because(value));

const tomap: HclFunction = ([value = null]) => (isObject(value) || bare(value) === null ? value : because(value));

/** A known value that is none of the type is an error. */
const scalarAs = (read: (value: Value) => Value | undefined): HclFunction => ([value = null]) =>
  bare(value) === null ? null : (read(value) ?? (knownScalar(value) === undefined ? because(value) : failed('it is of another type')));


export const sets: Readonly<Record<string, HclFunction>> = {
  toset, tolist, tomap, setproduct,
  tonumber: scalarAs(knownNumber),
  tobool: scalarAs(knownFlag),
  setunion: combining((inside) => inside.includes(true)),
  setintersection: combining((inside) => !inside.includes(false)),
  setsubtract: combining(([first, second]) => first === true && second !== true),
};

