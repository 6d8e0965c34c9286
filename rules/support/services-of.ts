import { services, type Services } from '../../graph/queries/services.ts';
import type { EstateView } from '../../graph/view.ts';
import type { Intent, ServiceIntent } from '../../model/intent.ts';
import type { Context } from '../rule.ts';

const known = new WeakMap<EstateView, WeakMap<Intent['services'], Services>>();

/** How the estate falls into services, computed once for each configuration. */
export function servicesOf({ graph, intent }: Pick<Context, 'graph' | 'intent'>): Services {
  const bySettings = known.get(graph) ?? new WeakMap<Intent['services'], Services>();
  known.set(graph, bySettings);
  const found = bySettings.get(intent.services) ?? services(graph, intent.services);
  bySettings.set(intent.services, found);
  return found;
}

/** What the configuration says of a service; undefined where it says nothing. */
export function intentOfService({ services: configured }: Intent, service: string): ServiceIntent | undefined {
  return Object.hasOwn(configured, service) ? configured[service] : undefined;
}
