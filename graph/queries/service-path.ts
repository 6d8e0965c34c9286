import type { EstateView } from '../view.ts';
import { serviceGraph } from './service-graph.ts';
import type { Services } from './services.ts';

/** The shortest way from a service to another one that it needs, directly or by others; empty if there is none. The same estate gives the same one. */
export function servicePath(view: EstateView, services: Services, { from, to }: { readonly from: string; readonly to: string }): string[] {
  const graph = serviceGraph(view, services);
  if (!graph.has(from) || !graph.has(to)) return [];
  const cameFrom = new Map<string, string | undefined>([[from, undefined]]);
  // A Map hands out entries that are added while it is read: it is its own queue.
  for (const [id] of cameFrom) {
    if (id === to) break;
    for (const next of graph.needsOf(id)) if (!cameFrom.has(next)) cameFrom.set(next, id);
  }
  const path: string[] = [];
  for (let id: string | undefined = cameFrom.has(to) ? to : undefined; id !== undefined; id = cameFrom.get(id)) path.push(id);
  return path.reverse();
}
