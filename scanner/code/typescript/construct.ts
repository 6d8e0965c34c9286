import { ts } from './compiler.cjs';
import type { Construct } from '../../../model/occurrence.ts';
import { areSettings, contentOf, isAboutRegions, isDefaultKey } from '../construct-content.ts';
import type { Stretch } from '../language.ts';
import type { Hints } from '../lexicon.ts';
import { entryOf, entryOfName, unwrapped, type Entry, type Place } from './entry.ts';
import { nameOf } from './names.ts';
import { isText, render } from './rendered.ts';

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
  /** Nodes whose regions are told by it and need no look of their own. */
  readonly told: readonly ts.Node[];
}

/** The construct that a node is, if most of what it lists is regions. */
export function constructAt(node: ts.Node, file: ts.SourceFile, hints: Hints): Found | undefined {
  const place: Place = { file, node, hints };
  if (ts.isArrayLiteralExpression(node)) return listOf(node, place);
  if (ts.isObjectLiteralExpression(node)) return mapOf(node, place);
  if (ts.isNewExpression(node)) return collectionOf(node, place);
  if (ts.isEnumDeclaration(node)) return enumOf(node, place);
  if (ts.isUnionTypeNode(node)) return unionOf(node, place);
  return ts.isSwitchStatement(node) ? switchOf(node, place) : undefined;
}

function found(node: ts.Node, { file }: Place, parts: Omit<Found, 'stretch' | 'fallback'> & Partial<Pick<Found, 'fallback'>>): Found {
  return { fallback: false, ...parts, stretch: { from: node.getStart(file), to: node.end } };
}

const regionsOf = (entries: readonly Entry[]): string[] => entries.flatMap(({ regions }) => regions);

function listOf(node: ts.ArrayLiteralExpression, place: Place): Found | undefined {
  const { elements } = node;
  const pairs = pairsOf(node, place);
  if (pairs) return found(node, place, { kind: 'map', side: 'key', ...pairs, told: literalsBelow(node) });
  const rows = elements.map((element) => rowOf(element, place));
  const entries = rows.flatMap((row) => (row ? [row.entry] : []));
  if (!isAboutRegions(entries.length, elements.length)) return undefined;
  const others = rows.flatMap((row) => row?.others ?? []);
  const told = [node, ...elements.flatMap((element, index) => (rows[index] ? literalsBelow(element) : []))];
  return found(node, place, { kind: 'list', entries, size: elements.length, content: contentOf(others, regionsOf(entries)), told });
}

interface Row {
  readonly entry: Entry;
  readonly others: readonly (string | boolean | undefined)[];
}

/** A region, or an object with one: { value: 'us-east-1', label: 'N. Virginia' }. */
function rowOf(element: ts.Expression, place: Place): Row | undefined {
  const node = unwrapped(element);
  const entry = entryOf(node, place);
  if (entry) return { entry, others: [] };
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const members = node.properties.filter((property) => ts.isPropertyAssignment(property));
  const named = members.map((member) => ({ member, entry: entryOf(member.initializer, { ...place, hints: { name: nameOf(member.name) } }) }));
  const [first, ...more] = named.filter((candidate) => candidate.entry);
  if (!first?.entry || more.length > 0) return undefined;
  return { entry: first.entry, others: members.filter((member) => member !== first.member).map(({ initializer }) => plain(initializer, place)) };
}

/** Rows of a Map: [['us-east-1', value], …]. */
function pairsOf(node: ts.ArrayLiteralExpression, place: Place): Pick<Found, 'entries' | 'size' | 'content'> | undefined {
  const pairs = node.elements.map((element) => unwrapped(element)).filter((element) => ts.isArrayLiteralExpression(element)).filter(({ elements }) => elements.length === 2);
  if (pairs.length < 2 || pairs.length !== node.elements.length) return undefined;
  const keyed = pairs.map(({ elements: [key, value] }) => ({ entry: key && entryOf(key, place), other: value && plain(value, place) }));
  const entries = keyed.flatMap(({ entry }) => (entry ? [entry] : []));
  if (!isAboutRegions(entries.length, pairs.length)) return undefined;
  return { entries, size: pairs.length, content: contentOf(keyed.map(({ other }) => other), regionsOf(entries)) };
}

/** Text or truth value of an expression; undefined for everything that is more. */
function plain(expression: ts.Node, { file }: Place): string | boolean | undefined {
  const node = unwrapped(expression);
  if (isText(node)) return render(node, file).text;
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  return node.kind === ts.SyntaxKind.FalseKeyword ? false : undefined;
}

