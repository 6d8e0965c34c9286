import { lazy, type ComponentType } from 'react';
import type { PageProps } from './page.ts';

export interface PageEntry {
  readonly title: string;
  readonly page: ComponentType<PageProps>;
  /** It has something to show without any snapshot. */
  readonly alone?: true;
}

/** Pages of the server, loaded when they are needed. */
export const pages: Readonly<Record<string, PageEntry>> = {
  overview: { title: 'Overview', page: lazy(async () => ({ default: (await import('./overview.tsx')).Overview })) },
  services: { title: 'Services', page: lazy(async () => ({ default: (await import('./services.tsx')).Services })) },
  findings: { title: 'Findings', page: lazy(async () => ({ default: (await import('./findings.tsx')).Findings })) },
  graph: { title: 'Graph', page: lazy(async () => ({ default: (await import('./graph.tsx')).Graph })) },
  regions: { title: 'Regions', page: lazy(async () => ({ default: (await import('./regions.tsx')).Regions })) },
  plan: { title: 'Plan', page: lazy(async () => ({ default: (await import('./plan.tsx')).Plan })) },
  simulate: { title: 'Simulate', page: lazy(async () => ({ default: (await import('./simulate.tsx')).Simulate })) },
  snapshots: { title: 'Snapshots', page: lazy(async () => ({ default: (await import('./snapshots.tsx')).Snapshots })), alone: true },
  scans: { title: 'Scans', page: lazy(async () => ({ default: (await import('./scans.tsx')).Scans })), alone: true },
  rules: { title: 'Rules', page: lazy(async () => ({ default: (await import('./rules.tsx')).Rules })), alone: true },
};
