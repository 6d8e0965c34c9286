import { canonicalJson, compareText } from '../model/json.ts';

/** Values in the order of their canonical JSON, each once: the order in which they were learned cannot matter. */
export function sorted<T>(values: readonly T[]): T[] {
  const keyed = values.map((value) => ({ value, key: canonicalJson(value) })).sort((a, b) => compareText(a.key, b.key));
  return keyed.filter(({ key }, index) => key !== keyed[index - 1]?.key).map(({ value }) => value);
}
