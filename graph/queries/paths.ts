import type { EdgeType } from '../../model/edge.ts';
import { typeMask } from '../adjacency.ts';
import type { Csr } from '../csr.ts';
import type { Edge } from '../estate.ts';
import { needsOf } from '../needs.ts';
import type { EstateView } from '../view.ts';

export interface PathOptions {
  readonly from: string;
  readonly to: string;
  /** Kinds of edge to follow; every kind if not given. */
  readonly types?: readonly EdgeType[];
  /** `edges` follows them as they point (default), `needs` from who needs to what is needed, whichever way the edge points. */
  readonly along?: 'edges' | 'needs';
  /** Most paths; 1 if not given. */
  readonly limit?: number;
}

export interface GraphPath {
  /** Resource ids, both ends included; none twice. */
  readonly nodes: readonly string[];
  /** Edges of each step, in canonical order: two resources may be connected in several ways. */
  readonly steps: readonly (readonly Edge[])[];
}

/** The shortest paths without loops, shortest first; the same estate gives the same ones. Empty if there is none. */
export function paths(view: EstateView, options: PathOptions): GraphPath[] {
  const { from, to, types = [], along = 'edges', limit = 1 } = options;
  const { adjacency } = view;
  const [start, end] = [adjacency.ordinal.get(from), adjacency.ordinal.get(to)];
  if (start === undefined || end === undefined) return [];
  const needs = along === 'needs' ? needsOf(adjacency) : undefined;
  const walk: Walk = {
    forward: needs?.needs ?? adjacency.out,
    back: needs?.neededBy ?? adjacency.in,
    allowed: allowedEdges(adjacency.types, types),
  };
  return kShortest(walk, { start, end, limit }).map((nodes) => ({
    nodes: nodes.map((node) => adjacency.ids[node] ?? ''),
    steps: nodes.slice(1).map((node, index) => edgesBetween(walk, nodes[index] ?? 0, node).map((edge) => adjacency.edges[edge] as Edge)),
  }));
}

interface Walk {
  readonly forward: Csr;
  readonly back: Csr;
  readonly allowed: (edge: number) => boolean;
}

function allowedEdges(codes: Uint8Array, types: readonly EdgeType[]): Walk['allowed'] {
  const mask = typeMask(types);
  return types.length === 0 ? () => true : (edge) => mask[codes[edge] ?? 0] === 1;
}

function* stepsFrom({ offsets, targets, edges }: Csr, node: number, allowed: Walk['allowed']): Iterable<number> {
  for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) if (allowed(edges[at] ?? 0)) yield targets[at] ?? 0;
}

function edgesBetween({ forward: { offsets, targets, edges }, allowed }: Walk, from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = offsets[from] ?? 0; at < (offsets[from + 1] ?? 0); at++) if (targets[at] === to && allowed(edges[at] ?? 0)) found.push(edges[at] ?? 0);
  return found.sort((a, b) => a - b);
}

interface Sought {
  readonly start: number;
  readonly end: number;
  readonly limit: number;
}

/** Yen's algorithm: each further path leaves an earlier one at some resource. What remains to the end is known for every node, so that searches go straight there. */
function kShortest(walk: Walk, { start, end, limit }: Sought): number[][] {
  const distance = distances(walk, start, end);
  const first = shortest(walk, { distance, start, end, without: new Set(), barred: new Set() });
  if (first === undefined) return [];
  const found = [first];
  const candidates = new Map<string, number[]>();
  while (found.length < limit) {
    const last = found.at(-1) ?? first;
    for (let at = 0; at + 1 < last.length; at++) {
      const root = last.slice(0, at + 1);
      const taken = found.filter((path) => path.length > at && root.every((node, index) => path[index] === node));
      const barred = new Set(taken.flatMap((path) => path[at + 1] ?? []));
      const spur = shortest(walk, { distance, start: last[at] ?? 0, end, without: new Set(root.slice(0, -1)), barred });
      if (spur === undefined) continue;
      const path = [...root.slice(0, -1), ...spur];
      candidates.set(path.join(' '), path);
    }
    const [next] = [...candidates].sort(([, a], [, b]) => byLength(a, b));
    if (next === undefined) break;
    candidates.delete(next[0]);
    found.push(next[1]);
  }
  return found;
}

function byLength(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length;
  const at = a.findIndex((node, index) => node !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** Steps from each node to the end, plus one; 0 where it cannot be reached. */
function distances({ back, allowed }: Walk, start: number, end: number): Uint32Array {
  const distance = new Uint32Array(back.offsets.length - 1);
  distance[end] = 1;
  const queue = [end];
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at] ?? 0;
    for (const other of stepsFrom(back, node, allowed)) {
      if (distance[other] !== 0) continue;
      distance[other] = (distance[node] ?? 0) + 1;
      queue.push(other);
    }
  }
  return distance[start] === 0 ? new Uint32Array(distance.length) : distance;
}

interface Search {
  readonly distance: Uint32Array;
  readonly start: number;
  readonly end: number;
  /** Nodes that it must not touch. */
  readonly without: ReadonlySet<number>;
  /** Nodes that must not follow the start. */
  readonly barred: ReadonlySet<number>;
}

/** A shortest path by A*: nodes wait by the length that a path through them has at least, in one list for each length. */
function shortest(walk: Walk, { distance, start, end, without, barred }: Search): number[] | undefined {
  if ((distance[start] ?? 0) === 0) return undefined;
  const cameFrom = new Map<number, number>([[start, -1]]);
  const steps = new Map<number, number>([[start, 0]]);
  const done = new Set<number>();
  const waiting: number[][] = [[start]];
  for (let length = 0; length < waiting.length; length++) {
    const bucket = waiting[length] ?? [];
    for (let node = bucket.pop(); node !== undefined; node = bucket.pop()) {
      if (done.has(node)) continue;
      done.add(node);
      if (node === end) return unwind(cameFrom, end);
      const next = (steps.get(node) ?? 0) + 1;
      for (const other of stepsFrom(walk.forward, node, walk.allowed)) {
        const left = distance[other] ?? 0;
        if (left === 0 || done.has(other) || without.has(other) || (node === start && barred.has(other)) || next >= (steps.get(other) ?? Infinity)) continue;
        steps.set(other, next);
        cameFrom.set(other, node);
        (waiting[next + left - (distance[start] ?? 0)] ??= []).push(other);
      }
    }
  }
  return undefined;
}

function unwind(cameFrom: ReadonlyMap<number, number>, end: number): number[] {
  const path: number[] = [];
  for (let node = end; node !== -1; node = cameFrom.get(node) ?? -1) path.push(node);
  return path.reverse();
}
