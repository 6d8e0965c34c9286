import type { ResourceOf } from '../../graph/view.ts';
import { originGroup } from '../remedies/origin-group.ts';
import { rule } from '../rule.ts';
import { answering, type Answering } from '../support/hosts.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const site = (origins: readonly string[], group = ''): string => yaml`
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Origins: [${origins.map((domain, index) => `{ Id: o${index}, DomainName: '${domain}' }`).join(', ')}]
        DefaultCacheBehavior: { TargetOriginId: ${group === '' ? 'o0' : 'both'}, ViewerProtocolPolicy: allow-all }
        ${group}
`;
const both = 'OriginGroups: { Quantity: 1, Items: [{ Id: both, Members: { Quantity: 2, Items: [{ OriginId: o0 }, { OriginId: o1 }] }, FailoverCriteria: { StatusCodes: { Quantity: 1, Items: [503] } } }] }';

export const trafficCfSingleOrigin = rule({
  id: 'traffic-cf-single-origin',
  title: 'Distribution depends on an origin of the home region',
  on: 'cloudfront-distribution',
  needs: ['origins', 'originGroups', 'behaviors'],
  severity: severities('L/H/C/C'),
  why: 'CloudFront itself goes on, but has nothing to fetch from; changing the origin takes a control plane in us-east-1.',
  fix: 'For static content make an origin group of a bucket in each region (replicated, with origin access control on both). For dynamic content let one origin name lead to both regions by Route 53, Global Accelerator or a Multi-Region Access Point.',
  effect: 'No effect on RPO. RTO grows by changing the origin through a control plane in us-east-1, and is as long as its outage; what is cached is served until it expires. With an origin group each request that misses waits for the primary’s timeout first.',
  remedy: originGroup,
  links: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html'],
  examples: {
    gap: [{ home: site(['shop-1.us-east-1.elb.amazonaws.com']) }],
    ready: [
      { name: 'an origin group over both regions', home: site(['media.s3.us-east-1.amazonaws.com', 'media-copy.s3.eu-west-1.amazonaws.com'], both) },
      { name: 'an origin name that leads to both', home: `${site(['origin.example.com'])}\n${['us-east-1', 'eu-west-1'].map((region, index) => yaml`
        Origin${index}:
          Type: AWS::Route53::RecordSet
          Properties: { Name: origin.example.com, Type: CNAME, TTL: 60, HostedZoneId: Z1, SetIdentifier: ${region}, Region: ${region}, ResourceRecords: [shop-1.${region}.elb.amazonaws.com] }
      `).join('\n')}` },
    ],
    unknown: [{ name: 'a bucket that nobody told us of', home: site(['media.s3.amazonaws.com']) }],
  },

  check(distribution, { intent: { home, target }, graph }) {
    const { name, attributes } = distribution;
    const stuck: string[] = [];
    let untold: string | undefined;
    for (const { path = '*', target: to } of attributes.behaviors) {
      const ends = originsOf(distribution, to).map((domain) => (domain === undefined ? { regions: new Set<string>(), anywhere: false, untold: true } : answering(graph, domain, distribution)));
      if (reaches(ends, target)) continue;
      if (ends.length === 0 || ends.some((each) => each.untold)) untold ??= path;
      else if (ends.some(({ regions }) => [...regions].some((region) => home.includes(region)))) stuck.push(path);
    }
    if (stuck.length > 0) return gap(`${name} fetches ${listed(stuck.map((path) => (path === '*' ? 'everything else' : path)))} from the home region only, and ${target} has no origin for it.`);
    return untold === undefined ? ready() : unknown(`Nobody told us in which region the origin of ${name} for ${untold} is.`);
  },
});

const reaches = (ends: readonly Answering[], region: string): boolean => ends.some(({ regions, anywhere }) => regions.has(region) || anywhere);

/** Domains of the origin, or of the members of the origin group, that a behaviour goes to. */
function originsOf({ attributes: { origins = [], originGroups = [] } }: ResourceOf<'cloudfront-distribution'>, target: string | undefined): (string | undefined)[] {
  const members = originGroups.find(({ id }) => id === target)?.members ?? (target === undefined ? [] : [target]);
  return members.map((member) => origins.find(({ id }) => id === member)?.domain);
}

