import type { EstateView } from '../../graph/view.ts';
import { isKind, type Resource } from '../../model/resource.ts';
import type { Strategy } from '../../model/intent.ts';
import type { Kind } from '../../model/kind.ts';
import { kinds } from '../../model/kinds/index.ts';
import { compareText } from '../../model/json.ts';
import { assumed, documented, minutes, type RecoveryStep } from '../recovery/recovery.ts';
import { perView } from '../../graph/per-view.ts';
import { serviceOf } from '../support/services-in-use.ts';
import type { LostStore } from './stores.ts';

/** A step for one service, before it has its place in the order. */
export interface Step extends RecoveryStep {
  readonly resource?: string;
  /** Data and keys first, then what uses them, then traffic. */
  readonly layer: 0 | 1 | 2;
  /** Why it cannot be taken while the loss lasts. */
  readonly blocked?: string;
}

export interface Stepping {
  readonly view: EstateView;
  readonly strategy: Strategy;
  readonly target: string | undefined;
  readonly home: string;
  /** Services that cannot be changed, with the reason. */
  readonly frozen: ReadonlyMap<string, string>;
}

/** Promotion, restore or creation of a store. Empty where both regions write anyway. */
export function storeSteps({ resource, recovery, way }: LostStore, context: Stepping): Step[] {
  const steps = way === undefined ? (recovery === undefined ? [] : [recovery.anew]) : way.takeOver;
  return steps.map((step) => placed(step, resource, { layer: 0, context }));
}

/** Deployment of the stacks that hold what is lost and has no counterpart. Resources that no template declares cannot be made: they are given back. */
export function deploySteps(lost: readonly Resource[], context: Stepping): { readonly steps: Step[]; readonly unmade: readonly Resource[] } {
  const unmade = lost.filter(({ sources }) => !sources.some(({ scanner }) => isTemplate(scanner)));
  const declared = lost.filter((resource) => !unmade.includes(resource));
  const groups = Map.groupBy(declared, ({ stack, sources: [{ file = '' }] }) => stack ?? file);
  const where = context.target ?? 'another region';
  const steps = [...groups].sort(([a], [b]) => compareText(a, b)).map(([name, of]): Step => {
    const service = [...(servicesOfStack(context.view).get(name) ?? [])].find((code) => context.frozen.has(code));
    return {
      text: `Deploy ${name} to ${where} (${of.length} ${of.length === 1 ? 'resource' : 'resources'} without a counterpart)`, layer: 1, plane: 'control',
      time: assumed(minutes(30), 'deployment of a stack whose template was tested there'),
      ...(service === undefined ? {} : { blocked: `it makes resources of ${service}, and ${context.frozen.get(service)}` }),
    };
  });
  return { steps, unmade };
}

/** Services of everything that a stack makes: a second deployment makes its roles and records again, not only what was lost. */
const servicesOfStack = perView((view) => {
  const found = new Map<string, Set<string>>();
  for (const { stack, resourceType, sources: [{ file = '' }] } of view.estate.resources.values()) {
    const service = serviceOf(resourceType);
    if (service !== undefined) found.set(stack ?? file, (found.get(stack ?? file) ?? new Set()).add(service));
  }
  return found;
});

const isTemplate = (scanner: string): boolean => /^(?:cloudformation|sam|cdk|terraform)/.test(scanner);

const scaled: ReadonlySet<string | undefined> = new Set(['autoscaling-group', 'ecs-service', 'eks-nodegroup', 'ec2-instance']);
const startUp: Readonly<Record<Strategy, number>> = { 'backup-restore': minutes(15), 'pilot-light': minutes(10), 'warm-standby': minutes(5), 'active-active': 0 };

/** What the strategy leaves small or off must grow before it can take the load. */
export function scaleSteps(replaced: readonly Resource[], context: Stepping): Step[] {
  const seconds = startUp[context.strategy];
  if (seconds === 0) return [];
  return replaced.filter(({ kind }) => scaled.has(kind)).map((resource) =>
    placed({ text: 'Bring the counterpart of {name} to production size', time: assumed(seconds, 'start of capacity, if the region has it to give'), plane: 'control' }, resource, { layer: 1, context }));
}

/** How users get to the counterpart: by themselves where DNS watches health, else by a change that somebody makes. */
export function trafficSteps(touched: readonly Resource[], context: Stepping): Step[] {
  const records = touched.filter((resource) => isKind(resource, 'route53-record'));
  if (records.length > 0) return records.map((record) => recordStep(record, context));
  const entries = touched.filter(({ kind }) => kind !== undefined && (kinds[kind] as Kind).traits.includes('edge') && !(kinds[kind] as Kind).traits.includes('global'));
  const [entry] = entries;
  return entry === undefined ? [] : [placed({ text: 'Point the users of {name} to its counterpart', time: assumed(minutes(15), 'no record or accelerator in front of it is known'), plane: 'control' }, entry, { layer: 2, context })];
}

function recordStep(record: Extract<Resource, { kind: 'route53-record' }>, context: Stepping): Step {
  const { routing, checked, evaluateTargetHealth, ttl = 60 } = record.attributes;
  if (routing !== undefined && routing !== 'simple' && (checked === true || evaluateTargetHealth === true)) {
    return placed({ text: 'Route 53 takes {name} away from what is lost by itself', time: documented(90 + ttl, 'three failed health checks, 30 seconds apart, and the time to live'), plane: 'data' }, record, { layer: 2, context });
  }
  const blocked = context.frozen.get('route53');
  return { ...placed({ text: 'Change the record {name} to what is left', time: assumed(minutes(10) + ttl, 'a change by hand, and the time to live'), plane: 'control' }, record, { layer: 2, context }), ...(blocked === undefined ? {} : { blocked }) };
}

function placed(step: RecoveryStep, resource: Resource, { layer, context }: { readonly layer: Step['layer']; readonly context: Stepping }): Step {
  const service = serviceOf(resource.resourceType);
  const blocked = step.plane === 'control' && service !== undefined ? context.frozen.get(service) : undefined;
  const filled = (text: string): string => fill(text, { name: resource.name, home: resource.region ?? context.home, target: context.target ?? 'the other region' });
  return { ...step, text: filled(step.text), ...(step.irreversible === undefined ? {} : { irreversible: filled(step.irreversible) }), resource: resource.id, layer, ...(blocked === undefined ? {} : { blocked }) };
}

/** Names come from outside and may hold braces or dollar signs: each place is filled once, and what fills it is not read again. */
export function fill(text: string, values: Readonly<Record<'name' | 'home' | 'target', string>>): string {
  return text.replace(/\{(name|home|target)\}/g, (_, key: 'name' | 'home' | 'target') => values[key]);
}
