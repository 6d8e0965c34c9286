import type { MakeRemedy } from '../remedy.ts';
import { homeOf, logicalId } from './words.ts';

/** An origin group over the origins of both regions. */
export const originGroup: MakeRemedy = (distribution, { intent: { home, target } }) => {
  if (distribution.kind !== 'cloudfront-distribution') return undefined;
  const [origin] = distribution.attributes.origins ?? [];
  if (origin?.id === undefined || origin.domain === undefined || origin.domain.includes('⟦')) return undefined;
  const other = `${origin.id}-${target}`;
  const custom = { CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] } };
  return {
    title: `Let ${distribution.name} fall back on an origin in ${target}`,
    cloudformation: [{
      region: homeOf(distribution, home),
      merge: true, note: 'merge the second origin, the group and the target of the behaviour into the distribution',
      parameters: { TargetOrigin: { Type: 'String', Description: `Host of the origin in ${target}` } },
      resources: {
        [logicalId(distribution.name)]: {
          Type: 'AWS::CloudFront::Distribution',
          Properties: {
            DistributionConfig: {
              Origins: [{ Id: other, DomainName: { Ref: 'TargetOrigin' }, ...custom }],
              OriginGroups: { Quantity: 1, Items: [{ Id: 'both', FailoverCriteria: { StatusCodes: { Quantity: 4, Items: [500, 502, 503, 504] } }, Members: { Quantity: 2, Items: [{ OriginId: origin.id }, { OriginId: other }] } }] },
              DefaultCacheBehavior: { TargetOriginId: 'both' },
            },
          },
        },
      },
    }],
    limits: [
      'A group falls back for GET, HEAD and OPTIONS only. For writes let one origin name lead to both regions by Route 53 or Global Accelerator.',
      'Keep the behaviours, policies and origin access of the distribution: only what is new is shown. Buckets need origin access control in place of the custom origin.',
      'Terraform: add a second origin block and an origin_group block to the resource of the distribution.',
    ],
  };
};