function mapOf(node: ts.ObjectLiteralExpression, place: Place): Found | undefined {
  const members = node.properties.flatMap((property) => {
    if (ts.isPropertyAssignment(property)) return [{ name: property.name, value: property.initializer as ts.Node | undefined }];
    return ts.isMethodDeclaration(property) || ts.isShorthandPropertyAssignment(property) ? [{ name: property.name, value: undefined }] : [];
  });
  const keys = members.map(({ name }) => entryOfName(name, place));
  const keyed = keys.filter((entry) => entry !== undefined);
  const size = node.properties.length;
  const defaults = members.filter(({ name }) => isDefaultKey(nameOf(name) ?? '')).length;
  const values = members.map(({ value }) => value && entryOf(value, { ...place, hints: { name: place.hints.name } }));
  const valued = values.filter((entry) => entry !== undefined);
  const common = { kind: 'map', size, fallback: defaults > 0 } as const;
  if (isAboutRegions(keyed.length, size - defaults) && !(isSpelling(keyed) && valued.length === size)) {
    const others = members.filter((_, index) => keys[index]).map(({ value }) => value && plain(value, place));
    return found(node, place, { ...common, side: 'key', entries: keyed, content: contentOf(others, regionsOf(keyed)), told: literalsBelow(node) });
  }
  const names = members.map(({ name }) => nameOf(name) ?? '');
  if (!isAboutRegions(valued.length, size) || areSettings(names)) return undefined;
  return found(node, place, { ...common, side: 'value', entries: valued, content: contentOf(names, regionsOf(valued)), told: [node, ...valued.map((entry) => entry.node)] });
}

const isSpelling = (keys: readonly Entry[]): boolean => keys.every(({ form }) => form === 'region-enum');

/** Everything written out below a node, without what stands in functions: that is program, not data. */
function literalsBelow(root: ts.Node): ts.Node[] {
  const below: ts.Node[] = [];
  const open: ts.Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (ts.isFunctionLike(node)) continue;
    below.push(node);
    ts.forEachChild(node, (child) => void open.push(child));
  }
  return below;
}

function collectionOf(node: ts.NewExpression, place: Place): Found | undefined {
  if (!ts.isIdentifier(node.expression) || !/^(?:Set|Map)$/.test(node.expression.text)) return undefined;
  const [argument] = node.arguments ?? [];
  const list = argument && unwrapped(argument);
  if (!list || !ts.isArrayLiteralExpression(list)) return undefined;
  const inner = listOf(list, place);
  return inner && found(node, place, { ...inner, kind: inner.kind === 'list' ? 'set' : 'map', told: [node, list, ...inner.told] });
}

function enumOf(node: ts.EnumDeclaration, place: Place): Found | undefined {
  const rows = node.members.map(({ name, initializer }) => {
    const entry = (initializer && entryOf(initializer, place)) ?? (initializer ? undefined : entryOfName(name, place));
    return entry && { entry, name: nameOf(name) };
  }).filter((row) => row !== undefined);
  const entries = rows.map(({ entry }) => entry);
  if (!isAboutRegions(entries.length, node.members.length)) return undefined;
  return found(node, place, { kind: 'enum', entries, size: node.members.length, content: contentOf(rows.map(({ name }) => name), regionsOf(entries)), told: literalsBelow(node) });
}

function unionOf(node: ts.UnionTypeNode, place: Place): Found | undefined {
  const entries = node.types.flatMap((type) => {
    const entry = ts.isLiteralTypeNode(type) ? entryOf(type.literal, place) : undefined;
    return entry ? [entry] : [];
  });
  return isAboutRegions(entries.length, node.types.length) ? found(node, place, { kind: 'union', entries, size: node.types.length, content: 'codes', told: literalsBelow(node) }) : undefined;
}

function switchOf(node: ts.SwitchStatement, place: Place): Found | undefined {
  const { clauses } = node.caseBlock;
  const cases = clauses.filter((clause) => ts.isCaseClause(clause));
  const entries = cases.flatMap(({ expression }) => entryOf(expression, place) ?? []);
  if (!isAboutRegions(entries.length, cases.length)) return undefined;
  return found(node, place, { kind: 'switch', side: 'key', entries, size: clauses.length, content: 'data', fallback: cases.length < clauses.length, told: cases.map(({ expression }) => expression) });
}
