import { isKind, type Resource } from '../../model/resource.ts';
import type { Approach, PlannedService } from '../../model/plan.ts';
import { durationText } from '../../model/duration.ts';
import { atLeast } from '../../model/intent.ts';
import type { Judgement } from '../../model/readiness.ts';
import { categoryOf } from '../rule.ts';
import { minutes, type Way } from '../recovery/recovery.ts';
import type { LostStore } from '../simulation/stores.ts';

export interface Chosen {
  readonly approach: Approach;
  readonly reasons: readonly string[];
  readonly pause: PlannedService['pause'];
}

export interface Choosing {
  /** Stores with data to carry over, and how they are copied today. */
  readonly stores: readonly LostStore[];
  readonly resources: readonly Resource[];
  readonly judgements: readonly Judgement[];
  /** Seconds without writes that the business tolerates; undefined where nobody said. */
  readonly tolerated: number | undefined;
}

/** New build, planned transition or live migration, from what the graph and the verdicts tell. */
export function approachOf({ stores, resources, judgements, tolerated }: Choosing): Chosen {
  const pause = pauseOf(stores, resources, tolerated);
  if (stores.length === 0) return { approach: 'new-build', reasons: ['it keeps no data that would have to be carried over'], pause: { ...pause, seconds: 0, parts: [] } };
  const unready = stores.filter((store) => wayOf(store)?.sync === 'periodic' || wayOf(store) === undefined);
  const ties = judgements.filter(holdsBack);
  const needed = pause.seconds === null ? 'a time that cannot be said' : durationText(pause.seconds);
  const whyNotLive = [
    ...unready.map((store) => `${store.resource.name} cannot be kept in step: ${wayOf(store)?.title.toLowerCase() ?? 'its service has no copy across regions'}`),
    ...ties.slice(0, 3).map(({ message }) => message),
    ...(ties.length > 3 ? [`and ${ties.length - 3} more findings of that kind`] : []),
  ];
  if (tolerated !== undefined && pause.seconds !== null && tolerated >= pause.seconds) {
    return { approach: 'planned-transition', reasons: [`a pause of ${durationText(tolerated)} is tolerated, and the switch takes ${needed}`], pause };
  }
  if (whyNotLive.length === 0) {
    return { approach: 'live-migration', reasons: [`every store can be kept in step in both regions, and nothing on the way calls across them`, tolerated === undefined ? 'no pause was said to be tolerated' : `only ${durationText(tolerated)} without writes are tolerated, and a switch would take ${needed}`], pause };
  }
  if (tolerated === undefined) return { approach: 'planned-transition', reasons: [`a live migration is not possible: ${whyNotLive.join('; ')}`, `the switch takes ${needed}; whether that pause is tolerated, nobody told us (services.<name>.pause)`], pause };
  return { approach: 'remediate', reasons: [`only ${durationText(tolerated)} without writes are tolerated, and a switch takes ${needed}`, ...whyNotLive.map((reason) => `not live either: ${reason}`)], pause };
}

/** The way that exists, if it keeps the data in step; else the best that the service has. */
export function wayOf({ way, recovery }: LostStore): Way | undefined {
  return way !== undefined && way.sync !== 'periodic' ? way : (recovery?.ways.membership ?? recovery?.ways.replication ?? recovery?.ways.backup ?? way);
}

/** Findings that would break or slow a service that runs in both regions at once. */
function holdsBack({ rule, state, severity, baselined }: Judgement): boolean {
  if (state !== 'gap' || baselined === true) return false;
  return rule === 'graph-cross-region-sync-call' || rule === 'graph-write-locality' || (categoryOf(rule) === 'code' && atLeast(severity, 'high'));
}

const verify = minutes(15);

/** Last changes, promotion, time to live of names, and a look at whether it works. */
function pauseOf(stores: readonly LostStore[], resources: readonly Resource[], tolerated: number | undefined): PlannedService['pause'] {
  const told = tolerated === undefined ? {} : { tolerated };
  const ttl = Math.max(60, ...resources.map((resource) => (isKind(resource, 'route53-record') ? (resource.attributes.ttl ?? 60) : 60)));
  const each = stores.map((store) => {
    const way = wayOf(store);
    if (way === undefined) return { name: store.resource.name, seconds: null };
    const switchOver = (way.switchOver ?? way.takeOver).reduce((sum, { time }) => sum + time.seconds, 0);
    return { name: store.resource.name, seconds: (way.switchOver === undefined ? way.rpo.seconds : 0) + switchOver };
  });
  const worst = each.some(({ seconds }) => seconds === null) ? null : Math.max(0, ...each.map(({ seconds }) => seconds ?? 0));
  const decides = each.find(({ seconds }) => seconds === worst);
  const parts = [
    ...(worst === null ? [`how long the data of ${decides?.name ?? 'a store'} takes to carry over, nobody told us`] : decides === undefined ? [] : [`last changes and promotion of ${decides.name}: ${durationText(worst)}`]),
    `time to live of names: ${durationText(ttl)}`, `check: ${durationText(verify)}, assumed`,
  ];
  return { seconds: worst === null ? null : worst + ttl + verify, basis: 'assumed', parts, ...told };
}
