import { compareText } from '../../../model/json.ts';
import type { Role } from '../../../model/occurrence.ts';
import { regionsIn } from '../../../model/region-token.ts';
import type { Embedded, Sighting } from '../language.ts';
import { lexicon, type Hints, type Match } from '../lexicon.ts';
import { isForPeople } from '../prose.ts';
import { anyWithin } from '../tree/node.ts';
import { areZonesOfOneRegion, constructAt, listIn, type Found } from './construct.ts';
import { languageOfText, mayBeProgram } from './embedded.ts';
import { globalNameAt, isGlobalTemplate } from './global-name.ts';
import { literalOf, type Literal } from './literal.ts';
import { partsOf, type DataNode, type JoinNode, type ListNode, type MapNode, type TextNode } from './node.ts';
import { enclosingOf } from './owner.ts';
import { pathOf, type Place, type Twins } from './place.ts';
import { nameOfSource, placed, type Step } from './placed.ts';
import { siblingsOf } from './siblings.ts';
import { roleInText } from './text-role.ts';

/** What a document says of regions. */
export interface DataReading {
  readonly sightings: Sighting[];
  readonly embedded: Embedded[];
}

interface State extends DataReading {
  readonly text: string;
  readonly offsets: readonly number[];
  /** Where something may stand that is told; undefined where that is not known. */
  readonly telling: readonly number[] | undefined;
}

/**
 * Reads everything region-bearing of a document. `nested`: every node stands inside of the one that it is a part of, and is written as it
 * is read, so that parts without a hit or a telling name need not be looked into. Iterative, so that deep nesting does no harm.
 */
export function readData(roots: readonly DataNode[], text: string, nested = false): DataReading {
  const offsets = lexicon.candidates(text);
  const telling = nested && !escaped.test(text) ? [...offsets, ...Array.from(text.matchAll(tellingName), ({ index }) => index)].sort((a, b) => a - b) : undefined;
  const state: State = { text, offsets, telling, sightings: [], embedded: [] };
  const open: Step[] = roots.toReversed().map((node) => ({ node, place: { owner: {}, around: undefined } }));
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const inner = visit(step, state);
    for (let index = inner.length - 1; index >= 0; index -= 1) open.push(inner[index] as Step);
  }
  const answered = answeredIn(roots, text);
  const once = state.sightings.some(({ form }) => form === 'global-name') && isGlobalTemplate(roots);
  const sightings = state.sightings.filter(({ form }) => !once || form !== 'global-name').map((sighting) => (sighting.construct?.name !== undefined && answered.has(sighting.construct.name) ? { ...sighting, construct: { ...sighting.construct, fallback: true } } : sighting));
  return { sightings, embedded: state.embedded };
}

/** Letters that are written as numbers. */
const escaped = /\\u/;
/** All that names can hold which mean something; see mayMean. */
const tellingName = /region|zone|\baz/gi;

/** Names of maps that are asked with an answer for what they lack. */
function answeredIn(roots: readonly DataNode[], text: string): ReadonlySet<string> {
  const names = new Set<string>();
  if (!/DefaultValue|lookup\(/.test(text)) return names;
  const open: DataNode[] = [...roots];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'lookup' && node.fallback && node.of?.kind === 'other') names.add(nameOfSource(node.of.source));
    for (const part of partsOf(node)) open.push(part);
  }
  return names;
}

/** Steps that are left below a node. */
function visit(step: Step, state: State): readonly Step[] {
  const { node, place } = step;
  const { telling } = state;
  const isTelling = telling === undefined || mayMean(place) ? undefined : (from: number, to: number): boolean => anyWithin(telling, from, to);
  if (isTelling !== undefined && !isTelling(node.from, node.to)) return [];
  if (node.kind === 'text' || node.kind === 'join') {
    if (isOfInterest(node, place, state)) ofText(node, step, state);
    else if (node.kind === 'text') state.sightings.push(...[globalNameAt(node, place) ?? []].flat());
    return placed(step);
  }
  if (node.kind !== 'list' && node.kind !== 'map') return placed(step);
  const found = place.said || !mayList(node, place, state) ? undefined : constructAt(node, state.text, hintsOf(place));
  if (found === undefined) return placed(step, isTelling);
  ofConstruct(node, found, { step, state });
  return found.told === undefined ? [] : placed(step).filter((inner) => !found.told?.has(inner.node));
}

