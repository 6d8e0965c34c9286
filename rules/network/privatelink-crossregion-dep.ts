import { rule } from '../rule.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';
import type { EstateSubject } from '../rule.ts';

const endpoint = (service: string, region: string): string => yaml`
  Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties: { VpcId: vpc-0123456789abcdef0, ServiceName: ${service}, ServiceRegion: ${region}, VpcEndpointType: Interface }
`;
const empty = yaml`
  Topic:
    Type: AWS::SNS::Topic
`;

export const networkPrivatelinkCrossregionDep = rule({
  id: 'network-privatelink-crossregion-dep',
  title: 'Target region depends on the home region through an endpoint',
  on: 'estate',
  severity: severities('-/H/C/C'),
  why: 'The endpoint in the target region leads to a service in the region that is to be left, and stops with it.',
  fix: 'Use the service of the endpoint’s own region; keep endpoints across regions for migration and replication tools.',
  effect: 'No effect on RPO. What runs in the target stops with the home region all the same: RTO grows by an endpoint to the target’s own service, or is as long as the outage where there is none.',
  links: ['https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-cross-region-privatelink-support.html'],
  examples: {
    gap: [{ home: empty, target: endpoint('com.amazonaws.us-east-1.ecr.api', 'us-east-1') }],
    ready: [{ home: empty, target: endpoint('com.amazonaws.eu-west-1.ecr.api', 'eu-west-1') }],
  },

  /** Judges endpoints of the target region, which no rule on resources of the home region sees. */
  *check(view, { intent: { home, target } }): Iterable<EstateSubject> {
    for (const { id, name, region, attributes } of view.ofKind('vpc-endpoint')) {
      if (region !== target || attributes.service === undefined || isGlobal(attributes.service)) continue;
      const to = attributes.serviceRegion ?? home.find((each) => attributes.service?.split('.').includes(each) === true);
      const verdict = to !== undefined && home.includes(to) ? gap(`${name} in ${target} leads to ${attributes.service} in ${to}.`) : ready(`${name} leads to a service of ${to ?? target}.`);
      yield { subject: id, title: name, resources: [id], verdict };
    }
  },
});

/** Services that are run from one region for everybody. */
const isGlobal = (service: string): boolean => /\.(?:iam|route53)$/.test(service);
