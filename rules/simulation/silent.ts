import type { EstateView } from '../../graph/view.ts';
import type { Services } from '../../graph/queries/services.ts';
import { edgeTypes } from '../../model/edge.ts';
import { compareText } from '../../model/json.ts';
import type { Judgement } from '../../model/readiness.ts';
import type { Resource } from '../../model/resource.ts';
import type { SilentDependency } from '../../model/simulation.ts';

export interface Pointing {
  readonly view: EstateView;
  readonly services: Services;
  readonly isLost: (resource: Resource) => boolean;
  readonly regions: ReadonlySet<string>;
  /** Verdicts of the code rules. */
  readonly code: readonly Judgement[];
}

/** What still points at what is lost from where it goes on: requests across regions, identifiers of things outside the estate, and code. */
export function silentDependencies({ view, services, isLost, regions, code }: Pointing): SilentDependency[] {
  return [...requests(view, services, isLost), ...identifiers(view, services, { isLost, regions }), ...inCode(code, regions)]
    .sort((a, b) => compareText(a.service, b.service) || compareText(a.what, b.what) || compareText(a.why, b.why));
}

function requests(view: EstateView, services: Services, isLost: Pointing['isLost']): SilentDependency[] {
  return view.estate.edges.flatMap(({ from, to, type, evidence: [proof] }) => {
    const { dependent } = edgeTypes[type];
    const [needs, needed] = (dependent === 'from' ? [from, to] : [to, from]).map((id) => view.resource(id));
    if (dependent === 'none' || needs === undefined || needed === undefined || !isLost(needed) || isLost(needs)) return [];
    if (needs.region === undefined || needs.region === 'global' || needs.region === needed.region) return [];
    const source = proof?.source;
    return [{ service: services.of(needs.id), what: `${needs.name} in ${needs.region} needs ${needed.name} in ${needed.region ?? 'an unknown region'}`, why: `${needs.name} ${type} ${needed.name}`, ...(source === undefined ? {} : { source }) }];
  });
}

function identifiers(view: EstateView, services: Services, { isLost, regions }: Pick<Pointing, 'isLost' | 'regions'>): SilentDependency[] {
  return view.estate.dangling.flatMap(({ from, to, region, type }) => {
    const holder = view.resource(from);
    if (holder === undefined || region === undefined || !regions.has(region) || isLost(holder) || edgeTypes[type].dependent === 'none') return [];
    const [source] = holder.sources;
    return [{ service: services.of(from), what: `${holder.name} names ${to}`, why: `it lies in ${region}, outside of what was scanned`, source }];
  });
}

/** Findings of the code rules about a lost region: what stays up still calls it. */
function inCode(code: readonly Judgement[], regions: ReadonlySet<string>): SilentDependency[] {
  return code.flatMap(({ state, occurrence, service, message, source }) => {
    if (state !== 'gap' || occurrence === undefined || occurrence.construct !== undefined || !occurrence.regions.some((region) => regions.has(region))) return [];
    return [{ service, what: `code: ${occurrence.text}`, why: message, ...(source === undefined ? {} : { source }) }];
  });
}