/** Entries of a list without a hit in it that are looked at, where its name speaks of regions. */
const shortList = 50;

function mayList(node: ListNode | MapNode, place: Place, { offsets }: State): boolean {
  return anyWithin(offsets, node.from, node.to) || (mayMean(place) && node.kind === 'list' && node.items.length <= shortList);
}

/** Names that give short words a meaning, which no pattern finds on its own. */
const mayMean = ({ name, against }: Place): boolean => /region|zone|\baz\b/i.test(`${name ?? ''} ${against ?? ''}`);

function isOfInterest(node: TextNode | JoinNode, place: Place, { offsets }: State): boolean {
  if (anyWithin(offsets, node.from, node.to)) return true;
  if (node.kind === 'text') return mayMean(place) && node.text.length <= 40;
  return node.parts.length <= shortList && node.parts.some((part) => part.kind === 'other' && /region/i.test(part.source));
}

function hintsOf({ name, against }: Place): Hints {
  return { name, against };
}

function beside(node: DataNode, { owner, around, twins }: Place): Pick<Sighting, 'callee' | 'service' | 'siblings' | 'alternatives' | 'enclosing' | 'scope'> {
  const scope = isTestJob(around) ? { scope: 'test' } as const : {};
  return { callee: owner.callee, service: owner.service, enclosing: enclosingOf(owner, around), siblings: siblingsOf(around, node), alternatives: regionsOfTwins(node, twins), ...scope };
}

/** Regions that are served by what stands in other arms or blocks. */
function regionsOfTwins(node: DataNode, twins: Twins | undefined): string[] {
  if (twins === undefined || (twins.of !== undefined && !(node.kind === 'text' && node.text.includes(twins.of)))) return [];
  return [...new Set(twins.texts.flatMap((text) => regionsIn(text)))].sort(compareText);
}

/** A job of a workflow that only runs tests against what is deployed. */
function isTestJob(around: Place['around']): boolean {
  const [first, job] = pathOf(around);
  return first === 'jobs' && job !== undefined && /(?:^|[-_])(?:e2e|acceptance|end-to-end)(?:[-_]|$)/i.test(job);
}

function ofConstruct(node: ListNode | MapNode, found: Found, { step: { place }, state }: { readonly step: Step; readonly state: State }): void {
  const [first] = found.entries;
  if (!first) return;
  const { kind, side, content, size, entries } = found;
  const regions = [...new Set(entries.flatMap((entry) => entry.regions))].sort();
  const role: Role = kind === 'list' ? (place.role === 'comparison' ? 'comparison' : 'element') : side === 'key' ? 'key' : 'value';
  const common = { ...beside(node, place), form: first.form, text: first.text, role, regions, name: place.name };
  if (areZonesOfOneRegion(found)) {
    const last = entries.at(-1) ?? first;
    const whole = state.text.slice(first.from, last.to);
    state.sightings.push({ ...common, from: first.from, to: last.to, ...(entries.length > 1 && whole.length < 200 ? { within: whole } : {}) });
    return;
  }
  const construct = { kind, ...(side ? { side } : {}), content, entries: size, fallback: found.fallback || place.answered === true, regions, ...(place.name === undefined ? {} : { name: place.name }), from: node.from, to: node.to };
  state.sightings.push({ ...common, from: first.from, to: first.to, construct });
}

/** Members that hold the source of a pattern: JSON Schema's pattern, CloudFormation's AllowedPattern. */
const patternName = /(?:^|_)(?:pattern|format|re)$|[a-z]Pattern$|regexp?$/i;

