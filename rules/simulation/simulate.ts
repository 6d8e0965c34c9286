import { fatesOf } from '../../graph/queries/fates.ts';
import { serviceGraph, type ServiceGraph } from '../../graph/queries/service-graph.ts';
import type { Services } from '../../graph/queries/services.ts';
import { waves as wavesOf } from '../../graph/queries/waves.ts';
import type { EstateView } from '../../graph/view.ts';
import type { Intent } from '../../model/intent.ts';
import { compareText } from '../../model/json.ts';
import type { Judgement } from '../../model/readiness.ts';
import type { Resource } from '../../model/resource.ts';
import { outcomes, type Loss, type ServiceOutcome, type Simulation } from '../../model/simulation.ts';
import { frozenServices } from './control-planes.ts';
import { isLost, lossText } from './loss.ts';
import { standingOf, type Judging, type Standing } from './outcome.ts';
import { schedule } from './schedule.ts';
import { silentDependencies } from './silent.ts';
import { storeLoss } from './stores.ts';

export interface Simulate {
  readonly view: EstateView;
  readonly services: Services;
  readonly intent: Omit<Intent, 'target'>;
  /** Where what is lost is made anew; undefined where nobody said. */
  readonly target: string | undefined;
  /** Lost at the same time. */
  readonly lost: readonly Loss[];
  /** Verdicts of the code rules, for what still points at a lost region. */
  readonly code: readonly Judgement[];
  readonly tool: string;
  /** Made anew if not given. */
  readonly graph?: ServiceGraph;
  readonly notes?: readonly string[];
}

/** What a loss does to the estate as it stands: who stops, what is lost, and how long it takes to be back. Pure. */
export function simulate({ view, services, intent, target, lost, code, tool, notes = [], graph = serviceGraph(view, services) }: Simulate): Simulation {
  const gone = (resource: Resource): boolean => lost.some((loss) => isLost(resource, loss));
  const regions = new Set(lost.flatMap(({ kind, value }) => (kind === 'region' ? [value] : [])));
  const states = fatesOf(view, { isLost: gone });
  const judging: Judging = {
    surviving: { isLost: gone, regions, target },
    stepping: { view, strategy: intent.strategy, target, home: intent.home[0] ?? '', frozen: frozenServices(lost) },
    context: { intent: { ...intent, target: target ?? '' }, graph: view, options: {} },
    placeMatters: lost.some(({ kind }) => kind === 'region' || kind === 'zone'),
  };
  const members = Map.groupBy([...view.estate.resources.values()].map((resource, node) => [resource, states[node] ?? 0] as const), ([{ id }]) => services.of(id));
  const standings = new Map([...members].map(([id, resources]): [string, Standing] => [id, standingOf(id, resources, judging)]));
  const order = wavesOf(graph).flat();
  const { outcomes: found, steps } = schedule({ standings, order, needs: graph.needsOf, intent });
  return {
    format: 'regionready/simulation', version: 1, tool, today: intent.today, strategy: intent.strategy,
    ...(target === undefined ? {} : { target }),
    lost: [...lost],
    services: found.sort(byOutcome),
    stores: [...standings.values()].flatMap(({ id, stores }) => stores.map((store) => storeLoss(store, id))).sort((a, b) => Number(a.state === 'copied') - Number(b.state === 'copied') || compareText(a.state, b.state) || compareText(a.id, b.id)),
    steps,
    silent: silentDependencies({ view, services, isLost: gone, regions, code }),
    notes: [...notes, ...notesOn(lost, view)],
  };
}

function byOutcome(a: ServiceOutcome, b: ServiceOutcome): number {
  return outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome) || compareText(a.id, b.id);
}

function notesOn(lost: readonly Loss[], { estate }: EstateView): string[] {
  const resources = [...estate.resources.values()];
  const empty = lost.filter((loss) => loss.kind !== 'control-plane' && !resources.some((resource) => isLost(resource, loss)));
  return [
    ...empty.map((loss) => `Nothing in the estate is in ${lossText(loss)}.`),
    ...(estate.blindSpots.length > 0 ? [`${estate.blindSpots.length} ${estate.blindSpots.length === 1 ? 'place' : 'places'} could not be looked at: what is there does not appear here.`] : []),
    'Times marked as assumed are ours until a rehearsal measures them.',
  ];
}
