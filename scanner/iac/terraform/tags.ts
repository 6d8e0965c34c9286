import { maskNamed } from '../../secrets.ts';
import { asList, asObject, asText, member } from './members.ts';
import type { TerraformResource } from './resource.ts';
import { withoutSymbols } from './values.ts';

/** Tags that are known: all of them with the provider's defaults if these are known, else the resource's own; auto scaling groups have a block for each. */
export function tagsOf({ values, sensitive }: TerraformResource): Record<string, string> {
  const told = (['tags_all', 'tags'] as const).find((name) => asObject(member(values, name)) !== undefined && member(sensitive, name) !== true);
  const map = told === undefined ? {} : (asObject(member(values, told)) ?? {});
  const hidden = told === undefined ? undefined : member(sensitive, told);
  const own = Object.entries(map).filter(([key]) => member(hidden, key) !== true);
  const blocks = member(sensitive, 'tag') === true ? [] : (asList(member(values, 'tag')) ?? []);
  const listed = blocks.map((block): [string, unknown] => [asText(member(block, 'key')) ?? '', member(block, 'value')]);
  const texts = [...own, ...listed].flatMap(([key, value]) => (key !== '' && typeof value === 'string' ? [[withoutSymbols(key), maskNamed(key, withoutSymbols(value))] as const] : []));
  return Object.fromEntries(texts);
}
