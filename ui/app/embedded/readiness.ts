import type { ReportData } from '../../../model/report-data.ts';
import { filterServices, serviceSorts, sortServices } from '../../../model/service-query.ts';
import type { ReadinessSummary } from '../../../server/api.ts';
import { all, one, pageOf } from './query.ts';
import type { Answers } from './answers.ts';

/** The judgement, its services and its blind spots. */
export function readinessAnswers({ readiness }: ReportData): Answers {
  const { judgements: _judgements, services, waves, blindSpots, ...rest } = readiness;
  const summary: ReadinessSummary = { ...rest, services: services.length, waves: waves.length, blindSpots: blindSpots.length };
  return {
    'snapshots/*/intent': () => ({ home: readiness.intent.home, target: readiness.intent.target, strategy: readiness.intent.strategy, notes: readiness.notes }),
    'snapshots/*/readiness': () => summary,
    'snapshots/*/readiness/services': (query) => pageOf(sortServices(filterServices(services, { status: one(query, 'status'), service: one(query, 'service'), text: one(query, 'text') }), serviceSorts.find((sort) => sort === one(query, 'sort')) ?? 'name'), query),
    'snapshots/*/readiness/blind-spots': (query) => pageOf(blindSpots, query),
    // Of the graph between services the judgement tells what each needs.
    'snapshots/*/graph/services': (query) => {
      const [around] = all(query, 'service');
      const edges = services.flatMap(({ id, dependsOn }) => dependsOn.flatMap((to) => (around === undefined || id === around || to === around ? [{ from: id, to, type: 'needs', count: 1 }] : [])));
      return { level: 'service', nodes: [], edges, omitted: { nodes: 0, edges: 0 } };
    },
  };
}
