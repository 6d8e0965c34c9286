import type { EstateView, ResourceOf } from '../../graph/view.ts';
import { vpcEndpointCopy } from '../remedies/vpc-endpoint-copy.ts';
import { rule } from '../rule.ts';
import { perView } from '../support/per-view.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const endpoint = (service: string): string => yaml`
  Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties: { VpcId: vpc-0123456789abcdef0, ServiceName: ${service} }
`;

export const networkEndpointParity = rule({
  id: 'network-endpoint-parity',
  title: 'VPC endpoint has no counterpart in the target region',
  on: 'vpc-endpoint',
  needs: ['service'],
  severity: severities('L/H/H/H'),
  why: 'Without it calls from private subnets fail or leave over the internet, and policies that demand the endpoint refuse them.',
  fix: 'Declare the endpoints in the network’s template for both regions, and name the endpoints of both regions, or the VPC, in policies that ask for them.',
  effect: 'No effect on RPO. Calls from private subnets time out or are refused by policy: RTO grows by creating the endpoint and changing policies that name the one at home.',
  remedy: vpcEndpointCopy,
  links: ['https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html'],
  examples: {
    gap: [{ home: endpoint('com.amazonaws.us-east-1.s3') }, { name: 'an endpoint of another service', home: endpoint('com.amazonaws.us-east-1.s3'), target: endpoint('com.amazonaws.eu-west-1.dynamodb') }],
    ready: [{ home: endpoint('com.amazonaws.us-east-1.s3'), target: endpoint('com.amazonaws.eu-west-1.s3') }],
    unknown: [{ home: endpoint("'{{resolve:ssm:/service}}'") }],
  },

  /** Endpoints of partners' services are known by an id of their region and cannot be compared. */
  check(endpoint, { intent: { target }, graph }) {
    const service = serviceOf(endpoint);
    if (service === undefined) return undefined;
    return servicesByRegion(graph).get(target)?.has(service) === true ? ready() : gap(`${target} has no endpoint for ${service}, which ${endpoint.name} is for at home.`);
  },
});

/** `s3` of com.amazonaws.us-east-1.s3. */
function serviceOf({ attributes: { service = '' } }: ResourceOf<'vpc-endpoint'>): string | undefined {
  return /^(?:com|cn\.com|aws\.api|aws|eu)\.(?:amazonaws\.)?[a-z0-9-]+\.((?!vpce-svc)[a-z0-9._-]+)$/.exec(service)?.[1];
}

const servicesByRegion = perView((view: EstateView) => {
  const found = new Map<string, Set<string>>();
  for (const endpoint of view.ofKind('vpc-endpoint')) {
    const service = serviceOf(endpoint);
    if (service === undefined || endpoint.region === undefined) continue;
    found.set(endpoint.region, (found.get(endpoint.region) ?? new Set()).add(service));
  }
  return found;
});
