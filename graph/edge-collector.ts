import { edgeTypeNames } from '../model/edge.ts';
import { canonicalJson, compareText } from '../model/json.ts';
import type { Dangling, Edge, EdgeEvidence } from './estate.ts';
import { tellEnds } from './edge-ends.ts';
import { keyIndex, type KeyIndex } from './key-index.ts';

/** An edge with the proofs that were found so far. */
type Growing<T> = T & { evidence: EdgeEvidence[] };

/** Edges as they are proved, each once with all of its proofs. */
export interface EdgeCollector<T extends Edge> {
  /** `vague`: nothing but the target's type says what kind of edge it is. */
  prove(made: Omit<T, 'evidence'>, proof: EdgeEvidence, vague: boolean): void;
  /** Takes back what is proved of an edge. */
  drop(edge: Omit<T, 'evidence'>): void;
  /** What is proved so far, proofs of the same edge not yet sorted. */
  each(visit: (edge: T) => void): void;
  /** Place of an id among those that the collector was made with. */
  placeOf(id: string): number | undefined;
  /** In canonical order. */
  finish(): T[];
}

/** Ends have numbers below 2^24, which is also how many a Map can hold; with a kind of edge the key of an edge stays below 2^53. */
const mostEnds = 2 ** 24;
const mostTypes = 2 ** 5;
const typeCodes = new Map(edgeTypeNames.map((type, code) => [type, code]));
/** Place of each type's name among all of them in order. */
const typeRanks = edgeTypeNames.map((type) => edgeTypeNames.filter((other) => compareText(other, type) < 0).length);

/**
 * Edges are found by numbers: texts made of both ends, or an object for each edge, would be the largest thing in memory of a large estate.
 * `numbers`: those of all resources in canonical order, where edges are between resources only; other ends get the next ones.
 */
export function edgeCollector<T extends Edge>(numbers = new Map<string, number>()): EdgeCollector<T> {
  const told = numbers.size;
  const index = keyIndex();
  /** By place in the index; undefined where one was taken back. */
  const edges: (Growing<T> | undefined)[] = [];
  const sure: (true | undefined)[] = [];
  const numberOf = (id: string): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, numbers.size);
    return numbers.size - 1;
  };
  /** Edges of a resource are proved one after the other, and looking a million ids up waits for memory each time. */
  let last: string | undefined;
  let lastNumber = 0;
  const numberFrom = (id: string): number => {
    if (id !== last) lastNumber = numberOf(id);
    last = id;
    return lastNumber;
  };
  const keyOf = ({ from, to, type }: Pick<T, 'from' | 'to' | 'type'>): number => pairOf(numberFrom(from), numberOf(to)) * mostTypes + (typeCodes.get(type) ?? 0);
  return {
    prove(made, proof, vague) {
      const place = index.placeOf(keyOf(made));
      const found = edges[place];
      if (found === undefined) {
        edges[place] = growing(made, proof);
        sure[place] = vague ? undefined : true;
      } else {
        found.evidence.push(proof);
        if (!vague) sure[place] = true;
      }
    },
    drop(edge) {
      const place = index.find(keyOf(edge));
      if (place !== -1) edges[place] = undefined;
    },
    each(visit) {
      for (const edge of edges) if (edge !== undefined) visit(edge);
    },
    placeOf(id) {
      const number = numbers.get(id);
      return number === undefined || number >= told ? undefined : number;
    },
    finish() {
      const isOrdered = numbers.size === told;
      const order = inOrder(withoutVague({ edges, index, sure }), index, isOrdered ? undefined : ranksOf(numbers));
      const found: T[] = [];
      for (const place of order) found.push(withProofsInOrder(edges[place] as T));
      if (isOrdered) tellEnds(found, { ordinal: numbers, ...endsAt(order, index) });
      return found;
    },
  };
}

/** Written out, since an object that grows by spreading takes half as much memory again. */
function growing<T extends Edge>(made: Omit<T, 'evidence'>, proof: EdgeEvidence): Growing<T> {
  const { from, to, type, region } = made as unknown as Dangling;
  const evidence = [proof];
  return ('region' in made ? { from, to, type, region, evidence } : { from, to, type, evidence }) as unknown as Growing<T>;
}

const pairOf = (from: number, to: number): number => from * mostEnds + to;
const pairAt = (index: KeyIndex, place: number): number => Math.floor(index.keyAt(place) / mostTypes);
const turned = (pair: number): number => pairOf(pair % mostEnds, Math.floor(pair / mostEnds));

interface Collected<T> {
  readonly edges: readonly (Growing<T> | undefined)[];
  readonly index: KeyIndex;
  readonly sure: readonly (true | undefined)[];
}

