import type { EdgeEvidence } from '../../graph/estate.ts';
import { isGrantedAbroad } from '../../graph/queries/granted-abroad.ts';
import { requestEdges } from '../../graph/queries/region-crossings.ts';
import type { EstateView } from '../../graph/view.ts';
import { parseArn } from '../../model/arn.ts';
import { edgeTypes } from '../../model/edge.ts';
import type { Resource } from '../../model/resource.ts';
import { shortName } from './places.ts';

export interface Use {
  /** `reads`, `routes to` … */
  readonly verb: string;
  readonly name: string;
  readonly region: string;
  readonly evidence: readonly EdgeEvidence[];
}

/** What the resource needs while it runs, with the region of each; things without a region, or whose region nobody told, are left out. */
export function runtimeUses(view: EstateView, { id, region: own }: Resource): Use[] {
  const known = view.out(id, ...requestEdges).flatMap((edge): Use[] => {
    const { to, type, evidence } = edge;
    const other = view.resource(to);
    return other?.region === undefined || other.region === 'global' || (other.region !== own && isGrantedAbroad(view, edge)) ? [] : [{ verb: edgeTypes[type].title, name: other.name, region: other.region, evidence }];
  });
  const named = view.dangling(id, ...requestEdges).flatMap(({ to, type, region, evidence }): Use[] =>
    region === undefined || isPinned(to) ? [] : [{ verb: edgeTypes[type].title, name: shortName(to), region, evidence }],
  );
  return [...known, ...named];
}

/** Services whose things live in one region for everybody, wherever they are used from. */
const pinnedServices = new Set(['acm', 'iam', 'cloudfront', 'route53', 'globalaccelerator', 'organizations', 'ecr-public', 'networkmanager']);

function isPinned(identifier: string): boolean {
  // Images are pulled when a task starts, which artifact-image-cross-region-pull judges.
  if (/\.dkr[.-]ecr[.-]/.test(identifier)) return true;
  const arn = parseArn(identifier);
  return arn !== undefined && (pinnedServices.has(arn.service) || (arn.service === 'wafv2' && arn.resource.startsWith('global/')));
}
