import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';

/** From what runs through its subnet group to a subnet. */
const hops = 3;

/** The VPC that a resource has network interfaces in; `untold` where it is in one that nobody described. Undefined for what is in none. */
export function vpcOf(view: EstateView, resource: Resource): Resource | 'untold' | undefined {
  let level: readonly Resource[] = [resource];
  let isPlaced = false;
  for (let hop = 0; hop < hops; hop++) {
    const next: Resource[] = [];
    for (const each of level) {
      if (each.kind === 'vpc') return each;
      const [owner] = view.in(each.id, 'contains').flatMap(({ from }) => view.resource(from) ?? []).filter(({ kind }) => kind === 'vpc');
      if (owner !== undefined) return owner;
      next.push(...view.out(each.id, 'attaches').flatMap(({ to }) => view.resource(to) ?? []).filter(isNetwork));
      isPlaced ||= next.length > 0 || isNetwork(each) || view.dangling(each.id, 'attaches', 'contains').some(({ to }) => /(?:^|[:/])(?:subnet|sg|vpc)-[0-9a-f]+$/.test(to));
    }
    level = next;
  }
  return isPlaced ? 'untold' : undefined;
}

const isNetwork = ({ kind, resourceType }: Resource): boolean => kind === 'vpc' || kind === 'subnet' || kind === 'security-group' || resourceType.endsWith('SubnetGroup');