/**
 * Places of the edges that remain. Where a typed edge exists, "refers to" between the same two resources says nothing more: it becomes a
 * proof of that edge. The other way round it is dropped where the same declaration ties the two: a mapping that names its queue does not
 * depend on it beside being fed by it.
 */
function withoutVague<T extends Edge>({ edges, index, sure }: Collected<T>): number[] {
  const left: number[] = [];
  const vague: number[] = [];
  for (let place = 0; place < edges.length; place++) if (edges[place] !== undefined) (sure[place] === true ? left : vague).push(place);
  if (vague.length === 0) return left;
  const asked = new Set(vague.flatMap((place) => [pairAt(index, place), turned(pairAt(index, place))]));
  const typed = Map.groupBy(left.filter((place) => asked.has(pairAt(index, place))), (place) => pairAt(index, place));
  for (const place of vague) {
    const pair = pairAt(index, place);
    const { evidence } = edges[place] as Growing<T>;
    const same = typed.get(pair);
    for (const other of same ?? []) edges[other]?.evidence.push(...evidence);
    if (same !== undefined) continue;
    const declarations = new Set(evidence.map(declarationOf));
    if (typed.get(turned(pair))?.some((other) => edges[other]?.evidence.some((proof) => declarations.has(declarationOf(proof)))) !== true) left.push(place);
  }
  return left;
}

/** The resource declaration that proves an edge. */
const declarationOf = ({ source: { scanner, file = '', path = '' } }: EdgeEvidence): string => `${scanner}\n${file}\n${path}`;

/** Place of each end among all of them in order, by number. */
function ranksOf(numbers: ReadonlyMap<string, number>): Uint32Array {
  const ranks = new Uint32Array(numbers.size);
  let rank = 0;
  for (const id of [...numbers.keys()].sort(compareText)) ranks[numbers.get(id) ?? 0] = rank++;
  return ranks;
}

interface Ends {
  readonly from: Uint32Array<ArrayBuffer>;
  readonly to: Uint32Array<ArrayBuffer>;
}

/** Numbers of the ends of the edges at the given places. */
function endsAt(places: ArrayLike<number>, index: KeyIndex): Ends {
  const from = new Uint32Array(places.length);
  const to = new Uint32Array(places.length);
  for (let at = 0; at < places.length; at++) {
    const pair = pairAt(index, places[at] ?? 0);
    from[at] = Math.floor(pair / mostEnds);
    to[at] = pair % mostEnds;
  }
  return { from, to };
}

/**
 * Places by ends and kind. Ends are in order by their ranks, so that this is sorting by numbers: by kind, then by the second end, then by the
 * first. Without ranks their numbers are in order themselves.
 */
function inOrder(places: readonly number[], index: KeyIndex, ranks: Uint32Array | undefined): Uint32Array {
  const { from, to } = endsAt(places, index);
  const kind = new Uint32Array(places.length);
  let order = new Uint32Array(places.length);
  let ends = ranks?.length ?? 0;
  for (let at = 0; at < places.length; at++) {
    kind[at] = typeRanks[index.keyAt(places[at] ?? 0) % mostTypes] ?? 0;
    order[at] = at;
    if (ranks === undefined) ends = Math.max(ends, (from[at] ?? 0) + 1, (to[at] ?? 0) + 1);
    else {
      from[at] = ranks[from[at] ?? 0] ?? 0;
      to[at] = ranks[to[at] ?? 0] ?? 0;
    }
  }
  order = sortedBy(kind, order, mostTypes);
  order = sortedBy(to, order, ends);
  order = sortedBy(from, order, ends);
  for (let at = 0; at < order.length; at++) order[at] = places[order[at] ?? 0] ?? 0;
  return order;
}

/** The order by keys below `buckets`; what has the same key stays in the order given. */
function sortedBy(keys: Uint32Array, order: Uint32Array, buckets: number): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(buckets + 1);
  for (let at = 0; at < keys.length; at++) {
    const after = (keys[at] ?? 0) + 1;
    next[after] = (next[after] ?? 0) + 1;
  }
  for (let key = 0; key < buckets; key++) next[key + 1] = (next[key + 1] ?? 0) + (next[key] ?? 0);
  const sorted = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at++) {
    const each = order[at] ?? 0;
    const key = keys[each] ?? 0;
    const place = next[key] ?? 0;
    next[key] = place + 1;
    sorted[place] = each;
  }
  return sorted;
}

/** The proofs of each edge in order, none twice. */
function withProofsInOrder<T extends Edge>(edge: T): T {
  if (edge.evidence.length === 1) return edge;
  const keyed = new Map(edge.evidence.map((proof) => [canonicalJson(proof), proof]));
  return { ...edge, evidence: [...keyed].sort(([a], [b]) => compareText(a, b)).map(([, proof]) => proof) };
}
