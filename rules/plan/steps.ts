import { peers } from '../../graph/queries/peer.ts';
import type { EstateView } from '../../graph/view.ts';
import { compareText } from '../../model/json.ts';
import { isKind, type Resource } from '../../model/resource.ts';
import type { Approach, Goal, Phase, PlanStep } from '../../model/plan.ts';
import { phases } from '../../model/plan.ts';
import { fill } from '../simulation/steps.ts';
import type { LostStore } from '../simulation/stores.ts';
import { wayOf } from './approach.ts';

export interface Stepping {
  readonly view: EstateView;
  readonly goal: Goal;
  readonly home: string;
  readonly target: string;
}

export interface Moving {
  readonly service: string;
  readonly approach: Approach;
  readonly resources: readonly Resource[];
  readonly stores: readonly LostStore[];
  readonly preconditions: number;
}

/** What is done for a service, in order. */
export function stepsOf(moving: Moving, context: Stepping): PlanStep[] {
  const { service, preconditions, stores, approach } = moving;
  const steps: PlanStep[] = [
    ...(preconditions === 0 ? [] : [{ phase: 'prepare' as const, text: `Close the ${preconditions} ${preconditions === 1 ? 'gap' : 'gaps'} that must be closed before` }]),
    ...build(moving, context),
    ...stores.flatMap((store) => carry(store, context)),
    ...(approach === 'remediate' ? [] : context.goal === 'expand' ? rehearse(moving, context) : cutOver(moving, context)),
  ];
  if (approach === 'remediate') steps.push({ phase: 'rehearse', text: `Decide again when the reasons against a transition of ${service} are gone` });
  return steps.map((step, index) => ({ step, index })).sort((a, b) => phases.indexOf(a.step.phase) - phases.indexOf(b.step.phase) || a.index - b.index).map(({ step }) => step);
}

/** Stacks that lack a deployment in the target, and what no stack declares. */
function build({ resources }: Moving, { view, target }: Stepping): PlanStep[] {
  const missing = resources.filter((resource) => resource.region !== undefined && resource.region !== 'global' && peers(view, resource, target).length === 0);
  const groups = Map.groupBy(missing, ({ stack, sources: [{ file, scanner }] }) => stack ?? file ?? scanner);
  return [...groups].sort(([a], [b]) => compareText(a, b)).map(([name, of]) => ({ phase: 'build' as const, text: `Deploy ${name} to ${target}: ${of.length} of its resources ${of.length === 1 ? 'has' : 'have'} no counterpart there` }));
}

function carry(store: LostStore, context: Stepping): PlanStep[] {
  const { resource, recovery, way } = store;
  const best = wayOf(store);
  if (best === undefined) return [{ phase: 'replicate', resource: resource.id, text: `Decide how the data of ${resource.name} gets to ${context.target}: ${recovery === undefined ? 'nobody told us a way' : 'its service has no copy across regions, so export and import, or write to both'}` }];
  const setUp = way !== best ? best.setUp.map((text): PlanStep => ({ phase: 'replicate', resource: resource.id, text: filled(text, resource, context) })) : [];
  return [...setUp, { phase: 'verify', resource: resource.id, text: `${filled(best.verify, resource, context)}: in step, and counts agree` }];
}

/** Home stays: the way there and back is tried once. */
function rehearse({ service, stores }: Moving, context: Stepping): PlanStep[] {
  const switches = stores.flatMap((store) => promotion(store, 'rehearse', context));
  return [
    ...switches,
    { phase: 'rehearse', text: `Send test traffic through ${service} in ${context.target}, measure RTO and RPO, and compare with the objectives` },
    ...stores.flatMap((store) => (switches.length === 0 ? [] : [{ phase: 'rehearse' as const, resource: store.resource.id, text: filled(wayOf(store)?.giveBack ?? `Bring ${store.resource.name} back`, store.resource, context) }])),
  ];
}

function cutOver({ service, approach, resources, stores }: Moving, context: Stepping): PlanStep[] {
  const { home, target } = context;
  const step = (phase: Phase, text: string, more: Partial<PlanStep> = {}): PlanStep => ({ phase, text, ...more });
  const sources = resources.filter((resource) => isKind(resource, 'lambda-event-source-mapping') || isKind(resource, 'events-rule'));
  const records = resources.filter((resource) => isKind(resource, 'route53-record'));
  const named = records.length === 0 ? `the users of ${service}` : records.map(({ name }) => name).slice(0, 5).join(', ');
  if (approach === 'new-build') return [step('shift', `Send ${named} to ${target}`), step('soak', `Watch ${service} in ${target} for a full business cycle`), step('decommission', `Remove ${service} from ${home}`, { irreversible: `${service} in ${home} is gone` })];
  const live = approach === 'live-migration';
  const shift = live ? [1, 10, 50, 100].map((percent) => step('shift', `Send ${percent} % of ${named} to ${target}; back to 0 % where errors or latency rise`)) : [step('shift', `Send ${named} to ${target}`)];
  return [
    step('freeze', `Stop deployments and schema changes of ${service}${live ? '' : `, then its writes in ${home}`}; wait until every copy is in step`),
    ...stores.flatMap((store) => promotion(store, 'promote', context)),
    ...sources.map((source) => step('enable', `Enable ${source.name} in ${target} and disable it in ${home}, never both`, { resource: source.id })),
    ...shift,
    step('soak', `Watch ${service} in ${target} for a full business cycle, with the way back open`),
    step('fence', `Take write permissions from ${service} in ${home}, so that nothing writes there by mistake`),
    ...stores.map((store) => step('fence', filled(`Replicate {name} back to {home} until rollback is given up: ${wayOf(store)?.giveBack ?? 'by export and import'}`, store.resource, context), { resource: store.resource.id })),
    step('decommission', `Remove ${service} from ${home}, or keep it as standby`, { irreversible: 'Data that was left in the home region is gone once it is removed' }),
  ];
}

function promotion(store: LostStore, phase: Phase, context: Stepping): PlanStep[] {
  const way = wayOf(store);
  return (way?.switchOver ?? way?.takeOver ?? []).map(({ text, time, irreversible }) => ({
    phase, resource: store.resource.id, text: filled(text, store.resource, context), seconds: time.seconds, basis: time.basis,
    ...(irreversible === undefined ? {} : { irreversible: filled(irreversible, store.resource, context) }),
  }));
}

const filled = (text: string, { name, region }: Resource, { home, target }: Stepping): string => fill(text, { name, home: region ?? home, target });
