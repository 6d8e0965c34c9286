import { availabilityQuestion, blindSpotsQuestion, candidatesQuestion, inTheWayQuestion, movingQuestion, planQuestion, servicesQuestion, simulationQuestion, stoppingQuestion, worstServicesQuestion, type AskedWish } from '../../model/page-questions.ts';
import type { Route } from './parse-route.ts';
import type { Query } from './request.ts';
import { questionOf, viewOf } from './state/findings-view.ts';
import { listOf } from './state/lists.ts';

/** Path below the snapshot, and what is asked there. */
type Question = readonly [path: string, query: Query];

/** What a page begins with, beside the picture of the graph. */
export function firstQuestions({ page, query }: Route): readonly Question[] {
  const { home = '', target = '', strategy = '' } = query;
  const wish = { home, target, strategy };
  const of = Object.hasOwn(pages, page) ? pages[page] : undefined;
  return [['intent', wish], ...(of?.(wish, query) ?? [])];
}

const pages: Readonly<Record<string, ((wish: AskedWish, query: Readonly<Record<string, string>>) => readonly Question[]) | undefined>> = {
  overview: (wish, { page = '1' }) => [
    ['readiness', wish],
    ['findings/groups', inTheWayQuestion(wish)],
    ['readiness/services', stoppingQuestion(wish)],
    ['readiness/services', movingQuestion(wish)],
    ['findings/groups', worstServicesQuestion(wish, Math.max(1, Number(page) || 1))],
    ['readiness/blind-spots', blindSpotsQuestion(wish)],
  ],
  services: (wish, { service, ...query }) => (service === undefined ? [['readiness/services', servicesQuestion(wish, query)]] : []),
  findings: (wish, { finding, tab, group, ...query }) => (finding === undefined && tab === undefined && group === undefined ? [['findings', questionOf(wish, viewOf(query))]] : []),
  regions: (wish, { targets = wish.target }) => [['availability', availabilityQuestion(wish)], ...(targets === '' ? [] : [['compare', candidatesQuestion(wish, listOf(targets))] as const])],
  plan: (wish, query) => [['plan', planQuestion(wish, query)]],
  simulate: (wish, { lose = '', matrix }) => (lose === '' || matrix !== undefined ? [] : [['simulate', simulationQuestion(wish, listOf(lose))]]),
};
