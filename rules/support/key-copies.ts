import { peers } from '../../graph/queries/peer.ts';
import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';
import { aliasesOf } from './key-users.ts';

/**
 * A key in the region that takes this one's place: declared by the same template, under the same alias, or as counterpart.
 */
export function keyIn(view: EstateView, key: Resource, region: string): Resource | undefined {
  const [own] = peers(view, key, region);
  if (own !== undefined) return own.resource;
  for (const alias of aliasesOf(view, key)) {
    const [there] = peers(view, alias, region);
    const [edge] = there === undefined ? [] : view.out(there.resource.id, 'uses-key');
    if (there !== undefined) return (edge === undefined ? undefined : view.resource(edge.to)) ?? there.resource;
  }
  return undefined;
}
