import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';

/** What AWS itself delivers logs with: to no other region than its own, and never back. */
const delivering = new Set(['AWS::CloudTrail::Trail', 'AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::Config::DeliveryChannel', 'AWS::EC2::FlowLog', 'AWS::CloudFront::Distribution', 'AWS::WAFv2::LoggingConfiguration']);

/** A bucket that nothing but delivered logs goes to. Each region adds to its own copy: nothing has to come back, and what is kept is not deleted. */
export function isLogArchive(view: EstateView, { id }: Resource): boolean {
  const writers = view.in(id, 'writes').flatMap(({ from }) => view.resource(from) ?? []);
  return writers.length > 0 && writers.every(({ resourceType }) => delivering.has(resourceType));
}
