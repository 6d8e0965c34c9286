import type { EdgeType } from '../../model/edge.ts';
import { typeMask } from '../adjacency.ts';
import { csrOf } from '../csr.ts';
import type { Edge } from '../estate.ts';
import type { EstateView } from '../view.ts';
import { isGrantedAbroad } from './granted-abroad.ts';
import { crossing, roundTrip, type RegionPair, type RoundTrip } from './regions.ts';
import { stronglyConnected } from './strongly-connected.ts';

/** Edges that carry requests while the subject works: it waits for the answer of what they lead to. */
export const requestEdges: readonly EdgeType[] = ['calls', 'reads', 'writes', 'routes', 'observed', 'uses-secret', 'uses-key', 'refers'];

/** A request that leaves its region. */
export interface Hop extends RegionPair, RoundTrip {
  readonly edge: Edge;
}

export interface CrossRegionPath {
  /** Resource that nothing else sends requests to, or the first of a group that call each other. */
  readonly entry: string;
  /** Requests on the way that leave their region, in order. */
  readonly hops: readonly Hop[];
  /** Sum of the round trips, each once: what the distance adds at least to one request that goes all the way. */
  readonly ms: number;
  /** The weakest basis of any hop; `unknown` hops add nothing to the sum. */
  readonly basis: RoundTrip['basis'];
}

/** Requests between resources in different regions, in canonical order. */
export function crossRegionRequests(view: EstateView): Hop[] {
  const mask = typeMask(requestEdges);
  return view.adjacency.edges.flatMap((edge, index) => (mask[view.adjacency.types[index] ?? 0] === 1 ? (hopOf(view, edge) ?? []) : []));
}

/**
 * For every entry the chain of requests that loses most time between regions. Resources that call each other in a circle count as one,
 * and what goes back and forth within it is not counted. Slowest first, then by entry.
 */
export function crossRegionPaths(view: EstateView): CrossRegionPath[] {
  const { ids, edges, types, from, to } = view.adjacency;
  const mask = typeMask(requestEdges);
  const requests = Uint32Array.from(types.keys().filter((index) => mask[types[index] ?? 0] === 1));
  const graph = csrOf({ nodes: ids.length, from: requests.map((edge) => from[edge] ?? 0), to: requests.map((edge) => to[edge] ?? 0), edges: requests });
  const { of, count } = stronglyConnected(graph);
  const longest = chains(count);
  const called = new Uint8Array(count);
  // Components are numbered so that what they call has a lower number: in ascending order each chain is complete when it is used.
  for (const [component, members] of byComponent(of, count)) {
    for (const node of members) {
      for (let at = graph.offsets[node] ?? 0; at < (graph.offsets[node + 1] ?? 0); at++) {
        const other = of[graph.targets[at] ?? 0] ?? 0;
        if (other === component) continue;
        called[other] = 1;
        const edge = edges[graph.edges[at] ?? 0];
        longest.offer(component, other, edge && hopOf(view, edge));
      }
    }
  }
  const first = new Map<number, number>();
  for (const [node, component] of of.entries()) if (called[component] === 0 && !first.has(component)) first.set(component, node);
  const found = [...first].flatMap(([component, node]) => {
    const hops = longest.of(component);
    return hops.length === 0 ? [] : [{ entry: ids[node] ?? '', hops, ms: hops.reduce((sum, { ms = 0 }) => sum + ms, 0), basis: weakest(hops) }];
  });
  return found.map((path, index) => ({ path, index })).sort((a, b) => b.path.ms - a.path.ms || a.index - b.index).map(({ path }) => path);
}

function hopOf(view: EstateView, edge: Edge): Hop | undefined {
  const pair = crossing(view.resource(edge.from)?.region, view.resource(edge.to)?.region);
  return pair && !isGrantedAbroad(view, edge) ? { edge, ...pair, ...roundTrip(pair) } : undefined;
}

interface Chain {
  readonly ms: number;
  readonly hops: number;
  readonly next: number;
  readonly hop: Hop | undefined;
}

/** The longest chain from each component on: most time first, then most hops. */
function chains(count: number): { offer(component: number, next: number, hop: Hop | undefined): void; of(component: number): Hop[] } {
  const best: (Chain | undefined)[] = Array.from({ length: count });
  return {
    offer(component, next, hop) {
      const rest = best[next];
      const chain: Chain = { ms: (rest?.ms ?? 0) + (hop?.ms ?? 0), hops: (rest?.hops ?? 0) + (hop === undefined ? 0 : 1), next, hop };
      const known = best[component];
      if (chain.hops > 0 && (known === undefined || chain.ms > known.ms || (chain.ms === known.ms && chain.hops > known.hops))) best[component] = chain;
    },
    of(component) {
      const hops: Hop[] = [];
      for (let chain = best[component]; chain !== undefined; chain = best[chain.next]) if (chain.hop !== undefined) hops.push(chain.hop);
      return hops;
    },
  };
}

function* byComponent(of: Uint32Array, count: number): Iterable<readonly [number, readonly number[]]> {
  const { offsets, targets } = csrOf({ nodes: count, from: of, to: Uint32Array.from(of.keys()) });
  for (let component = 0; component < count; component++) yield [component, Array.from(targets.subarray(offsets[component], offsets[component + 1]))];
}

function weakest(hops: readonly Hop[]): RoundTrip['basis'] {
  if (hops.some(({ basis }) => basis === 'unknown')) return 'unknown';
  return hops.some(({ basis }) => basis === 'estimated') ? 'estimated' : 'measured';
}
