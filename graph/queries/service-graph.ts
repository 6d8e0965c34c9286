import { csrOf, type Csr } from '../csr.ts';
import type { EstateView } from '../view.ts';
import { bundles } from './service-bundles.ts';
import { bundler, type ServiceEdge } from './service-edge.ts';
import type { Services } from './services.ts';

/**
 * Services, and which of them need which at run time. In flat arrays as the graph of resources is: an estate of a million resources has a
 * million edges between its services.
 */
export interface ServiceGraph {
  /** In canonical order. */
  readonly ids: readonly string[];
  /** From each service to those that it needs, by place in `ids`, in canonical order; labels are places in `edges`. */
  readonly needs: Csr;
  has(id: string): boolean;
  /** Services that the service needs directly, in canonical order; none if there is no such service. */
  needsOf(id: string): string[];
  /** Services that the service needs or is needed by, directly. */
  around(id: string): string[];
  /** What each dependency is made of, in canonical order. Made when first asked for. */
  edges(): readonly ServiceEdge[];
}

const made = new WeakMap<Services, ServiceGraph>();

/** An edge from a service to each one that it needs at run time, made of the edges between their resources. Made once for each grouping. */
export function serviceGraph(view: EstateView, services: Services): ServiceGraph {
  const known = made.get(services) ?? build(view, services);
  made.set(services, known);
  return known;
}

function build(view: EstateView, services: Services): ServiceGraph {
  const { ids, from, to, starts, edges } = bundles(view, services);
  const bundle = bundler(view);
  return serviceGraphOf(ids, { from, to, edgeAt: (at) => bundle(edges, starts[at] ?? 0, starts[at + 1] ?? 0) });
}

interface Dependencies {
  /** Ends of each dependency by place in `ids`, in canonical order, each pair once. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  edgeAt(place: number): Omit<ServiceEdge, 'from' | 'to'>;
}

/** A graph of the given dependencies. `ids`: in canonical order. */
export function serviceGraphOf(ids: readonly string[], { from, to, edgeAt }: Dependencies): ServiceGraph {
  const ordinal = new Map(ids.map((id, place) => [id, place]));
  const needs = csrOf({ nodes: ids.length, from, to });
  let users: Csr | undefined;
  let edges: readonly ServiceEdge[] | undefined;
  const named = ({ offsets, targets }: Csr, id: string): string[] => {
    const place = ordinal.get(id);
    return place === undefined ? [] : Array.from(targets.subarray(offsets[place], offsets[place + 1]), (other) => ids[other] ?? '');
  };
  return {
    ids,
    needs,
    has: (id) => ordinal.has(id),
    needsOf: (id) => named(needs, id),
    around: (id) => [...new Set([...named(needs, id), ...named((users ??= csrOf({ nodes: ids.length, from: to, to: from })), id)])],
    edges: () => (edges ??= Array.from(from, (place, at): ServiceEdge => {
      const { count, types, crossings } = edgeAt(at);
      return { from: ids[place] ?? '', to: ids[to[at] ?? 0] ?? '', count, types, crossings };
    })),
  };
}
