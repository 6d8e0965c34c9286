import type { Construct } from '../../../model/occurrence.ts';
import { areSettings, contentOf, isAboutRegions, isDefaultKey } from '../construct-content.ts';
import type { Stretch } from '../language.ts';
import { entryOf, entryOfName, type Entry, type Place } from './entry.ts';
import { fillingsIn } from './filled.ts';
import { calledName, literalOf, nameOf } from './names.ts';
import { childrenOf, syntaxOf, textOf, type Node } from './node.ts';
import { unwrapped } from './shapes.ts';
import type { Call, SyntaxOf } from './syntax.ts';
import { makesList, makesMap, makesSet } from './words.ts';

/** A list, map, enum, union or switch of regions. */
export interface Found {
  readonly kind: Construct['kind'];
  readonly side?: Construct['side'];
  readonly content: Construct['content'];
  readonly entries: readonly Entry[];
  /** Entries in all. */
  readonly size: number;
  /** One of its own arms answers for all regions that it lacks. */
  readonly fallback: boolean;
  readonly stretch: Stretch;
  /** The collection, where statements fill it. */
  readonly at?: Node;
  /** Nodes whose regions are told by it and need no look of their own. */
  readonly told: readonly Node[];
}

type Parts = Omit<Found, 'stretch' | 'fallback'> & Partial<Pick<Found, 'stretch' | 'fallback'>>;
type Other = string | boolean | undefined;

/** Items read of one list; longer ones are data that a program wrote. */
const itemLimit = 2_000;
/** Calls that a list is handed through: new HashSet<>(Arrays.asList(…)). */
const depthLimit = 3;

/** The construct that a node is, if most of what it lists is regions. */
export function constructAt(node: Node, place: Place): Found | undefined {
  const parts = partsAt(node, place);
  return parts && { fallback: false, stretch: { from: node.from, to: node.to }, ...parts };
}

function partsAt(node: Node, place: Place): Parts | undefined {
  const syntax = syntaxOf(node);
  switch (syntax?.is) {
    case 'collection':
      return syntax.kind === 'map' ? mapOf(node, syntax.items, place) : listOf(node, { items: syntax.items, kind: syntax.kind }, place);
    case 'call':
      return madeBy(node, syntax, place);
    case 'loop':
      return syntax.items && listOf(node, { items: syntax.items, kind: 'list' }, place);
    case 'enum':
      return enumOf(node, syntax, place);
    case 'block': case 'file':
      return filledIn(node, place);
    case 'switch':
      return switchOf(syntax, place);
    default:
      return undefined;
  }
}

const regionsOf = (entries: readonly Entry[]): string[] => entries.flatMap(({ regions }) => regions);

interface Listed {
  readonly items: readonly Node[];
  readonly kind: 'list' | 'set' | 'union' | 'map';
}

function listOf(node: Node, { items, kind }: Listed, place: Place): Parts | undefined {
  const pairs = kind === 'list' ? tuplesOf(items) : undefined;
  if (pairs) return keyedBy(node, { pairs, size: items.length }, place);
  const rows = items.slice(0, itemLimit).map((element) => rowOf(element, place));
  const entries = rows.flatMap((row) => (row ? [row.entry] : []));
  if (!isAboutRegions(entries.length, items.length)) return undefined;
  const others = rows.flatMap((row) => row?.others ?? []);
  const told = [node, ...items.flatMap((element, index) => (rows[index] ? literalsBelow(element) : []))];
  return { kind, entries, size: items.length, content: kind === 'union' ? 'codes' : contentOf(others, regionsOf(entries)), told };
}

interface Row {
  readonly entry: Entry;
  readonly others: readonly Other[];
}

