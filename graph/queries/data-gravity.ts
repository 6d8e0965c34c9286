import { compareText } from '../../model/json.ts';
import type { EstateView } from '../view.ts';
import { holdsData } from './data-risk.ts';
import { serviceIndex } from './service-index.ts';
import type { Services } from './services.ts';
import { usersAt, type ResourceUser } from './shared-resources.ts';

export interface DataGravity {
  /** Store. */
  readonly id: string;
  readonly service: string;
  /** Resources that use it directly, of every service. */
  readonly users: number;
  readonly writers: number;
  /** Other services that use it: they move after it or with it, or call it across regions. Those with most resources first. */
  readonly pulls: readonly ResourceUser[];
}

/** Which stores hold the most users, and whom they pull along. Those that pull most services first, then by users and id. */
export function dataGravity(view: EstateView, services: Services): DataGravity[] {
  const { of, ids: names } = serviceIndex(view, services);
  const found: DataGravity[] = [];
  for (const [node, resource] of [...view.estate.resources.values()].entries()) {
    if (!holdsData(view, resource)) continue;
    const own = of[node] ?? 0;
    const users = [...usersAt(view, node, of)].map(([place, { nodes, reads, writes }]): readonly [number, ResourceUser] => [place, { service: names[place] ?? '', resources: nodes.size, reads, writes }]);
    if (users.length === 0) continue;
    const sum = (count: (user: ResourceUser) => number): number => users.reduce((total, [, user]) => total + count(user), 0);
    const pulls = users.flatMap(([place, user]) => (place === own ? [] : [user]));
    found.push({
      id: resource.id,
      service: names[own] ?? '',
      users: sum(({ resources }) => resources),
      writers: sum(({ writes }) => writes),
      pulls: pulls.sort((a, b) => b.resources - a.resources || compareText(a.service, b.service)),
    });
  }
  return found.sort((a, b) => b.pulls.length - a.pulls.length || b.users - a.users || compareText(a.id, b.id));
}
