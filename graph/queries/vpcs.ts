import { edgeTypeNames } from '../../model/edge.ts';
import type { Kind } from '../../model/kind.ts';
import { kinds } from '../../model/kinds/index.ts';
import { perView } from '../per-view.ts';

const depth = 4;

/**
 * The VPC of each resource, as an ordinal, by the resource's ordinal; -1 where it is in none, or nobody told. What a VPC contains is in
 * it, and so is what is attached to a part of its network. Where several lead to it, the nearest counts, and then the first.
 */
export const vpcs = perView((view) => {
  const { ids, out, in: inward, types } = view.adjacency;
  const [contains, attaches] = [edgeTypeNames.indexOf('contains'), edgeTypeNames.indexOf('attaches')];
  const of = new Int32Array(ids.length).fill(-1);
  let wave = view.ofKind('vpc').map(({ id }) => view.adjacency.ordinal.get(id) ?? 0);
  for (const node of wave) of[node] = node;
  const isNetwork = (node: number): boolean => {
    const resource = view.resource(ids[node] ?? '');
    return resource?.kind === undefined ? /^AWS::(?:EC2|RDS|ElastiCache)::.*(?:Subnet|Route|Gateway)/.test(resource?.resourceType ?? '') : (kinds[resource.kind] as Kind).traits.includes('network');
  };
  for (let step = 0; step < depth && wave.length > 0; step++) {
    const next: number[] = [];
    for (const node of wave) {
      if (!isNetwork(node)) continue;
      for (const [{ offsets, targets, edges }, type] of [[out, contains], [inward, attaches]] as const) {
        for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) {
          const other = targets[at] ?? 0;
          if (types[edges[at] ?? 0] !== type || of[other] !== -1) continue;
          of[other] = of[node] ?? -1;
          next.push(other);
        }
      }
    }
    wave = next.sort((a, b) => a - b);
  }
  return of;
});
