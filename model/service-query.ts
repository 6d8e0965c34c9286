import { severities } from './intent.ts';
import { compareText } from './json.ts';
import { outcomes } from './simulation.ts';
import { statuses, type ServiceReadiness } from './readiness.ts';

/** worst: by status and gaps · outlook: by what the loss of home does · wave: by when they can move. */
export const serviceSorts = ['name', 'worst', 'outlook', 'wave', 'resources'] as const;
export type ServiceSort = (typeof serviceSorts)[number];

export function filterServices(services: readonly ServiceReadiness[], { status, service, text }: { readonly status?: string | undefined; readonly service?: string | undefined; readonly text?: string | undefined }): readonly ServiceReadiness[] {
  const sought = text?.toLowerCase();
  return services.filter((each) => (status === undefined || each.status === status) && (service === undefined || each.id === service) && (sought === undefined || each.id.toLowerCase().includes(sought)));
}

export function sortServices(services: readonly ServiceReadiness[], sort: ServiceSort): readonly ServiceReadiness[] {
  return [...services].sort((a, b) => compare(a, b, sort) || compareText(a.id, b.id));
}

function compare(a: ServiceReadiness, b: ServiceReadiness, sort: ServiceSort): number {
  switch (sort) {
    case 'name':
      return 0;
    case 'worst':
      return statuses.indexOf(a.status) - statuses.indexOf(b.status) || severities.reduce((order, severity) => order || (b.severities[severity] ?? 0) - (a.severities[severity] ?? 0), 0) || b.counts.unknown - a.counts.unknown;
    case 'outlook':
      return outlook(a) - outlook(b);
    case 'wave':
      return a.wave - b.wave;
    case 'resources':
      return b.resources - a.resources;
  }
}

/** Those that nothing of is at home come last. */
const outlook = ({ recovery }: ServiceReadiness): number => (recovery === undefined ? outcomes.length : outcomes.indexOf(recovery.outcome));
