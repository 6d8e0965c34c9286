import type { CallNode, ChooseNode, CompareNode, DataNode, ListNode, LookupNode, MapNode, Member } from './node.ts';
import { ownerOf, ownerOfMap } from './owner.ts';
import { pairOf, type Around, type Place, type Twins } from './place.ts';

/** A node and where it stands. */
export interface Step {
  readonly node: DataNode;
  readonly place: Place;
}

/** The parts of a node with their places; of maps, those members only that may tell something, where that is known of a stretch. */
export function placed({ node, place }: Step, isTelling?: (from: number, to: number) => boolean): readonly Step[] {
  switch (node.kind) {
    case 'text': return [];
    case 'map': return inMap(node, place, isTelling);
    case 'list': return inList(node, place);
    case 'join': return node.parts.filter(({ kind }) => kind !== 'text').map((part) => ({ node: part, place: { ...place, role: place.role ?? 'interpolation' } }));
    case 'compare': return inCompare(node, place);
    case 'choose': return inChoose(node, place);
    case 'lookup': return inLookup(node, place);
    case 'call': return inCall(node, place);
    case 'other': return node.parts.map((part) => ({ node: part, place }));
  }
}

/** Keys below which things are said, shown or made up, and nothing is set. */
const saying = /^(?:x-)?examples?$|^mock_outputs?$|^documentation$|^metadata_?description$/i;
/** Keys that belong to what is around them, and do not name it. */
const structural = /^(?:default(?:_?value)?|value|enum|allowed_?values|options|values|const|items|oneof|anyof)$/i;
const isDefault = /^default(?:_?value)?$/i;
const intrinsic = /^(?:Ref|Condition|Fn::.*)$/;

function inMap(node: MapNode, place: Place, isTelling?: (from: number, to: number) => boolean): Step[] {
  const pair = pairOf(node);
  const owner = ownerOfMap(node, place.owner) ?? place.owner;
  return node.members.flatMap((member) => {
    // Of a pair, one member names the other.
    if (pair === undefined && isTelling?.(member.key.from, (member.value ?? member.key).to) === false) return [];
    const around: Around = { node, key: place.around === undefined ? undefined : nameOfPlace(place), outer: place.around };
    const outer: Place = { ...place, owner, around };
    const steps: Step[] = [{ node: member.key, place: { ...outer, role: 'key' } }];
    const twins = twinsOf(member, node) ?? place.twins;
    if (member.named) steps.push({ node: member.named, place: { ...outer, owner: {}, role: 'key', name: 'label (region)', twins } });
    if (member.value) steps.push({ node: member.value, place: pair?.value === member.value ? { ...outer, role: undefined, name: pair.name, twins } : inMember(member, { ...outer, twins }) });
    return steps;
  });
}

/** Blocks of the same type whose labels differ by the region alone: module api_us_east_1 and module api_sa_east_1. */
function twinsOf({ block, named }: Member, { members }: MapNode): Twins | undefined {
  if (block === undefined || named === undefined) return undefined;
  const alike = labelWithout(block, named.text);
  const texts = members.flatMap((other) => (other.named !== undefined && other.block !== undefined && other.named.text !== named.text && labelWithout(other.block, other.named.text) === alike ? [other.named.text] : []));
  return texts.length === 0 ? undefined : { of: named.text, texts: [...new Set(texts)] };
}

const labelWithout = (block: readonly string[], region: string): string => block.join(' ').replaceAll('_', '-').replace(region, '*');

const nameOfPlace = ({ name }: Place): string | undefined => name;

