import type { EdgeType } from '../../model/edge.ts';
import { typeMask } from '../adjacency.ts';
import { csrOf, type Csr } from '../csr.ts';
import type { Edge } from '../estate.ts';
import { perView } from '../per-view.ts';
import type { EstateView } from '../view.ts';
import { isGrantedAbroad } from './granted-abroad.ts';
import { crossing, roundTrip, type RegionPair, type RoundTrip } from './regions.ts';
import { regionsByPlace } from './regions-by-place.ts';
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
  return requestsAcross(view).flatMap((edge) => hopOf(view, edge) ?? []);
}

/** The same as edges, before permissions alone are left out. */
export const requestsAcross: (view: EstateView) => readonly Edge[] = perView((view) => {
  const { edges, types, from, to } = view.adjacency;
  const mask = typeMask(requestEdges);
  const regions = regionsByPlace(view);
  const found: Edge[] = [];
  for (let index = 0; index < types.length; index++) {
    if (mask[types[index] ?? 0] === 1 && differ(regions[from[index] ?? 0], regions[to[index] ?? 0])) found.push(edges[index] as Edge);
  }
  return found;
});

/** Most edges stay in their region, and are left before anything is looked up. */
const differ = (from: string | undefined, to: string | undefined): boolean => from !== to && from !== undefined && to !== undefined && from !== 'global' && to !== 'global';

function edgesWhere(types: Uint8Array, mask: Uint8Array): Uint32Array {
  const found = new Uint32Array(types.length);
  let length = 0;
  for (let index = 0; index < types.length; index++) if (mask[types[index] ?? 0] === 1) found[length++] = index;
  return found.subarray(0, length);
}

/**
 * For every entry the chain of requests that loses most time between regions. Resources that call each other in a circle count as one,
 * and what goes back and forth within it is not counted. Slowest first, then by entry.
 */
export function crossRegionPaths(view: EstateView): CrossRegionPath[] {
  const { ids, edges, types, from, to } = view.adjacency;
  const mask = typeMask(requestEdges);
  const requests = edgesWhere(types, mask);
  const graph = csrOf({ nodes: ids.length, from: requests.map((edge) => from[edge] ?? 0), to: requests.map((edge) => to[edge] ?? 0), edges: requests });
  const { of, count } = stronglyConnected(graph);
  const regions = regionsByPlace(view);
  const longest = chains(count);
  const called = new Uint8Array(count);
  // Components are numbered so that what they call has a lower number: in ascending order each chain is complete when it is used.
  const members = membership(of, count);
  for (let component = 0; component < count; component++) {
    for (let place = members.offsets[component] ?? 0; place < (members.offsets[component + 1] ?? 0); place++) {
      const node = members.targets[place] ?? 0;
      for (let at = graph.offsets[node] ?? 0; at < (graph.offsets[node + 1] ?? 0); at++) {
        const other = of[graph.targets[at] ?? 0] ?? 0;
        if (other === component) continue;
        called[other] = 1;
        const edge = graph.edges[at] ?? 0;
        const hop = differ(regions[from[edge] ?? 0], regions[to[edge] ?? 0]) ? hopOf(view, edges[edge] as Edge) : undefined;
        longest.offer(component, other, hop);
      }
    }
  }
  const first = new Map<number, number>();
  for (let node = 0; node < of.length; node++) {
    const component = of[node] ?? 0;
    if (called[component] === 0 && !first.has(component)) first.set(component, node);
  }
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

/** Nodes of each component. */
function membership(of: Uint32Array, count: number): Csr {
  const nodes = new Uint32Array(of.length);
  for (let node = 0; node < nodes.length; node++) nodes[node] = node;
  return csrOf({ nodes: count, from: of, to: nodes });
}

function weakest(hops: readonly Hop[]): RoundTrip['basis'] {
  if (hops.some(({ basis }) => basis === 'unknown')) return 'unknown';
  return hops.some(({ basis }) => basis === 'estimated') ? 'estimated' : 'measured';
}
