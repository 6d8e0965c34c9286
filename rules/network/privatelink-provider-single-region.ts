import { peers } from '../../graph/queries/peer.ts';
import { regionInIdentifier } from '../../model/region-in-identifier.ts';
import { endpointServiceCopy } from '../remedies/endpoint-service-copy.ts';
import { rule } from '../rule.ts';
import { ofKindIn } from '../support/by-region.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const service = (rest = ''): string => yaml`
  Service:
    Type: AWS::EC2::VPCEndpointService
    Properties: { AcceptanceRequired: false, NetworkLoadBalancerArns: ['arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/net/api/50dc6c495c0c9188']${rest} }
`;
const endpoint = (region: string): string => yaml`
  Partner:
    Type: AWS::EC2::VPCEndpoint
    Properties: { VpcId: vpc-0123456789abcdef0, VpcEndpointType: Interface, ServiceName: com.amazonaws.vpce.${region}.vpce-svc-0123456789abcdef0 }
`;

export const networkPrivatelinkProviderSingleRegion = rule({
  id: 'network-privatelink-provider-single-region',
  title: 'Endpoint service is provided from the home region only',
  on: ['vpc-endpoint-service', 'vpc-endpoint'],
  needs: [],
  severity: severities('-/H/H/H'),
  why: 'Consumers lose the service with the region that provides it: access across regions lets them connect from elsewhere, but PrivateLink fails nothing over.',
  fix: 'Deploy the provider’s stack (Network Load Balancer and endpoint service) in the target region and give consumers both names. Of a partner’s service ask for the name in the target region, and create the endpoint ahead of time.',
  effect: 'No effect on RPO of consumers. Their RTO is that of the provider’s region: nothing fails over, and consumers cannot do anything about it.',
  remedy: endpointServiceCopy,
  links: ['https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-share-your-services.html', 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html'],
  examples: {
    gap: [
      { home: service() },
      { name: 'consumers of the target connect to home', home: service(', SupportedRegions: [eu-west-1]') },
    ],
    ready: [
      { home: service(), target: service() },
      { name: 'an endpoint of the partner in each region', home: endpoint('us-east-1'), target: endpoint('eu-west-1') },
    ],
    unknown: [{ name: 'a partner’s service', home: endpoint('us-east-1') }],
  },

  /** Endpoints of AWS services are network-endpoint-parity's business. */
  check(resource, { intent: { target }, graph }) {
    const { name } = resource;
    if (resource.kind === 'vpc-endpoint-service') {
      if (peers(graph, resource, target).length > 0) return ready();
      const remote = resource.attributes.supportedRegions?.includes(target) === true ? ` Consumers in ${target} may connect to it, but it stops with its own region.` : '';
      return gap(`${name} has no counterpart in ${target}: nothing that was given declares one.${remote}`);
    }
    const { service } = resource.attributes;
    if (service === undefined || !service.includes('.vpce-svc-')) return undefined;
    const there = ofKindIn(graph, 'vpc-endpoint', target).filter(({ attributes }) => attributes.service?.includes('.vpce-svc-') === true && regionInIdentifier(attributes.service) === target);
    const peer = peers(graph, resource, target).map((each) => each.resource.id);
    if (there.some(({ id }) => peer.includes(id))) return ready();
    return unknown(`${name} leads to ${service}; whether its provider offers the service in ${target} nobody told us.`, { ask: 'The provider, or ec2:DescribeVpcEndpointServices in the target region; then the endpoint there, or the tag mr:counterpart.' });
  },
});