/** A region, or an object with one: {"code": "us-east-1", "name": "N. Virginia"}, ("us-east-1", "N. Virginia"). */
function rowOf(element: Node, place: Place): Row | undefined {
  const node = unwrapped(element);
  const entry = entryOf(node, place);
  if (entry) return { entry, others: [] };
  const syntax = syntaxOf(node);
  if (syntax?.is !== 'collection') return undefined;
  const members = syntax.items.map((item) => {
    const pair = syntaxOf(item);
    return pair?.is === 'pair' ? { key: pair.key, value: pair.value } : { key: undefined, value: item };
  });
  const named = members.map((member) => ({ ...member, entry: member.value && entryOf(member.value, { ...place, hints: { name: nameOf(member.key) } }) }));
  const [first, ...more] = named.filter((candidate) => candidate.entry);
  if (!first?.entry || more.length > 0) return undefined;
  return { entry: first.entry, others: named.filter((member) => member !== first).map(({ value }) => plain(value)) };
}

interface KeyValue {
  readonly key: Node | undefined;
  readonly value: Node | undefined;
}

/** Rows of two: [("us-east-1", value), …], which make a map. */
function tuplesOf(items: readonly Node[]): KeyValue[] | undefined {
  const pairs = items.slice(0, itemLimit).flatMap((item) => {
    const syntax = syntaxOf(unwrapped(item));
    if (syntax?.is !== 'collection' || syntax.kind === 'map' || syntax.items.length !== 2) return [];
    return [{ key: syntax.items[0], value: syntax.items[1] }];
  });
  return pairs.length < 2 || pairs.length !== items.length ? undefined : pairs;
}

/** Text or truth value of an expression; undefined for everything that is more. */
function plain(expression: Node | undefined): Other {
  const node = expression && unwrapped(expression);
  if (node === undefined) return undefined;
  const word = node.to - node.from < 6 ? textOf(node).toLowerCase() : '';
  if (word === 'true' || word === 'false') return word === 'true';
  return literalOf(node);
}

interface Keyed {
  readonly pairs: readonly KeyValue[];
  /** Entries that are no pair, such as another map that is merged in, count too. */
  readonly size: number;
}

function mapOf(node: Node, items: readonly Node[], place: Place): Parts | undefined {
  const pairs = items.slice(0, itemLimit).flatMap((item) => {
    const pair = syntaxOf(item);
    return pair?.is === 'pair' ? [{ key: pair.key, value: pair.value }] : [];
  });
  return keyedBy(node, { pairs, size: items.length }, place) ?? valuedBy(node, { pairs, size: items.length }, place);
}

function keyedBy(node: Node, { pairs, size }: Keyed, place: Place): Parts | undefined {
  const keys = pairs.map(({ key }) => key && entryOfName(key, place));
  const entries = keys.filter((entry) => entry !== undefined);
  const defaults = pairs.filter(({ key }) => isDefaultKey(nameOf(key) ?? '')).length;
  if (!isAboutRegions(entries.length, size - defaults)) return undefined;
  if (entries.every(({ form }) => form === 'region-enum') && valuesOf(pairs, place).length === size) return undefined;
  const others = pairs.filter((_, index) => keys[index]).map(({ value }) => plain(value));
  return { kind: 'map', side: 'key', size, fallback: defaults > 0, entries, content: contentOf(others, regionsOf(entries)), told: literalsBelow(node) };
}

const valuesOf = (pairs: readonly KeyValue[], place: Place): Entry[] => pairs.flatMap(({ value }) => (value && entryOf(value, { ...place, hints: { name: place.hints.name } })) ?? []);

function valuedBy(node: Node, { pairs, size }: Keyed, place: Place): Parts | undefined {
  const entries = valuesOf(pairs, place);
  const names = pairs.map(({ key }) => nameOf(key) ?? '');
  if (!isAboutRegions(entries.length, size) || areSettings(names)) return undefined;
  const defaults = names.filter(isDefaultKey).length;
  return { kind: 'map', side: 'value', size, fallback: defaults > 0, entries, content: contentOf(names, regionsOf(entries)), told: [node, ...entries.flatMap((entry) => literalsBelow(entry.node))] };
}

