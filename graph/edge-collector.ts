import { edgeTypeNames, type EdgeType } from '../model/edge.ts';
import { canonicalJson, compareText } from '../model/json.ts';
import type { Edge, EdgeEvidence } from './estate.ts';

/** An edge with the proofs that were found so far. */
interface Growing<T> {
  readonly edge: T & { evidence: EdgeEvidence[] };
  /** Numbers of its ends. */
  readonly from: number;
  readonly to: number;
  /** Nothing but the target's type says what kind of edge it is. */
  vague: boolean;
}

/** Edges as they are proved, each once with all of its proofs. */
export interface EdgeCollector<T extends Edge> {
  prove(made: Omit<T, 'evidence'>, proof: EdgeEvidence, vague: boolean): void;
  /** Takes back what is proved of an edge. */
  drop(edge: Omit<T, 'evidence'>): void;
  /** What is proved so far, proofs of the same edge not yet sorted. */
  all(): Iterable<{ readonly edge: Omit<T, 'evidence'>; readonly evidence: readonly EdgeEvidence[] }>;
  /** In canonical order. */
  finish(): T[];
}

/** Ends have numbers below 2^24, which is also how many a Map can hold; with a kind of edge the key of an edge stays below 2^53. */
const mostEnds = 2 ** 24;
const mostTypes = 2 ** 5;
const typeCodes = new Map(edgeTypeNames.map((type, code) => [type, code]));

/** Keys are numbers: texts made of both ends would be the largest thing in memory of a large estate. */
export function edgeCollector<T extends Edge>(): EdgeCollector<T> {
  const numbers = new Map<string, number>();
  const edges = new Map<number, Growing<T>>();
  const numberOf = (id: string): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, numbers.size);
    return numbers.size - 1;
  };
  return {
    prove(made, proof, vague) {
      const [from, to] = [numberOf(made.from), numberOf(made.to)];
      const key = pairOf(from, to) * mostTypes + codeOf(made.type);
      const found = edges.get(key);
      if (found === undefined) edges.set(key, { edge: { ...made, evidence: [proof] } as Growing<T>['edge'], from, to, vague });
      else {
        found.edge.evidence.push(proof);
        found.vague &&= vague;
      }
    },
    drop: ({ from, to, type }) => void edges.delete(pairOf(numberOf(from), numberOf(to)) * mostTypes + codeOf(type)),
    *all() {
      for (const { edge } of edges.values()) yield { edge, evidence: edge.evidence };
    },
    finish: () => inOrder(withoutVague([...edges.values()]), numbers),
  };
}

const pairOf = (from: number, to: number): number => from * mostEnds + to;
const codeOf = (type: EdgeType): number => typeCodes.get(type) ?? 0;

/**
 * Where a typed edge exists, "refers to" between the same two resources says nothing more: it becomes a proof of that edge. The other way
 * round it is dropped where the same declaration ties the two: a mapping that names its queue does not depend on it beside being fed by it.
 */
function withoutVague<T extends Edge>(all: readonly Growing<T>[]): readonly Growing<T>[] {
  const asked = new Set(all.flatMap(({ vague, from, to }) => (vague ? [pairOf(from, to), pairOf(to, from)] : [])));
  if (asked.size === 0) return all;
  const typed = Map.groupBy(all.filter(({ vague, from, to }) => !vague && asked.has(pairOf(from, to))), ({ from, to }) => pairOf(from, to));
  return all.filter(({ edge: { evidence }, from, to, vague }) => {
    if (!vague) return true;
    const same = typed.get(pairOf(from, to));
    for (const other of same ?? []) other.edge.evidence.push(...evidence);
    if (same !== undefined) return false;
    const places = new Set(evidence.map(placeOf));
    return typed.get(pairOf(to, from))?.some((other) => other.edge.evidence.some((proof) => places.has(placeOf(proof)))) !== true;
  });
}

/** The resource declaration that proves an edge. */
const placeOf = ({ source: { scanner, file = '', path = '' } }: EdgeEvidence): string => `${scanner}\n${file}\n${path}`;

/** By ends and kind, and the proofs of each edge in order: ends are sorted once, so that edges compare by numbers. */
function inOrder<T extends Edge>(all: readonly Growing<T>[], numbers: ReadonlyMap<string, number>): T[] {
  const ranks = new Uint32Array(numbers.size);
  for (const [rank, [, number]] of [...numbers].sort(([a], [b]) => compareText(a, b)).entries()) ranks[number] = rank;
  const types = edgeTypeNames.map((type) => edgeTypeNames.filter((other) => compareText(other, type) < 0).length);
  const keys = Float64Array.from(all, ({ from, to, edge }) => pairOf(ranks[from] ?? 0, ranks[to] ?? 0) * mostTypes + (types[codeOf(edge.type)] ?? 0));
  const order = Uint32Array.from(all.keys()).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
  return Array.from(order, (place) => withProofsInOrder((all[place] as Growing<T>).edge));
}

function withProofsInOrder<T extends Edge>(edge: T): T {
  if (edge.evidence.length === 1) return edge;
  const keyed = new Map(edge.evidence.map((proof) => [canonicalJson(proof), proof]));
  return { ...edge, evidence: [...keyed].sort(([a], [b]) => compareText(a, b)).map(([, proof]) => proof) };
}
