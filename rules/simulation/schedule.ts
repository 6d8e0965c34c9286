import { durationText, secondsOf } from '../../model/duration.ts';
import type { Intent } from '../../model/intent.ts';
import type { Outcome, ServiceOutcome, SimulatedStep, Time } from '../../model/simulation.ts';
import { minutes } from '../recovery/recovery.ts';
import type { Standing } from './outcome.ts';
import type { Step } from './steps.ts';

/** Until somebody has noticed and decided, where anything has to be done by hand. */
const decision = minutes(15);

export interface Schedule {
  readonly standings: ReadonlyMap<string, Standing>;
  /** Groups of services, those that others need first. */
  readonly order: readonly (readonly string[])[];
  needs(service: string): readonly string[];
  readonly intent: Pick<Intent, 'services'>;
}

interface Done {
  readonly outcome: Outcome;
  /** Seconds until it works again; null for never. */
  readonly seconds: number | null;
  readonly assumed: boolean;
  readonly path: readonly string[];
  readonly lastOrder: number;
  readonly waitsFor: readonly string[];
  readonly because: readonly string[];
}

/** When each service is back: what it needs first, then its own data, its own deployment, its own traffic. */
export function schedule({ standings, order, needs, intent }: Schedule): { readonly outcomes: ServiceOutcome[]; readonly steps: SimulatedStep[] } {
  const done = new Map<string, Done>();
  const outcomes: ServiceOutcome[] = [];
  const steps: SimulatedStep[] = [];
  for (const group of order) {
    // Services that need each other come back together: each waits for what the others wait for, and not for the others.
    const outside = [...new Set(group.flatMap((id) => needs(id)))].filter((id) => !group.includes(id));
    for (const id of group) {
      const standing = standings.get(id);
      if (standing === undefined) continue;
      const waits = outside.filter((other) => needs(id).includes(other) && standing.outcome !== 'survives').flatMap((other) => done.get(other) ?? []);
      const own = finished(standing, waits, outside.filter((other) => needs(id).includes(other) && isTouched(done.get(other))));
      done.set(id, own);
      const objective = Object.hasOwn(intent.services, id) ? intent.services[id] : undefined;
      outcomes.push({ id, outcome: own.outcome, why: [...standing.why, ...own.because], counts: standing.counts, rto: rtoOf(own, objective?.rto), rpo: rpoOf(standing, objective?.rpo), waitsFor: [...own.waitsFor] });
      steps.push(...placedSteps(standing, own.lastOrder));
    }
  }
  return { outcomes, steps: steps.sort((a, b) => a.order - b.order || (a.service < b.service ? -1 : a.service > b.service ? 1 : 0)) };
}

const isTouched = (done: Done | undefined): boolean => done !== undefined && (done.seconds === null || done.seconds > 0);

function finished(standing: Standing, waits: readonly Done[], waitsFor: readonly string[]): Done {
  const layers = layersOf(standing.steps);
  const longest = layers.map((layer) => layer.reduce<Chain>((worst, chain) => (chain.seconds > worst.seconds ? chain : worst), { seconds: 0, steps: [] }));
  const byHand = standing.steps.some(({ plane }) => plane === 'control');
  const blocker = standing.counts.stopped > 0 || standing.counts.lost > 0 ? waits.find(({ outcome }) => outcome === 'stops') : undefined;
  const outcome = blocker !== undefined && (standing.outcome === 'recovers' || standing.outcome === 'survives') ? 'degrades' : standing.outcome;
  const dead = outcome === 'stops' || waits.some(({ seconds }) => seconds === null && outcome !== 'survives');
  const start = waits.reduce<Done | undefined>((latest, each) => ((each.seconds ?? 0) > (latest?.seconds ?? 0) ? each : latest), undefined);
  const first = start === undefined ? (byHand ? decision : 0) : (start.seconds ?? 0);
  const own = longest.flatMap(({ steps }) => steps);
  return {
    outcome,
    seconds: dead ? null : first + longest.reduce((sum, { seconds }) => sum + seconds, 0),
    assumed: (byHand && start === undefined) || (start?.assumed ?? false) || own.some(({ time }) => time.basis === 'assumed'),
    path: [...(start?.path ?? (byHand ? [`Notice and decide: ${durationText(decision)}, assumed`] : [])), ...own.map(({ text, time }) => `${text}: ${durationText(time.seconds)}, ${time.basis}`)],
    lastOrder: Math.max(0, ...waits.map(({ lastOrder }) => lastOrder)) + layers.filter((layer) => layer.length > 0).length,
    waitsFor,
    because: blocker === undefined ? [] : ['it needs a service that does not come back'],
  };
}

interface Chain {
  readonly seconds: number;
  readonly steps: readonly Step[];
}

/** In a layer the resources go side by side; the steps of one resource follow each other. */
function layersOf(steps: readonly Step[]): Chain[][] {
  return [0, 1, 2].map((layer) => {
    const chains = Map.groupBy(steps.filter((step) => step.layer === layer), (step) => step.resource ?? step.text);
    return [...chains.values()].map((chain) => ({ seconds: chain.reduce((sum, { time }) => sum + time.seconds, 0), steps: chain }));
  });
}

function placedSteps(standing: Standing, lastOrder: number): SimulatedStep[] {
  const layers = layersOf(standing.steps).filter((layer) => layer.length > 0);
  const first = lastOrder - layers.length + 1;
  return layers.flatMap((layer, index) => {
    const most = Math.max(...layer.map(({ seconds }) => seconds));
    return layer.flatMap((chain) => chain.steps.map(({ text, time, plane, irreversible, blocked, resource }): SimulatedStep => ({
      order: first + index, service: standing.id, text, seconds: time.seconds, basis: time.basis, why: time.why, plane, critical: chain.seconds === most && most > 0,
      ...(resource === undefined ? {} : { resource }), ...(irreversible === undefined ? {} : { irreversible }), ...(blocked === undefined ? {} : { blocked }),
    })));
  });
}

function rtoOf({ seconds, assumed, path }: Done, wanted: string | undefined): Time {
  return { seconds, basis: assumed ? 'assumed' : 'documented', why: [...path], ...objectiveOf(seconds, wanted) };
}

function rpoOf({ stores }: Standing, wanted: string | undefined): Time {
  const lost = stores.find(({ state }) => state === 'lost');
  const known = stores.flatMap(({ way, resource }) => (way === undefined ? [] : [{ ...way.rpo, name: resource.name }])).sort((a, b) => b.seconds - a.seconds);
  const [worst] = known;
  const seconds = lost === undefined ? (worst?.seconds ?? 0) : null;
  const untold = stores.filter(({ state }) => state === 'unknown').map(({ resource }) => `nobody told us of copies of ${resource.name}`);
  const why = [...(lost === undefined ? (worst === undefined ? [] : [`${worst.name}: ${worst.why}`]) : [`${lost.resource.name} has no copy`]), ...untold];
  return { seconds, basis: lost === undefined && worst?.basis === 'documented' ? 'documented' : 'assumed', why, ...objectiveOf(untold.length > 0 && seconds !== null ? undefined : seconds, wanted) };
}

/** `seconds` is undefined where it is not known well enough to be held against an objective. */
function objectiveOf(seconds: number | null | undefined, wanted: string | undefined): Pick<Time, 'objective' | 'met'> {
  const objective = wanted === undefined ? undefined : secondsOf(wanted);
  if (objective === undefined) return {};
  return { objective, ...(seconds === undefined ? {} : { met: seconds !== null && seconds <= objective }) };
}