function inMember(member: Member, place: Place): Place {
  const { key, block } = member;
  const owner = ownerOf(member, place.owner) ?? place.owner;
  const said = place.said ?? (saying.test(key.text) ? true : undefined);
  const { role: outer, ...rest } = place;
  const kept = outer === 'comparison' || outer === 'default' || outer === 'fallback' ? { role: outer } : {};
  const base = { ...rest, ...kept, owner, said };
  if (block !== undefined) return { ...base, name: block.at(-1) };
  if (intrinsic.test(key.text)) return base;
  const name = structural.test(key.text) && place.name !== undefined ? place.name : key.text;
  if (isDefault.test(key.text)) return { ...base, name, role: 'default' };
  if (isCondition(key.text) && member.value?.kind !== 'list') return { ...base, name: key.text, role: 'comparison' };
  return { ...base, name };
}

/** Keys of IAM conditions whose value the region of a request is compared with. */
const isCondition = (key: string): boolean => /^aws:(?:RequestedRegion|SourceRegion)$/i.test(key);

function inList(node: ListNode, place: Place): Step[] {
  const around: Around = { node, key: place.name, outer: place.around };
  const role = place.role ?? 'element';
  return node.items.map((item, index) => {
    const before = node.items[index - 1];
    const option = before?.kind === 'text' && /^--?[a-z][\w-]*$/i.test(before.text) ? before.text : undefined;
    const own = item.kind === 'text' ? /^(--?[a-z][\w-]*|[A-Z_][A-Z0-9_]*)=/.exec(item.text)?.[1] : undefined;
    const named = own ?? option;
    return { node: item, place: { ...place, around, role, ...(named === undefined ? {} : { name: named, role: named.startsWith('-') ? 'argument' : undefined }) } };
  });
}

function inCompare({ parts }: CompareNode, place: Place): Step[] {
  const owner = place.owner.enclosing === undefined && place.name !== undefined ? { ...place.owner, enclosing: place.name } : place.owner;
  return parts.map((part) => {
    const other = parts.find((candidate) => candidate !== part && candidate.kind === 'other');
    const against = other?.kind === 'other' ? other.source : undefined;
    return { node: part, place: { ...place, owner, role: 'comparison', against, ...(against === undefined ? {} : { name: against.slice(0, 80) }) } };
  });
}

function inChoose({ condition, parts, inTurn }: ChooseNode, place: Place): Step[] {
  const others = (part: DataNode): Twins => ({ texts: parts.flatMap((other) => (other !== part && other.kind === 'text' ? [other.text] : [])) });
  const steps: Step[] = parts.map((part, index) => ({ node: part, place: inTurn ? (index > 0 ? { ...place, role: place.role ?? 'fallback' } : place) : { ...place, twins: others(part) } }));
  return condition ? [{ node: condition, place }, ...steps] : steps;
}

function inLookup({ of, keys, fallback }: LookupNode, place: Place): Step[] {
  const steps: Step[] = keys.map((key) => ({ node: key, place: { ...place, role: 'key' } }));
  if (of) steps.push({ node: of, place: { ...place, ...(fallback ? { answered: true } : {}) } });
  if (fallback) steps.push({ node: fallback, place: { ...place, role: place.role ?? 'fallback' } });
  return steps;
}

const searches = /^(?:contains|startswith|endswith|strcontains|index|Fn::Contains|Fn::EachMemberIn)$/;
const matches = /^(?:regex|regexall)$/;

function inCall({ callee, parts }: CallNode, place: Place): Step[] {
  if (matches.test(callee)) return parts.map((part, index) => ({ node: part, place: index === 0 ? { ...place, pattern: true, role: 'comparison' } : place }));
  if (!searches.test(callee)) return parts.map((part) => ({ node: part, place }));
  const asked = parts.find(({ kind }) => kind === 'other');
  const source = asked?.kind === 'other' ? asked.source : undefined;
  const validated = place.around !== undefined && place.name === 'condition';
  return parts.map((part) => ({ node: part, place: { ...place, role: validated && part.kind === 'list' ? 'element' : 'comparison', against: source, ...(source === undefined ? {} : { name: nameOfSource(source) }) } }));
}

/** The last name of a reference: region_amis of local.region_amis. */
export function nameOfSource(source: string): string {
  return /[\w-]+$/.exec(source)?.[0] ?? source;
}
