import { fates, type Fate } from '../../graph/queries/fates.ts';
import type { Kind, Trait } from '../../model/kind.ts';
import { kinds } from '../../model/kinds/index.ts';
import { isKind, type Resource } from '../../model/resource.ts';
import type { Outcome, ServiceOutcome } from '../../model/simulation.ts';
import { guards } from '../guards/index.ts';
import { exemptionFor } from '../exemption.ts';
import type { Context } from '../rule.ts';
import { deploySteps, scaleSteps, storeSteps, trafficSteps, type Step, type Stepping } from './steps.ts';
import { lostStore, type LostStore, type Surviving } from './stores.ts';
import { recoveries } from '../recovery/kinds/index.ts';

/** A service by itself, before what it waits for is known. */
export interface Standing {
  readonly id: string;
  readonly outcome: Outcome;
  readonly why: readonly string[];
  readonly counts: ServiceOutcome['counts'];
  readonly stores: readonly LostStore[];
  readonly steps: readonly Step[];
}

export interface Judging {
  readonly surviving: Surviving;
  readonly stepping: Stepping;
  readonly context: Context;
  /** Regions that the loss touches; what has no region told may be in one of them. */
  readonly placeMatters: boolean;
}

/** What becomes of one service's resources, by their fates. */
export function standingOf(id: string, resources: readonly (readonly [Resource, number])[], { surviving, stepping, context, placeMatters }: Judging): Standing {
  const of = (fate: Fate): Resource[] => resources.filter(([, each]) => fates[each] === fate).map(([resource]) => resource);
  const [lost, untouched] = [of('lost'), of('untouched')];
  const { home } = context.intent;
  const isStandby = ({ region }: Resource): boolean => region !== undefined && !home.includes(region);
  const standby = of('replaced').filter(isStandby);
  const replaced = of('replaced').filter((resource) => !isStandby(resource));
  // Who uses the counterpart at home goes on as before.
  const degraded = lost.length + replaced.length === 0 && standby.length > 0 ? [] : of('degraded');
  // What a role may do to something lost is no need of the role's own.
  const stopped = of('stopped').filter((resource) => !hasTrait(resource, 'identity'));
  const counts = { untouched: untouched.length, lost: lost.length, replaced: of('replaced').length, stopped: of('stopped').length, degraded: of('degraded').length };
  const kept = [...lost, ...replaced].filter((resource) => isKept(resource, context)).map((resource) => lostStore(stepping.view, resource, surviving));
  const stores = kept.filter(({ resource }) => isDataStore(resource));
  const gone = stores.filter(({ state }) => state === 'lost');
  const doubtful = stores.filter(({ state }) => state === 'unknown');
  const carried = new Set(kept.map(({ resource }) => resource.id));
  const others = lost.filter(({ id: each }) => !carried.has(each));
  const { steps: deploy, unmade } = deploySteps(others, stepping);
  const traffic = lost.length + replaced.length + degraded.length === 0 ? [] : trafficSteps([...replaced, ...degraded, ...lost], stepping);
  const steps = [...kept.flatMap((store) => storeSteps(store, stepping)), ...deploy, ...scaleSteps(replaced, stepping), ...traffic];
  const blocked = steps.filter(({ blocked: because }) => because !== undefined);
  const unplaced = placeMatters ? untouched.filter(({ region }) => region === undefined) : [];
  const why = [
    ...gone.map(({ resource }) => `the data of ${resource.name} has no copy`),
    ...unmade.map(({ name }) => `no template is known that could make ${name} again`),
    ...blocked.map(({ text, blocked: because }) => `cannot be done while it lasts: ${text}, because ${because}`),
    ...doubtful.map(({ resource }) => `nobody told us whether the data of ${resource.name} has a copy`),
    ...unplaced.map(({ name }) => `nobody told us the region of ${name}`),
    ...(standby.length > 0 && replaced.length + lost.length === 0 ? ['its standby is gone: until it is back nothing protects it'] : []),
    ...(stopped.length > 0 ? [`${stopped.slice(0, 3).map(({ name }) => name).join(', ')}${stopped.length > 3 ? ` and ${stopped.length - 3} more` : ''} elsewhere ${stopped.length === 1 ? 'needs' : 'need'} what is lost`] : []),
  ];
  const hard = gone.length + unmade.length + blocked.length > 0;
  const elsewhere = [...untouched, ...replaced].some(({ region, kind }) => region !== undefined && region !== 'global' && kind !== undefined && (hasTrait({ kind }, 'compute') || hasTrait({ kind }, 'data-store')));
  const touched = lost.length + replaced.length + stopped.length + degraded.length > 0;
  const manual = steps.some(({ plane, layer }) => plane === 'control' || layer < 2);
  const outcome = hard ? (elsewhere ? 'degrades' : 'stops') : doubtful.length > 0 || (unplaced.length > 0 && touched) ? 'unknown' : !touched && unplaced.length === 0 ? 'survives' : !touched ? 'unknown' : manual || stopped.length > 0 ? 'recovers' : 'survives';
  return { id, outcome, why, counts, stores, steps };
}

const hasTrait = ({ kind }: Pick<Resource, 'kind'>, trait: Trait): boolean => kind !== undefined && (kinds[kind] as Kind).traits.includes(trait);

/** Whether it keeps business data itself. */
export const isDataStore = (resource: Resource): boolean => hasTrait(resource, 'data-store') && !isClusterMember(resource);

/** An instance of a cluster keeps no data of its own: the cluster does. */
const isClusterMember = (resource: Resource): boolean => isKind(resource, 'rds-instance') && resource.attributes.cluster !== undefined;

/** Whether it must be brought along: we know how, nobody exempted it from having a copy, and no guard of the rules takes its data for ephemeral, derived or rebuildable. */
export function isKept(resource: Resource, context: Context): boolean {
  const recovery = recoveries.get(resource.kind ?? '');
  if (recovery === undefined || isClusterMember(resource)) return false;
  const isGivenUp = recovery.copyRule !== undefined && exemptionFor(context.intent, recovery.copyRule, [resource.id, resource.name]) !== undefined;
  return !isGivenUp && !guards.some((guard) => guard.categories.includes('data') && guard.reason(resource, context) !== undefined);
}
