import type { PageEntry } from './index.ts';
import { Findings } from './findings.tsx';
import { Overview } from './overview.tsx';
import { Regions } from './regions.tsx';
import { Rules } from './rules.tsx';
import { Services } from './services.tsx';

/** Pages that a judgement alone can fill. */
export const pagesInReport: Readonly<Record<string, PageEntry>> = {
  overview: { title: 'Overview', page: Overview },
  services: { title: 'Services', page: Services },
  findings: { title: 'Findings', page: Findings },
  regions: { title: 'Regions', page: Regions },
  rules: { title: 'Rules', page: Rules },
};