/** Everything written out below a node, without what stands in functions: that is program, not data. */
function literalsBelow(root: Node): Node[] {
  const below: Node[] = [];
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (syntaxOf(node)?.is === 'function') continue;
    below.push(node);
    for (const child of childrenOf(node)) open.push(child);
  }
  return below;
}

/** listOf("us-east-1", …), Map.of("us-east-1", …), set(["us-east-1", …]). */
function madeBy(node: Node, call: Call, place: Place): Parts | undefined {
  const name = calledName(call) ?? '';
  const kind = makesSet.test(name) ? 'set' : makesMap.test(name) ? 'map' : makesList.test(name) ? 'list' : undefined;
  if (kind === undefined) return undefined;
  const items = call.arguments;
  const [only, ...more] = items;
  if (only === undefined) return undefined;
  const inner = more.length === 0 && (place.depth ?? 0) < depthLimit ? partsAt(only, { ...place, depth: (place.depth ?? 0) + 1 }) : undefined;
  if (inner) return { ...inner, kind: inner.kind === 'list' || inner.kind === 'set' ? (kind === 'map' ? inner.kind : kind) : inner.kind, told: [node, only, ...inner.told] };
  if (kind !== 'map') return listOf(node, { items, kind }, place);
  if (items.every((item) => syntaxOf(item)?.is === 'pair')) return mapOf(node, items, place);
  return keyedBy(node, { pairs: items.flatMap((key, index) => (index % 2 === 0 ? [{ key, value: items[index + 1] }] : [])), size: items.length / 2 }, place);
}

function enumOf(node: Node, { members }: SyntaxOf<'enum'>, place: Place): Parts | undefined {
  const rows = members.slice(0, itemLimit).flatMap((each) => {
    const member = syntaxOf(each);
    if (member?.is !== 'enum-member') return [];
    const entry = member.value ? entryOf(member.value, place) : member.name && entryOfName(member.name, place);
    return entry ? [{ entry, name: nameOf(member.name) }] : [];
  });
  const entries = rows.map(({ entry }) => entry);
  if (!isAboutRegions(entries.length, members.length)) return undefined;
  return { kind: 'enum', entries, size: members.length, content: contentOf(rows.map(({ name }) => name), regionsOf(entries)), told: literalsBelow(node) };
}

function switchOf({ cases }: SyntaxOf<'switch'>, place: Place): Parts | undefined {
  const arms = cases.flatMap((each) => {
    const arm = syntaxOf(each);
    return arm?.is === 'case' ? [arm.values] : [];
  });
  const values = arms.flat();
  const entries = values.flatMap((value) => entryOfName(value, place) ?? []);
  if (!isAboutRegions(entries.length, values.length)) return undefined;
  const defaults = arms.filter((own) => own.every(isWildcard)).length;
  return { kind: 'switch', side: 'key', entries, size: arms.length, content: 'data', fallback: defaults > 0, told: entries.flatMap((entry) => literalsBelow(entry.node)) };
}

/** A collection that statements fill one after the other. */
function filledIn(block: Node, place: Place): Parts | undefined {
  const fillings = fillingsIn(block, place);
  const [first, second] = fillings ?? [];
  if (fillings === undefined || first === undefined || second === undefined) return undefined;
  const pairs = fillings.map(({ key, value }) => ({ key, value }));
  const size = fillings.length;
  const parts = first.value === undefined ? listOf(first.statement, { items: pairs.map(({ key }) => key), kind: 'list' }, place) : keyedBy(first.statement, { pairs, size }, place);
  return parts && { ...parts, at: first.of, stretch: { from: first.statement.from, to: fillings.at(-1)?.statement.to ?? first.statement.to }, told: fillings.flatMap(({ statement }) => literalsBelow(statement)) };
}

const isWildcard = (node: Node): boolean => /^(?:_|\*|else|default)$/.test(textOf(node).trim());
