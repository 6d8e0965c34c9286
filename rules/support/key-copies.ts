import { peers } from '../../graph/queries/peer.ts';
import type { EstateView } from '../../graph/view.ts';
import { withoutRegions } from '../../model/region-token.ts';
import type { Resource } from '../../model/resource.ts';
import { aliasesOf } from './key-users.ts';

/**
 * A key in the region that takes this one's place: declared by the same template, under the same alias, or as counterpart. Keys have no
 * names, so equal logical ids count only in stacks that are named alike.
 */
export function keyIn(view: EstateView, key: Resource, region: string): Resource | undefined {
  const alike = (stack: string | undefined): string => withoutRegions(stack ?? '');
  const own = peers(view, key, region).find(({ basis, resource }) => basis !== 'same-name' || alike(resource.stack) === alike(key.stack));
  if (own !== undefined) return own.resource;
  for (const alias of aliasesOf(view, key)) {
    const [there] = peers(view, alias, region);
    const [edge] = there === undefined ? [] : view.out(there.resource.id, 'uses-key');
    if (there !== undefined) return (edge === undefined ? undefined : view.resource(edge.to)) ?? there.resource;
  }
  return undefined;
}
