import { serviceGraph } from '../../../../graph/queries/service-graph.ts';
import { goals } from '../../../../model/plan.ts';
import { outcomeCounts } from '../../../../model/simulation.ts';
import type { ReportQuestion } from '../../../../graph/report-estate.ts';
import { plan } from '../../../../rules/plan/plan.ts';
import { simulate } from '../../../../rules/simulation/simulate.ts';
import type { PlanPage, SimulationPage } from '../../client.ts';
import type { Query } from '../../request.ts';
import { all, one, pageOf } from '../query.ts';
import type { Known } from './known.ts';
import { lossesOf } from './losses.ts';

/** The order in which services move, and what losses do. */
export function planAnswers({ view, services, readiness }: Known, { intent, plan: config }: ReportQuestion) {
  const { tool } = readiness;
  const code = readiness.judgements.filter(({ occurrence }) => occurrence !== undefined);
  let graph: ReturnType<typeof serviceGraph> | undefined;
  return {
    'snapshots/*/plan': (query: Query): PlanPage => {
      const made = plan({ view, services, judged: readiness, intent, goal: goals.find((goal) => goal === one(query, 'goal')) ?? 'expand', config, tool });
      const [own, foundations, debt] = [pageOf(made.services, query), pageOf(made.foundations, query), pageOf(made.debt, query)];
      return { ...made, services: [...own.items], foundations: [...foundations.items], debt: [...debt.items], total: { services: own.total, foundations: foundations.total, debt: debt.total } };
    },
    'snapshots/*/simulate': (query: Query): SimulationPage => {
      const made = simulate({ view, services, intent, target: intent.target, lost: lossesOf(all(query, 'lose')), code, tool, graph: (graph ??= serviceGraph(view, services)) });
      const [own, stores, steps, silent] = [pageOf(made.services, query), pageOf(made.stores, query), pageOf(made.steps, query), pageOf(made.silent, query)];
      return { ...made, services: [...own.items], stores: [...stores.items], steps: [...steps.items], silent: [...silent.items], outcomes: outcomeCounts(made.services), total: { services: own.total, stores: stores.total, steps: steps.total, silent: silent.total } };
    },
  };
}
