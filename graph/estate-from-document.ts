import type { Confidence } from '../model/edge.ts';
import { edgeTypeNames } from '../model/edge.ts';
import type { MembershipBasis } from '../model/membership.ts';
import type { Resource } from '../model/resource.ts';
import type { Source } from '../model/source.ts';
import type { EdgeEvidence, EstateGraph } from './estate.ts';
import type { EstateDocument } from './estate-document.ts';
import { unassigned, type Services } from './queries/services.ts';
import { resolver } from './resolver.ts';
import { viewOf, type EstateView } from './view.ts';

/** The estate of a document and its services, as far as the document has them: queries of the graph answer the same of it. */
export function estateFromDocument(document: EstateDocument): { readonly view: EstateView; readonly services: Services } {
  const resources = document.resources.map((resource) => ({ ...resource, evidence: {} }) as Resource);
  const ids = resources.map(({ id }) => id);
  const named = new Map(document.names.map(([at, factIds, identities]) => [at, { factIds, identities }]));
  const estate: EstateGraph = {
    resources: new Map(resources.map((resource) => [resource.id, resource])),
    edges: edgesOf(document, ids),
    dangling: document.dangling,
    blindSpots: document.blindSpots,
    occurrences: [], offers: [], coverage: [], suppressions: [], deployers: new Map(),
    ...resolver(resources.map((resource, at) => ({ resource, ...(named.get(at) ?? { factIds: [resource.id], identities: [resource.name, ...(resource.arn === undefined ? [] : [resource.arn])] }) }))),
  };
  return { view: viewOf(estate), services: servicesOf(document, ids) };
}

function edgesOf({ edges: { from, to, type, evidence }, texts }: EstateDocument, ids: readonly string[]): EstateGraph['edges'] {
  const sources = new Map<number, Omit<Source, 'line'>>();
  const sourceAt = (place: number, line: number): Source => {
    const source = sources.get(place) ?? (JSON.parse(texts[place] ?? '{}') as Omit<Source, 'line'>);
    sources.set(place, source);
    return line === 0 ? source : { ...source, line };
  };
  let start = 0;
  return from.map((step, at) => {
    start += step;
    const numbers = evidence[at] ?? [];
    const proofs = Array.from({ length: numbers.length / 4 }, (_, proof): EdgeEvidence => {
      const [how = 0, confidence = 0, source = 0, line = 0] = numbers.slice(proof * 4, proof * 4 + 4);
      return { how: texts[how] ?? '', confidence: (texts[confidence] ?? 'inferred') as Confidence, source: sourceAt(source, line) };
    });
    return { from: ids[start] ?? '', to: ids[start + (to[at] ?? 0)] ?? '', type: edgeTypeNames[type[at] ?? 0] ?? 'refers', evidence: proofs };
  });
}

function servicesOf({ services: { all, of, basis, because }, texts }: EstateDocument, ids: readonly string[]): Services {
  const members = Map.groupBy(ids.keys(), (at) => of[at] ?? -1);
  const ordinal = new Map(ids.map((id, at) => [id, at]));
  const at = (place: number): string => all[of[place] ?? -1]?.id ?? unassigned;
  const serviceOf = (id: string): string => at(ordinal.get(id) ?? -1);
  return {
    all: all.map((service, at) => ({ ...service, resources: (members.get(at) ?? []).map((each) => ids[each] ?? '') })),
    of: serviceOf,
    at,
    why: (id) => {
      const place = ordinal.get(id) ?? -1;
      return { service: at(place), basis: (texts[basis[place] ?? -1] ?? 'none') as MembershipBasis, because: texts[because[place] ?? -1] ?? 'nothing tells its service' };
    },
    // The service of a file is in the verdicts on it.
    ofFile: () => unassigned,
  };
}
