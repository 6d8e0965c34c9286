import { copyIn } from '../graph/queries/copies.ts';
import { fates, fatesOf, type Fate } from '../graph/queries/fates.ts';
import { peers } from '../graph/queries/peer.ts';
import { byService, type ServiceAfterLoss } from '../graph/queries/region-loss.ts';
import type { Services } from '../graph/queries/services.ts';
import type { EstateView } from '../graph/view.ts';
import { severities, type Severity } from '../model/intent.ts';
import { compareText } from '../model/json.ts';
import type { GroupOverlay, Presence, ResourceOverlay, ServiceOverlay } from '../model/overlay.ts';
import type { Judgement, Readiness } from '../model/readiness.ts';
import type { Resource } from '../model/resource.ts';
import type { Loss } from '../model/simulation.ts';
import { isLost } from './simulation/loss.ts';

export interface Overlaying {
  readonly view: EstateView;
  readonly services: Services;
  readonly readiness: Readiness;
  /** Lost at the same time; nothing is said of a loss if empty. */
  readonly lost: readonly Loss[];
}

export interface Overlays {
  ofResource(id: string): ResourceOverlay | undefined;
  ofService(id: string): ServiceOverlay | undefined;
  /** Of some resources together; a verdict on several of them counts once. */
  ofGroup(ids: readonly string[]): GroupOverlay;
}

/** What a judgement and a loss say of each node of a picture. Computed for the nodes that are asked for; a service costs as much as it has resources. */
export function overlaysOf({ view, services, readiness, lost }: Overlaying): Overlays {
  const { byResource, byService: ofServices } = verdictsOf(readiness);
  const states = lost.length === 0 ? undefined : fatesOf(view, { isLost: (resource) => lost.some((loss) => isLost(resource, loss)) });
  const after = states === undefined ? undefined : new Map(byService(view, services, states).map((each) => [each.service, each]));
  const statuses = new Map(readiness.services.map((service) => [service.id, service]));
  const presenceOf = presences(view, readiness);
  return {
    ofGroup(ids) {
      const members = ids.flatMap((id) => view.resource(id) ?? []);
      return { ...counted([...new Set(ids.flatMap((id) => byResource.get(id) ?? []))]), inTarget: tally(members.map(presenceOf)), owners: ownersOf(members) };
    },
    ofResource(id) {
      const resource = view.resource(id);
      if (resource === undefined) return undefined;
      const fate: Fate | undefined = states === undefined ? undefined : fates[states[view.adjacency.ordinal.get(id) ?? 0] ?? 0];
      const owner = ownerOf(resource);
      return { ...counted(byResource.get(id) ?? []), inTarget: presenceOf(resource), ...(owner === undefined ? {} : { owner }), ...(fate === undefined ? {} : { fate }) };
    },
    ofService(id) {
      const service = services.all.find((each) => each.id === id);
      if (service === undefined) return undefined;
      const members = service.resources.flatMap((each) => view.resource(each) ?? []);
      const judged = statuses.get(id);
      const lostHere = after?.get(id);
      return {
        ...counted(ofServices.get(id) ?? []),
        inTarget: tally(members.map(presenceOf)),
        owners: ownersOf(members),
        ...(judged === undefined ? {} : { status: judged.status, percent: judged.score.percent }),
        ...(lostHere === undefined ? {} : { loss: lossOf(lostHere) }),
      };
    },
  };
}

function lossOf({ state, untouched, lost, replaced, stopped, degraded }: ServiceAfterLoss): NonNullable<ServiceOverlay['loss']> {
  return { state, untouched, lost, replaced, stopped, degraded };
}

/** Whether what the resource is for is in the target too. */
function presence(view: EstateView, resource: Resource, target: string): Presence {
  if (resource.region === target || resource.region === 'global') return 'itself';
  const copy = copyIn(view, resource, target);
  // A namesake without the data is no copy.
  return copy ?? (peers(view, resource, target).length > 0 ? 'counterpart' : 'absent');
}

const told = new WeakMap<Readiness, Map<string, Presence>>();

/** Asked once for each resource and judgement: pictures of a large estate ask for all of them, again and again. */
function presences(view: EstateView, readiness: Readiness): (resource: Resource) => Presence {
  const known = told.get(readiness) ?? new Map<string, Presence>();
  told.set(readiness, known);
  return (resource) => {
    const found = known.get(resource.id) ?? presence(view, resource, readiness.intent.target);
    known.set(resource.id, found);
    return found;
  };
}

interface Verdicts {
  readonly byResource: ReadonlyMap<string, readonly Judgement[]>;
  readonly byService: ReadonlyMap<string, readonly Judgement[]>;
}

const indexed = new WeakMap<Readiness, Verdicts>();

/** Gaps and unknowns by resource and by service, sorted once for each judgement. */
function verdictsOf(readiness: Readiness): Verdicts {
  const known = indexed.get(readiness);
  if (known !== undefined) return known;
  const open = readiness.judgements.filter(({ state }) => state === 'gap' || state === 'unknown');
  const byResource = new Map<string, Judgement[]>();
  for (const judgement of open) {
    for (const id of new Set(judgement.resources)) {
      const found = byResource.get(id);
      if (found === undefined) byResource.set(id, [judgement]);
      else found.push(judgement);
    }
  }
  const made = { byResource, byService: Map.groupBy(open, ({ service }) => service) };
  indexed.set(readiness, made);
  return made;
}

function counted(open: readonly Judgement[]): Pick<ResourceOverlay, 'gaps' | 'worst' | 'unknown'> {
  const gaps: Partial<Record<Severity, number>> = {};
  let unknown = 0;
  for (const { state, severity } of open) {
    if (state === 'unknown') unknown += 1;
    else gaps[severity] = (gaps[severity] ?? 0) + 1;
  }
  const worst = severities.find((severity) => gaps[severity] !== undefined);
  return { gaps, unknown, ...(worst === undefined ? {} : { worst }) };
}

function tally(all: readonly Presence[]): Partial<Record<Presence, number>> {
  const counts: Partial<Record<Presence, number>> = {};
  for (const each of all) counts[each] = (counts[each] ?? 0) + 1;
  return counts;
}

/** Keys that tags of ownership have, once case, separators and a prefix such as `acme:` are taken away. */
const ownerKeys = ['owner', 'ownedby', 'serviceowner', 'productowner', 'team', 'squad'];

/** Who owns it, by its tags: an owner before a team. */
function ownerOf({ tags }: Resource): string | undefined {
  const named = Object.entries(tags).map(([key, value]) => [ownerKeys.indexOf((key.split(/[:/]/).at(-1) ?? '').replaceAll(/[\s_.-]/g, '').toLowerCase()), value.trim()] as const);
  return named.filter(([place, value]) => place >= 0 && value !== '').sort(([a, x], [b, y]) => a - b || compareText(x, y))[0]?.[1];
}

/** Owners of the resources with how many each has, the one with most first; ten at most. */
function ownersOf(members: readonly Resource[]): ServiceOverlay['owners'] {
  const counts = new Map<string, number>();
  for (const member of members) {
    const owner = ownerOf(member);
    if (owner !== undefined) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return [...counts].map(([owner, resources]) => ({ owner, resources })).sort((a, b) => b.resources - a.resources || compareText(a.owner, b.owner)).slice(0, 10);
}
