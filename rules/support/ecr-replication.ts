import type { EstateView, ResourceOf } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';
import { perView } from './per-view.ts';

export type EcrRule = NonNullable<ResourceOf<'ecr-replication-configuration'>['attributes']['rules']>[number];

const registries = perView((view) => Map.groupBy(view.ofKind('ecr-replication-configuration'), ({ account, region }) => `${account ?? ''} ${region ?? ''}`));

/** Replication rules of the repository's registry that take it in. A name that AWS makes is taken to fit no filter. */
export function ecrRulesFor(graph: EstateView, { name, arn, account, region }: Resource): EcrRule[] {
  return (registries(graph).get(`${account ?? ''} ${region ?? ''}`) ?? [])
    .flatMap(({ attributes: { rules = [{}] } }) => rules)
    .filter(({ prefixes = [] }) => prefixes.length === 0 || (arn !== undefined && prefixes.some((prefix) => name.startsWith(prefix))));
}
