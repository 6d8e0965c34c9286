import type { Construct, Form } from '../../../model/occurrence.ts';
import { areSettings, contentOf, isAboutRegions, isDefaultKey } from '../construct-content.ts';
import type { Stretch } from '../language.ts';
import { lexicon, type Hints, type Match } from '../lexicon.ts';
import { alignmentOf } from './literal.ts';
import type { DataNode, ListNode, MapNode } from './node.ts';
import { pairOf } from './place.ts';

/** A region or zone and nothing else. */
export interface Entry extends Stretch {
  readonly form: Form;
  readonly text: string;
  readonly regions: readonly string[];
  readonly node: DataNode;
}

/** A list or map of regions. */
export interface Found {
  readonly kind: Extract<Construct['kind'], 'list' | 'map'>;
  readonly side?: Construct['side'];
  readonly content: Construct['content'];
  readonly entries: readonly Entry[];
  readonly size: number;
  readonly fallback: boolean;
  /** Nodes that need no look of their own; everything below the construct if not given. */
  readonly told?: ReadonlySet<DataNode>;
}

const entryForms: ReadonlySet<Form> = new Set(['region', 'region-enum', 'zone', 'zone-id', 'short-code', 'region-prefix']);
const longest = 40;

/** The construct that a list or map is, if most of what it lists is regions. */
export function constructAt(node: ListNode | MapNode, source: string, hints: Hints): Found | undefined {
  return node.kind === 'list' ? listOf(node, source, hints) : mapOf(node, source, hints);
}

/** The region that a node is. */
export function entryOf(node: DataNode | undefined, source: string, hints: Hints = {}): Entry | undefined {
  if (node?.kind !== 'text' || node.text.length > longest) return undefined;
  const match = wholeMatch(node.text, hints);
  return match && { form: match.form, text: match.text, regions: match.regions, node, ...alignmentOf(node, source).place(0, node.text.length) };
}

function wholeMatch(text: string, hints: Hints): Match | undefined {
  const [match] = lexicon.classify(text, hints);
  return match && match.from === 0 && match.to === text.length && entryForms.has(match.form) ? match : undefined;
}

const regionsOf = (entries: readonly Entry[]): string[] => entries.flatMap(({ regions }) => regions);

function listOf({ items }: ListNode, source: string, hints: Hints): Found | undefined {
  const rows = items.map((item) => rowOf(item, source, hints));
  const entries = rows.flatMap((row) => (row ? [row.entry] : []));
  if (!isAboutRegions(entries.length, items.length)) return undefined;
  const others = rows.flatMap((row) => row?.others ?? []);
  if (others.length > 0 && new Set(regionsOf(entries)).size < 2) return undefined;
  return { kind: 'list', entries, size: items.length, fallback: false, content: contentOf(others, regionsOf(entries)), told: new Set(items.filter((_, index) => rows[index])) };
}

/** A region, or an object with one: { region: us-east-1, name: Virginia }. */
function rowOf(item: DataNode, source: string, hints: Hints): { readonly entry: Entry; readonly others: readonly (string | boolean | undefined)[] } | undefined {
  const entry = entryOf(item, source, hints);
  if (entry) return { entry, others: [] };
  if (item.kind !== 'map' || item.members.length > 20 || pairOf(item)) return undefined;
  const named = item.members.map((member) => ({ member, entry: entryOf(member.value, source, { name: member.key.text }) })).filter((candidate) => candidate.entry);
  const [first] = named;
  if (!first?.entry || named.length > 1) return undefined;
  return { entry: first.entry, others: item.members.filter((member) => member !== first.member).map(({ value }) => plain(value)) };
}

function plain(node: DataNode | undefined): string | boolean | undefined {
  if (node?.kind !== 'text') return undefined;
  return node.string ? node.text : node.text === 'true' ? true : node.text === 'false' ? false : undefined;
}

function mapOf({ members, record }: MapNode, source: string, hints: Hints): Found | undefined {
  const size = members.length;
  if (size < 2) return undefined;
  const keys = members.map(({ key }) => entryOf(key, source, hints));
  const keyed = keys.filter((entry) => entry !== undefined);
  const defaults = members.filter(({ key }) => isDefaultKey(key.text)).length;
  const common = { kind: 'map', size, fallback: defaults > 0 } as const;
  if (isAboutRegions(keyed.length, size - defaults)) {
    const others = members.filter((_, index) => keys[index]).map(({ value }) => plain(value));
    return { ...common, side: 'key', entries: keyed, content: contentOf(others, regionsOf(keyed)) };
  }
  if (record) return undefined;
  const valued = members.map(({ value }) => entryOf(value, source, hints)).filter((entry) => entry !== undefined);
  const names = members.map(({ key }) => key.text);
  if (!isAboutRegions(valued.length, size) || areSettings(names) || names.some(isSetting)) return undefined;
  return { ...common, side: 'value', entries: valued, content: contentOf(names, regionsOf(valued)), told: new Set(valued.map(({ node }) => node)) };
}

/** Keys of settings that stand beside each other, rather than of entries of a lookup. */
function isSetting(name: string): boolean {
  return /region|zone|endpoint|_?url$|^(?:type|kind|name|value|default|uses|image)$/i.test(name);
}

/** Whether all entries are zones of one region: a setting of that region, and no list of what is served. */
export function areZonesOfOneRegion({ entries }: Found): boolean {
  return entries.every(({ form }) => form === 'zone' || form === 'zone-id') && new Set(regionsOf(entries)).size <= 1;
}

/** Whether a text holds nothing but codes with separators between: us-east-1,eu-west-1. */
export function listIn(matches: readonly Match[], text: string): { readonly regions: string[] } | undefined {
  const [first, second] = matches;
  if (!first || !second || (first.form !== 'region' && first.form !== 'zone') || matches.some(({ form }) => form !== first.form)) return undefined;
  const gaps = [...matches.map(({ from }, index) => text.slice(matches[index - 1]?.to ?? 0, from)), text.slice(matches.at(-1)?.to)];
  return gaps.every((gap) => /^[\s,;|/[\]"']*$/.test(gap)) ? { regions: [...new Set(matches.flatMap(({ regions }) => regions))].sort() } : undefined;
}