function ofText(node: TextNode | JoinNode, { place }: Step, state: State): void {
  const literal = literalOf(node, state.text);
  const { text } = literal;
  const language = mayBeProgram(node) && !place.said ? languageOfText(text, place) : undefined;
  if (language !== undefined) {
    const { callee, service, enclosing, scope } = beside(node, place);
    const { stretch: { from, to }, place: placeOf, inside } = literal;
    state.embedded.push({ language, text: language === 'shell' ? forShell(text) : text, from, to, place: placeOf, inside, callee, service, enclosing, scope });
    return;
  }
  const inPattern = place.pattern === true || (patternName.test(place.name ?? '') && /[\\[({^]/.test(text));
  const all = inPattern ? lexicon.classifyPattern(text) : lexicon.classify(text, hintsOf(place));
  const matches = all.filter(({ from, to, form }) => form !== 'region-env' && !literal.isInserted(from, to));
  if (matches.length > 0) tell(matches, { node, literal, place, inPattern, state });
}

/** Values that a workflow fills in, as a shell writes them, of the same length: it would stumble over ${{ … }}. */
const forShell = (text: string): string => text
  .replace(/\$\{\{([^{}'"\n]{0,200})\}\}/g, (_, inner: string) => `\${_${inner.replace(/\W/g, '_')}_}`)
  .replace(/\$\{\{([^{}'"|\n]{2,200})\|\|[ \t]{0,4}'([\w.-]{1,60})'([ \t]{0,4})\}\}/g, filledOr);

/** A value or what stands for it, as a shell writes it, with the latter where it was. */
function filledOr(found: string, asked: string, otherwise: string): string {
  const before = found.indexOf(`'${otherwise}'`) + 1;
  return `${`\${_${asked.replace(/\W/g, '_')}`.padEnd(before - 2, '_')}:-${otherwise}}`.padEnd(found.length);
}

interface Told {
  readonly node: TextNode | JoinNode;
  readonly literal: Literal;
  readonly place: Place;
  readonly inPattern: boolean;
  readonly state: State;
}

function tell(matches: readonly Match[], { node, literal, place, inPattern, state }: Told): void {
  const { text } = literal;
  const common = beside(node, place);
  const codes = listIn(matches, text);
  const list = codes && matches[0]?.form === 'zone' && codes.regions.length < 2 ? undefined : codes;
  const said = codes === undefined ? matches : matches.slice(0, 1);
  for (const match of said) {
    const partial = match.from > 0 || match.to < text.length;
    const stretch = inPattern ? literal.stretch : literal.place(match.from, match.to);
    state.sightings.push({
      ...common,
      from: stretch.from,
      to: stretch.to,
      form: match.form,
      text: match.text,
      regions: list ? list.regions : match.regions,
      role: list ? 'element' : roleOf(match, text, place),
      name: place.name,
      ...(partial ? { within: lineOf(text, match) } : {}),
      ...(inPattern ? { pattern: text } : {}),
      ...(list ? { construct: { kind: 'list', content: 'codes', entries: matches.length, fallback: false, regions: list.regions, ...(place.name === undefined ? {} : { name: place.name }), from: literal.stretch.from, to: literal.stretch.to } } : {}),
    });
  }
}

/** Code within a text for people: Markdown. */
const fenced = /^[ \t]*```/m;

function roleOf(match: Match, text: string, { role, name, said }: Place): Role {
  if (said) return 'text';
  if (role === 'comparison' || role === 'key' || role === 'default') return role;
  const line = lineOf(text, match);
  if (fenced.test(text)) return 'text';
  if (isForPeople({ text: line, from: Math.max(0, line.indexOf(match.text)), name })) return 'text';
  const inside = match.from > 0 || match.to < text.length ? roleInText(text, match.from, match.to) : undefined;
  return inside ?? role ?? 'value';
}

/** The line of a longer text that a match stands in. */
function lineOf(text: string, { from, to }: Match): string {
  const end = text.indexOf('\n', to);
  return text.slice(text.lastIndexOf('\n', Math.max(0, from - 1)) + 1, end === -1 ? text.length : end);
}

