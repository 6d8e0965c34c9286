import type { EstateView } from '../../graph/view.ts';
import type { Services } from '../../graph/queries/services.ts';
import { compareText } from '../../model/json.ts';

/** Policies that send a user to one region by where the user is, and so, but for who travels, always to the same. Latency-based routing does not: it changes with the network. */
const byPlace = new Set(['geolocation', 'geoproximity']);

/** Services whose users are sent to one of several regions by where they are, with the name that is routed so. */
export function placedUsers(view: EstateView, services: Pick<Services, 'of'>): ReadonlyMap<string, string> {
  const answers = Map.groupBy(view.ofKind('route53-record').filter(({ attributes }) => byPlace.has(attributes.routing ?? '')), ({ name }) => name);
  const found = new Map<string, string>();
  for (const [name, records] of [...answers].sort(([a], [b]) => compareText(a, b))) {
    if (records.length < 2) continue;
    for (const { id } of records) for (const { to } of view.out(id, 'routes')) if (!found.has(services.of(to))) found.set(services.of(to), name);
  }
  return found;
}
