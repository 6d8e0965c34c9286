import type { EstateView } from '../graph/view.ts';
import type { EdgeType } from '../model/edge.ts';
import { severities } from '../model/intent.ts';
import { compareText } from '../model/json.ts';
import type { Kind } from '../model/kind.ts';
import { kinds } from '../model/kinds/index.ts';
import type { Judgement } from '../model/readiness.ts';
import type { Resource } from '../model/resource.ts';
import { rankOf, stageOf } from './stages.ts';
import { countedQuotas } from './support/quotas.ts';

/** By what a resource needs another one to exist. */
const needs: readonly EdgeType[] = ['uses-key', 'uses-secret', 'uses-certificate', 'uses-image', 'uses-role', 'attaches', 'routes', 'reads', 'writes', 'refers', 'calls', 'triggers', 'observes'];

/** What a resource is made of. Where such a part has no gap, its own parts count as the resource's: a service’s image stands in its task definition, its network behind a subnet. */
const parts: readonly EdgeType[] = ['uses-key', 'uses-secret', 'uses-certificate', 'uses-image', 'uses-role', 'attaches', 'refers'];

/** Most gaps that are named for one: the nearest, which name theirs in turn. */
const most = 20;
/** Parts of parts that are looked at for one resource. */
const mostParts = 40;
const deepest = 3;
/** Up to here stages make things; what comes later says how they are used and watched. */
const lastThing = rankOf('compute-no-peer');

/** Fingerprints of the gaps that must be closed before each one, in the order in which they are closed. Closing them in this order never runs in a circle. */
export function prerequisitesOf(view: EstateView, gaps: readonly Judgement[]): ReadonlyMap<string, readonly string[]> {
  const bySubject = new Map<string, Judgement[]>();
  for (const gap of gaps) for (const id of gap.resources.length === 0 ? [gap.subject] : gap.resources) add(bySubject, id, gap);
  const ranks = new Map(gaps.map((gap) => [gap, rankOf(gap.rule)]));
  const inOrder = (a: Judgement, b: Judgement): number => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0) || severities.indexOf(a.severity) - severities.indexOf(b.severity) || compareText(a.fingerprint, b.fingerprint);
  const general = gaps.filter(({ rule }) => stageOf(rule) === 'gates').sort(inOrder);
  const ofPlace = placeGaps(gaps);
  const near = new Map<string, readonly Judgement[]>();
  const nearOf = (id: string): readonly Judgement[] => {
    const known = near.get(id) ?? neededBy(view, id, bySubject);
    near.set(id, known);
    return known;
  };
  const found = new Map<string, readonly string[]>();
  for (const gap of gaps) {
    const rank = ranks.get(gap) ?? 0;
    const [only] = gap.resources;
    // A verdict on many resources is about what they have in common, not about what each of them needs.
    const resource = only === undefined || gap.resources.length > 1 ? undefined : view.resource(only);
    const own = resource === undefined ? [] : [...(bySubject.get(resource.id) ?? []), ...nearOf(resource.id), ...ofPlace(resource)];
    const before = [...new Set([...(makesNothing(gap) ? [] : general), ...own])].filter((other) => (ranks.get(other) ?? 0) < rank).sort(inOrder);
    if (before.length > 0) found.set(gap.fingerprint, before.slice(0, most).map(({ fingerprint }) => fingerprint));
  }
  return found;
}

/** What is changed in code, said of the whole or saved waits for no region to be enabled. */
const makesNothing = ({ rule }: Judgement): boolean => /(?:^|\/)(?:code|graph|cost)-/.test(rule);

/** Gaps of an account’s place in the target that name no resource: a quota, for what counts towards it; the deployment tool, for what it deploys. */
function placeGaps(gaps: readonly Judgement[]): (resource: Resource) => readonly Judgement[] {
  const quotas = gaps.filter(({ rule }) => rule === 'region-quota-shortfall');
  const tools = gaps.filter(({ rule }) => rule === 'operations-bootstrap-missing');
  if (quotas.length + tools.length === 0) return () => [];
  return ({ kind, resourceType, account, module, sources }) => {
    const codes = countedQuotas.filter(({ of }) => (typeof of === 'string' ? of === resourceType : kind !== undefined && (of as readonly string[]).includes(kind))).map(({ code }) => code);
    const ofQuotas = quotas.filter(({ subject }) => codes.some((code) => subject.endsWith(`:${code}`)) && isOf(account, subject.split(':')[1]));
    const isTemplate = sources.some(({ scanner }) => scanner === 'cloudformation');
    const ofTools = isTemplate ? tools.filter(({ subject }) => subject.startsWith('bootstrap:cdk:') === (module !== undefined) && isOf(account, subject.split(':')[2]?.split('→')[0])) : [];
    return [...ofQuotas, ...ofTools];
  };
}

/** A resource or gap of an account that nobody told may be of any. */
const isOf = (account: string | undefined, told: string | undefined): boolean => account === undefined || told === undefined || told === '' || account === told;

function add(index: Map<string, Judgement[]>, id: string, gap: Judgement): void {
  const known = index.get(id);
  if (known) known.push(gap);
  else index.set(id, [gap]);
}

/** Gaps of what a resource needs: of its neighbours, and of what is behind parts that are there or need no making. */
function neededBy(view: EstateView, id: string, gaps: ReadonlyMap<string, readonly Judgement[]>): Judgement[] {
  const found: Judgement[] = [];
  const seen = new Set([id]);
  let ring = [...view.out(id, ...needs).map(({ to }) => to), ...view.in(id, 'contains').map(({ from }) => from), ...sourcesOf(view, id)];
  for (let depth = 1; depth <= deepest && ring.length > 0; depth++) {
    const next: string[] = [];
    for (const each of ring) {
      if (seen.has(each) || seen.size > mostParts) continue;
      seen.add(each);
      const own = gaps.get(each);
      if (own !== undefined) found.push(...own);
      if (depth < deepest && own?.some(({ rule }) => rankOf(rule) <= lastThing) !== true) next.push(...view.out(each, ...parts).map(({ to }) => to), ...view.in(each, 'contains').map(({ from }) => from));
    }
    ring = next;
  }
  return found;
}

/** Queues, topics and streams that start a resource. They need nobody who sends to them, and a bucket that starts a function needs the function. */
function sourcesOf(view: EstateView, id: string): string[] {
  return carries(view.resource(id)) ? [] : view.in(id, 'triggers').flatMap(({ from }) => (carries(view.resource(from)) ? [from] : []));
}

const carries = (resource: Resource | undefined): boolean => resource?.kind !== undefined && (kinds[resource.kind] as Kind).traits.includes('messaging');
