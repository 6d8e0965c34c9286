import { serviceGraph } from '../../graph/queries/service-graph.ts';
import type { Services } from '../../graph/queries/services.ts';
import type { EstateView } from '../../graph/view.ts';
import { secondsOf } from '../../model/duration.ts';
import { atLeast, severities, type Intent } from '../../model/intent.ts';
import { compareText } from '../../model/json.ts';
import type { Approach, Goal, MigrationPlan, PlanConfig, PlannedService, Precondition } from '../../model/plan.ts';
import type { Judgement } from '../../model/readiness.ts';
import type { Resource } from '../../model/resource.ts';
import type { Judged } from '../judge.ts';
import { categoryOf, type Context } from '../rule.ts';
import { lostStore, type LostStore } from '../simulation/stores.ts';
import { isDataStore, isKept } from '../simulation/outcome.ts';
import { isInScope } from '../subjects.ts';
import { approachOf } from './approach.ts';
import { calendar } from './calendar.ts';
import { dependencyDebt } from './debt.ts';
import { orderOf } from './order.ts';
import { stepsOf } from './steps.ts';

export interface Plan {
  readonly view: EstateView;
  readonly services: Services;
  /** What the rules say for the intent. */
  readonly judged: Pick<Judged, 'judgements' | 'blindSpots'>;
  readonly intent: Intent;
  readonly goal: Goal;
  readonly config?: PlanConfig | undefined;
  readonly tool: string;
}

/** Foundations that no service can lay for itself. */
const foundation = new Set(['region', 'network', 'identity', 'operations']);

/** In which order services get to the target region, how each does, and what must be done before. Pure. */
export function plan({ view, services, judged, intent, goal, config = {}, tool }: Plan): MigrationPlan {
  const { home, target, strategy, today } = intent;
  const graph = serviceGraph(view, services);
  const { waves, constraints } = orderOf(graph, config);
  const context: Context = { intent, graph: view, options: {} };
  const gaps = Map.groupBy(judged.judgements.filter(({ state, baselined }) => state === 'gap' && baselined !== true), ({ service }) => service);
  const resources = Map.groupBy([...view.estate.resources.values()].filter((resource) => isInScope(resource, intent)), ({ id }) => services.of(id));
  const planned = waves.flatMap((groups, index) => groups.flatMap((group) => {
    const stores = new Map(group.map((id) => [id, storesOf(resources.get(id) ?? [], context)]));
    const chosen = approachOf({ stores: [...stores.values()].flat(), resources: group.flatMap((id) => resources.get(id) ?? []), judgements: group.flatMap((id) => gaps.get(id) ?? []), tolerated: pauseOf(group, intent) });
    return group.map((id): PlannedService => {
      const before = preconditionsOf((gaps.get(id) ?? []).filter(({ rule }) => categoryOf(rule) !== 'code' || chosen.approach !== 'new-build'));
      const steps = stepsOf({ service: id, approach: chosen.approach, resources: resources.get(id) ?? [], stores: stores.get(id) ?? [], preconditions: before.length }, { view, goal, home: home[0] ?? '', target });
      return {
        id, wave: index + 1, with: group.filter((other) => other !== id), after: graph.needsOf(id).filter((other) => !group.includes(other)),
        approach: chosen.approach, reasons: [...chosen.reasons], pause: chosen.pause, preconditions: before, steps,
        rollback: rollbackOf(chosen.approach, goal), irreversible: steps.flatMap(({ irreversible }) => irreversible ?? []),
      };
    });
  }));
  const estateGaps = [...gaps].flatMap(([service, of]) => of.filter(({ rule }) => service === 'estate' || foundation.has(categoryOf(rule))));
  const empty = waves.flat(2).filter((id) => (resources.get(id) ?? []).length === 0);
  return {
    format: 'regionready/plan', version: 1, tool, goal, home: [...home], target, strategy, today,
    foundations: preconditionsOf(estateGaps),
    waves: calendar([[], ...waves], config, today),
    services: planned,
    debt: dependencyDebt(graph),
    constraints,
    notes: [
      ...(judged.blindSpots.length > 0 ? [`${judged.blindSpots.length} blind ${judged.blindSpots.length === 1 ? 'spot' : 'spots'}: what could not be looked at is not planned.`] : []),
      ...(empty.length > 0 ? [`Nothing of ${empty.join(', ')} is at home.`] : []),
      'Times marked as assumed are ours until a rehearsal measures them.',
    ],
  };
}

/** Stores whose data must be carried over, and how it is copied today. */
function storesOf(resources: readonly Resource[], context: Context): LostStore[] {
  const { intent: { target }, graph } = context;
  return resources
    .filter((resource) => isKept(resource, context) && isDataStore(resource))
    .map((resource) => lostStore(graph, resource, { isLost: (other) => other.region !== target, regions: new Set(), target }));
}

/** The shortest pause that any service of the group tolerates. */
function pauseOf(group: readonly string[], { services }: Intent): number | undefined {
  const told = group.flatMap((id) => (Object.hasOwn(services, id) ? (secondsOf(services[id]?.pause ?? '') ?? []) : []));
  return told.length === 0 ? undefined : Math.min(...told);
}

function preconditionsOf(gaps: readonly Judgement[]): Precondition[] {
  return gaps
    .filter(({ severity, blocking }) => blocking === true || atLeast(severity, 'high'))
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || compareText(a.rule, b.rule) || compareText(a.subject, b.subject))
    .map(({ fingerprint, rule, title, severity, message }) => ({ fingerprint, rule, title, severity, message }));
}

function rollbackOf(approach: Approach, goal: Goal): string {
  if (goal === 'expand') return 'Home goes on as before: stop the copies, remove what was deployed to the target.';
  const ways: Readonly<Record<Approach, string>> = {
    'new-build': 'Send users back and remove what was built.',
    'planned-transition': 'Until writes are allowed in the target: start home again. After that: replicate back, or restore, and lose what cannot be carried.',
    'live-migration': 'Shift weights back; replication runs in both directions until home is fenced.',
    remediate: 'Nothing has moved.',
  };
  return ways[approach];
}
