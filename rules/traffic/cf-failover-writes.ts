import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const site = (methods: string): string => yaml`
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Origins: [{ Id: home, DomainName: shop-1.us-east-1.elb.amazonaws.com }, { Id: target, DomainName: shop-1.eu-west-1.elb.amazonaws.com }]
        OriginGroups: { Quantity: 1, Items: [{ Id: both, Members: { Quantity: 2, Items: [{ OriginId: home }, { OriginId: target }] }, FailoverCriteria: { StatusCodes: { Quantity: 1, Items: [503] } } }] }
        DefaultCacheBehavior: { TargetOriginId: both, AllowedMethods: [${methods}], ViewerProtocolPolicy: allow-all }
`;

export const trafficCfFailoverWrites = rule({
  id: 'traffic-cf-failover-writes',
  title: 'Origin group is to protect writes, which it does not',
  on: 'cloudfront-distribution',
  needs: ['behaviors', 'originGroups'],
  severity: severities('-/M/H/H'),
  why: 'CloudFront fails over to the second origin for GET, HEAD and OPTIONS only: POST, PUT, PATCH and DELETE go on failing.',
  fix: 'Lead paths that change something to one origin name that Route 53 or Global Accelerator switches between the regions.',
  effect: 'Reads fail over within the timeouts of the origin; writes have no failover, and their RTO is a change of the distribution. RPO is what clients cannot hand over meanwhile and do not keep.',
  links: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html'],
  examples: {
    gap: [{ home: site('GET, HEAD, OPTIONS, PUT, POST, PATCH, DELETE') }],
    ready: [{ home: site('GET, HEAD') }],
  },

  /** A distribution without origin groups is traffic-cf-single-origin's business. */
  check({ name, attributes }, { intent: { target } }) {
    const groups = new Set(attributes.originGroups.map(({ id }) => id));
    if (groups.size === 0) return undefined;
    const writing = attributes.behaviors.filter(({ target: to, writes }) => writes === true && groups.has(to)).map(({ path = '*' }) => path);
    return writing.length === 0 ? ready() : gap(`${name} takes writes for ${listed(writing)} to an origin group, which does not fail over to ${target} for them.`);
  },
});
