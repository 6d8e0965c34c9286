import { edgeTypeNames, edgeTypes, type Confidence } from '../../model/edge.ts';
import { compareText } from '../../model/json.ts';
import type { Grouping } from '../../model/picture.ts';
import { perView } from '../per-view.ts';
import type { EstateView } from '../view.ts';
import { crossing, roundTrip, type RegionPair, type RoundTrip } from './regions.ts';
import { serviceIndex } from './service-index.ts';
import type { Services } from './services.ts';
import { vpcs } from './vpcs.ts';

export const confidences = ['declared', 'mentioned', 'inferred'] as const satisfies readonly Confidence[];

/** The part of a service that is in one group. */
export interface Cell {
  readonly service: string;
  readonly group: string;
  /** Ordinals. */
  readonly resources: readonly number[];
}

/** Edges between two cells that are of one kind and equally sure, from who needs to what is needed. */
export interface Strand {
  readonly from: number;
  readonly to: number;
  /** Places in edgeTypeNames and in confidences. */
  readonly type: number;
  readonly confidence: number;
  readonly count: number;
  readonly far?: Far | undefined;
}

/** Edges that lead into another region: how many, and the longest way. */
export type Far = RegionPair & RoundTrip & { readonly count: number };

export interface Cells {
  /** By service and group, in canonical order. */
  readonly list: readonly Cell[];
  /** Groups in canonical order, those of which nobody told last. */
  readonly groups: readonly string[];
  /** Place in `list` by the ordinal of a resource. */
  readonly of: Uint32Array;
  readonly strands: readonly Strand[];
}

const made = new WeakMap<Services, Map<Grouping, Cells>>();

/** Services divided by a grouping, and how the parts hang together. Made once for each grouping, so that a picture costs what it shows. */
export function cellsOf(view: EstateView, services: Services, by: Grouping): Cells {
  const known = made.get(services) ?? new Map<Grouping, Cells>();
  made.set(services, known);
  const cells = known.get(by) ?? build(view, services, by);
  known.set(by, cells);
  return cells;
}

/** Group of each resource by its ordinal; empty where nobody told. */
export function groupOf(view: EstateView, by: Grouping): (node: number) => string {
  const { ids } = view.adjacency;
  switch (by) {
    case 'none':
      return () => '';
    case 'region':
      return (node) => view.resource(ids[node] ?? '')?.region ?? '';
    case 'account':
      return (node) => view.resource(ids[node] ?? '')?.account ?? '';
    case 'vpc': {
      const of = vpcs(view);
      return (node) => ids[of[node] ?? -1] ?? '';
    }
  }
}

function build(view: EstateView, services: Services, by: Grouping): Cells {
  const { ids: names, of: serviceOf } = serviceIndex(view, services);
  const group = groupOf(view, by);
  const drafts = new Map<string, { service: number; group: string; resources: number[] }>();
  for (const node of view.adjacency.ids.keys()) {
    const [service, own] = [serviceOf[node] ?? 0, group(node)];
    const key = `${service} ${own}`;
    const draft = drafts.get(key);
    if (draft === undefined) drafts.set(key, { service, group: own, resources: [node] });
    else draft.resources.push(node);
  }
  const sorted = [...drafts.values()].sort((a, b) => a.service - b.service || compareText(a.group, b.group));
  const of = new Uint32Array(view.adjacency.ids.length);
  for (const [place, { resources }] of sorted.entries()) for (const node of resources) of[node] = place;
  const groups = [...new Set(sorted.map((draft) => draft.group))].sort((a, b) => rank(a) - rank(b) || compareText(a, b));
  return { list: sorted.map((draft) => ({ ...draft, service: names[draft.service] ?? '' })), groups, of, strands: strandsOf(view, of, sorted.length) };
}

const rank = (group: string): number => (group === '' ? 2 : group === 'global' ? 1 : 0);

function strandsOf(view: EstateView, of: Uint32Array, cells: number): Strand[] {
  const { from, to, types } = view.adjacency;
  const sure = sureness(view);
  const regions = regionsOf(view);
  const codes = edgeTypeNames.length * confidences.length;
  const counts = new Map<number, number>();
  const far = new Map<number, Far>();
  for (let edge = 0; edge < types.length; edge++) {
    const type = types[edge] ?? 0;
    const [a = 0, b = 0] = turned(type) ? [to[edge], from[edge]] : [from[edge], to[edge]];
    const [start = 0, end = 0] = [of[a], of[b]];
    if (start === end) continue;
    const key = (start * cells + end) * codes + type * confidences.length + (sure[edge] ?? 0);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    const pair = crossing(regions[a], regions[b]);
    if (pair !== undefined) far.set(key, farther(far.get(key), { ...pair, ...trip(pair), count: 1 }));
  }
  return [...counts].sort(([a], [b]) => a - b).map(([key, count]) => {
    const pair = Math.floor(key / codes);
    const code = key % codes;
    return { from: Math.floor(pair / cells), to: pair % cells, type: Math.floor(code / confidences.length), confidence: code % confidences.length, count, far: far.get(key) };
  });
}

/** Whether who needs stands at the end of edges of the type. */
export const turned = (type: number): boolean => edgeTypes[edgeTypeNames[type] ?? 'refers'].dependent === 'to';

/** Both together: the counts, and the longer way. */
export function farther(one: Far | undefined, other: Far): Far {
  if (one === undefined) return other;
  const longer = (other.ms ?? -1) > (one.ms ?? -1) ? other : one;
  return { ...longer, count: one.count + other.count };
}

const trips = new Map<string, RoundTrip>();
export function trip(pair: RegionPair): RoundTrip {
  const key = `${pair.from} ${pair.to}`;
  const found = trips.get(key) ?? roundTrip(pair);
  if (trips.size < 10_000) trips.set(key, found);
  return found;
}

/** The best proof of each edge, as its place in confidences. */
export const sureness = perView((view) => Uint8Array.from(view.adjacency.edges, ({ evidence }) => Math.min(...evidence.map(({ confidence }) => confidences.indexOf(confidence)))));

export const regionsOf = perView((view) => view.adjacency.ids.map((id) => view.resource(id)?.region));
