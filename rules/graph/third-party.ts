import { peers } from '../../graph/queries/peer.ts';
import { regionInIdentifier } from '../../model/region-in-identifier.ts';
import type { Resource } from '../../model/resource.ts';
import { tagged } from '../../model/tag-table.ts';
import { rule, type Context } from '../rule.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown, type Verdict } from '../verdict.ts';

const destination = (rest = ''): string => yaml`
  Payments:
    Type: AWS::Events::ApiDestination
    Properties: { Name: payments, ConnectionArn: 'arn:aws:events:us-east-1:111122223333:connection/payments/1', HttpMethod: POST, InvocationEndpoint: https://api.example.com/charge }
  Bus:
    Type: AWS::SQS::Queue
    Properties: { QueueName: jobs${rest} }
`;
const partner = yaml`
  Tickets:
    Type: AWS::Events::EventBus
    Properties: { Name: aws.partner/example.com/tickets, EventSourceName: aws.partner/example.com/tickets }
`;
const origin = (host: string): string => yaml`
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins: [{ Id: vendor, DomainName: ${host}, CustomOriginConfig: { OriginProtocolPolicy: https-only } }]
        DefaultCacheBehavior: { TargetOriginId: vendor, ViewerProtocolPolicy: https-only }
`;

const outside: ReadonlyMap<string, string> = new Map([
  ['AWS::Events::ApiDestination', 'sends events to somebody else’s API'],
  ['AWS::IAM::SAMLProvider', 'trusts somebody else’s identity provider'],
  ['AWS::IAM::OIDCProvider', 'trusts somebody else’s identity provider'],
  ['AWS::Cognito::UserPoolIdentityProvider', 'signs users in through somebody else’s identity provider'],
]);

export const graphThirdParty = rule({
  id: 'graph-third-party',
  title: 'What others run may be in the same region or refuse the target',
  on: 'resource',
  severity: severities('M/M/H/H'),
  why: 'A vendor that runs in the home region is lost with it, and one that knows the addresses or the account of the home region only refuses the target. Neither can be seen from AWS.',
  fix: 'Ask the vendor for regions and recovery objectives, set up what is per region (partner event sources, allow-lists) for the target now, keep a second way or a degraded mode, and call it from the target region as a test. Then tag it mr:third-party with where the answer is kept.',
  effect: 'RTO of what calls it is open: as long as the vendor’s own recovery, or as the vendor takes to admit the target. RPO of data at the vendor is the vendor’s.',
  links: ['https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-multi-region-fundamentals/fundamental-3.html', 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-saas.html'],
  examples: {
    gap: [
      { name: 'events of a partner arrive in the home region only', home: partner },
      { name: 'a vendor’s host names the home region', home: origin('api.us-east-1.vendor.example') },
    ],
    ready: [{ name: 'a partner that sends to both regions', home: partner, target: partner }],
    unknown: [{ home: destination() }, { name: 'a host that names no region', home: origin('api.vendor.example') }],
  },

  check(resource, context) {
    const found = judged(resource, context);
    const reviewed = found === undefined ? undefined : tagged(resource, 'mr:third-party');
    return found === undefined || reviewed === undefined || reviewed === '' ? found : ready(`Tagged as looked into: ${reviewed}.`);
  },
});

function judged(resource: Resource, { graph, intent: { home, target } }: Context): Verdict | undefined {
  const { name, resourceType } = resource;
  if (resource.kind === 'events-bus') {
    if (resource.attributes.partnerSource === undefined) return undefined;
    return peers(graph, resource, target).length > 0 ? ready() : gap(`${name} takes events of a partner in ${resource.region ?? 'one region'}; in ${target} the partner sends none.`);
  }
  if (resource.kind === 'cloudfront-distribution') {
    const hosts = (resource.attributes.origins ?? []).flatMap(({ domain }) => (domain === undefined || isOwn(domain, resource, graph) ? [] : [domain]));
    const bound = hosts.find((host) => home.includes(regionInIdentifier(host) ?? ''));
    if (bound !== undefined) return gap(`${name} takes content from ${bound}, which names the home region.`);
    return hosts.length === 0 ? undefined : unknown(`${name} takes content from ${hosts.join(', ')}, which is nothing in the estate; in which regions it runs nobody told us.`, { ask });
  }
  const what = outside.get(resourceType);
  return what === undefined ? undefined : unknown(`${name} ${what}; in which regions that runs, and whether it accepts calls from ${target}, nobody told us.`, { ask });
}

const ask = 'The vendor’s statement on regions and recovery; tag the resource mr:third-party with where it is kept.';

/** Hosts of AWS, of the estate, and those that a deployment makes. */
const isOwn = (host: string, from: Resource, graph: Context['graph']): boolean => /\.amazonaws\.com(?:\.cn)?$|\.on\.aws$|\.awsapprunner\.com$|⟦/.test(host) || graph.resolve(host, from).length > 0;
