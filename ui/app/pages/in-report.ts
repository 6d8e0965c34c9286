import type { PageEntry } from './index.ts';
import { Findings } from './findings.tsx';
import { Graph } from './graph.tsx';
import { Overview } from './overview.tsx';
import { Plan } from './plan.tsx';
import { Regions } from './regions.tsx';
import { Rules } from './rules.tsx';
import { Services } from './services.tsx';
import { Simulate } from './simulate.tsx';

/** Pages that a report can fill; those of the estate where it holds it. */
export const pagesInReport = (estate: boolean): Readonly<Record<string, PageEntry>> => ({
  overview: { title: 'Overview', page: Overview },
  services: { title: 'Services', page: Services },
  findings: { title: 'Findings', page: Findings },
  ...(estate ? { graph: { title: 'Graph', page: Graph } } : {}),
  regions: { title: 'Regions', page: Regions },
  ...(estate ? { plan: { title: 'Plan', page: Plan }, simulate: { title: 'Simulate', page: Simulate } } : {}),
  rules: { title: 'Rules', page: Rules },
});
