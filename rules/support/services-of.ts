import { services, type Services } from '../../graph/queries/services.ts';
import type { EstateView } from '../../graph/view.ts';
import { noServices, type Intent, type ServiceIntent } from '../../model/intent.ts';
import type { Context } from '../rule.ts';

const known = new WeakMap<EstateView, WeakMap<Intent['services'], Services>>();

/** How the estate falls into services, computed once for each configuration. */
export function servicesFor(view: EstateView, configured: Intent['services'] = noServices): Services {
  const byConfiguration = known.get(view) ?? new WeakMap<Intent['services'], Services>();
  known.set(view, byConfiguration);
  const found = byConfiguration.get(configured) ?? services(view, configured);
  byConfiguration.set(configured, found);
  return found;
}

/** The same for who judges. */
export const servicesOf = ({ graph, intent }: Pick<Context, 'graph' | 'intent'>): Services => servicesFor(graph, intent.services);

/** What the configuration says of a service; undefined where it says nothing. */
export function intentOfService({ services: configured }: Intent, service: string): ServiceIntent | undefined {
  return Object.hasOwn(configured, service) ? configured[service] : undefined;
}
