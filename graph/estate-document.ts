import type { BlindSpot } from '../model/blind-spot.ts';
import { edgeTypeNames } from '../model/edge.ts';
import type { MembershipBasis } from '../model/membership.ts';
import type { Resource } from '../model/resource.ts';
import type { Dangling, EdgeEvidence } from './estate.ts';
import type { Services } from './queries/services.ts';
import type { EstateView } from './view.ts';

/**
 * An estate and its services as one document, small enough to be part of a report. It holds what pictures, paths, plans and simulations read.
 * The proofs of single attributes, occurrences, offers and suppressions are left out: who judges needs the snapshot.
 */
export interface EstateDocument {
  /** What is told more than once; the columns say where it stands here. */
  readonly texts: readonly string[];
  /** In canonical order. */
  readonly resources: readonly DocumentResource[];
  /** Names of the resources whose place this is, where they are not just id, name and ARN. */
  readonly names: readonly (readonly [at: number, factIds: readonly string[], identities: readonly string[]])[];
  readonly edges: EdgeColumns;
  readonly dangling: readonly Dangling[];
  readonly blindSpots: readonly BlindSpot[];
  readonly services: ServiceColumns;
}

export type DocumentResource = Resource extends infer R ? (R extends Resource ? Omit<R, 'evidence'> : never) : never;

export interface EdgeColumns {
  /** Places of the ends: `from` less that of the edge before, `to` less `from`. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Places in edgeTypeNames. */
  readonly type: readonly number[];
  /** Of each edge, four numbers for each proof: the texts of how, confidence and source, and the line or 0. */
  readonly evidence: readonly (readonly number[])[];
}

export interface ServiceColumns {
  readonly all: readonly { readonly id: string; readonly basis: MembershipBasis }[];
  /** Of each resource: place in `all`, then the texts of basis and reason. */
  readonly of: readonly number[];
  readonly basis: readonly number[];
  readonly because: readonly number[];
}

export function estateDocument({ estate, adjacency }: EstateView, services: Services): EstateDocument {
  const { texts, place } = dictionary();
  const resources = [...estate.resources.values()];
  const order = new Map(services.all.map(({ id }, at) => [id, at]));
  const why = resources.map(({ id }) => services.why(id));
  const types = new Map(edgeTypeNames.map((type, at) => [type, at]));
  const proof = ({ how, confidence, source: { line = 0, ...source } }: EdgeEvidence): number[] => [place(how), place(confidence), place(JSON.stringify(source)), line];
  return {
    texts,
    resources: resources.map(({ evidence: _evidence, ...resource }) => resource),
    names: namesOf(estate, resources),
    edges: {
      from: [...adjacency.from].map((from, at) => from - (adjacency.from[at - 1] ?? 0)),
      to: [...adjacency.to].map((to, at) => to - (adjacency.from[at] ?? 0)),
      type: estate.edges.map(({ type }) => types.get(type) ?? 0),
      evidence: estate.edges.map(({ evidence }) => evidence.flatMap(proof)),
    },
    dangling: estate.dangling,
    blindSpots: estate.blindSpots,
    services: {
      all: services.all.map(({ id, basis }) => ({ id, basis })),
      of: resources.map(({ id }) => order.get(services.of(id)) ?? -1),
      basis: why.map(({ basis }) => place(basis)),
      because: why.map(({ because }) => place(because)),
    },
  };
}

function namesOf(estate: EstateView['estate'], resources: readonly Resource[]): EstateDocument['names'] {
  const names = estate.names();
  return resources.flatMap(({ id, name, arn }, at) => {
    const { factIds = [], identities = [] } = names.get(id) ?? {};
    const usual = new Set([name, name.toLowerCase(), ...(arn === undefined ? [] : [arn.toLowerCase()])]);
    const isUsual = factIds.length === 1 && factIds[0] === id && identities.length === new Set([name, arn ?? name]).size && identities.every((each) => usual.has(each));
    return isUsual ? [] : [[at, factIds, identities] as const];
  });
}

function dictionary(): { readonly texts: string[]; place(text: string): number } {
  const texts: string[] = [];
  const places = new Map<string, number>();
  return {
    texts,
    place(text) {
      const known = places.get(text);
      if (known !== undefined) return known;
      places.set(text, texts.length);
      return texts.push(text) - 1;
    },
  };
}
