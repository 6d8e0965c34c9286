import { lazy, type ComponentType } from 'react';
import { loaders } from './loaders.ts';
import type { PageProps } from './page.ts';

export interface PageEntry {
  readonly title: string;
  readonly page: ComponentType<PageProps>;
  /** It has something to show without any snapshot. */
  readonly alone?: true;
}

/** Pages of the server, loaded when they are needed. */
export const pages: Readonly<Record<string, PageEntry>> = {
  overview: { title: 'Overview', page: lazy(async () => ({ default: (await loaders.overview()).Overview })) },
  services: { title: 'Services', page: lazy(async () => ({ default: (await loaders.services()).Services })) },
  findings: { title: 'Findings', page: lazy(async () => ({ default: (await loaders.findings()).Findings })) },
  graph: { title: 'Graph', page: lazy(async () => ({ default: (await loaders.graph()).Graph })) },
  regions: { title: 'Regions', page: lazy(async () => ({ default: (await loaders.regions()).Regions })) },
  plan: { title: 'Plan', page: lazy(async () => ({ default: (await loaders.plan()).Plan })) },
  simulate: { title: 'Simulate', page: lazy(async () => ({ default: (await loaders.simulate()).Simulate })) },
  snapshots: { title: 'Snapshots', page: lazy(async () => ({ default: (await loaders.snapshots()).Snapshots })), alone: true },
  scans: { title: 'Scans', page: lazy(async () => ({ default: (await loaders.scans()).Scans })), alone: true },
  rules: { title: 'Rules', page: lazy(async () => ({ default: (await loaders.rules()).Rules })), alone: true },
};
