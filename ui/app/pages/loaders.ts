/** The code of each page, which comes when it is needed. */
export const loaders = {
  overview: () => import('./overview.tsx'),
  services: () => import('./services.tsx'),
  findings: () => import('./findings.tsx'),
  graph: () => import('./graph.tsx'),
  regions: () => import('./regions.tsx'),
  plan: () => import('./plan.tsx'),
  simulate: () => import('./simulate.tsx'),
  snapshots: () => import('./snapshots.tsx'),
  scans: () => import('./scans.tsx'),
  rules: () => import('./rules.tsx'),
} as const;
