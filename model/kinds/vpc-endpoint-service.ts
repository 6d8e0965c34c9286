import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges } from '../linking.ts';
import { setOf, union } from '../reading.ts';

export const vpcEndpointService = kind({
  id: 'vpc-endpoint-service',
  title: 'VPC endpoint service',
  traits: ['network'],
  names: { cloudformation: 'AWS::EC2::VPCEndpointService', terraform: ['aws_vpc_endpoint_service'] },
  arn: 'arn:{partition}:ec2:{region}:{account}:vpc-endpoint-service/{id}',
  name: {},
  attributes: z.object({
    loadBalancers: z.array(z.string()).describe('Network and Gateway Load Balancers behind it: ARNs or symbols'),
    supportedRegions: z.array(z.string()).describe('Other regions that consumers may connect from'),
    acceptanceRequired: z.boolean().describe('Every endpoint has to be accepted'),
  }),
  read: {
    cloudformation: (from) => ({
      loadBalancers: union(from.texts('NetworkLoadBalancerArns[]', []), from.texts('GatewayLoadBalancerArns[]', [])),
      supportedRegions: setOf(from.texts('SupportedRegions[]', [])),
      acceptanceRequired: from.flag('AcceptanceRequired'),
    }),
    terraform: (from) => ({
      loadBalancers: union(from.texts('network_load_balancer_arns[]', []), from.texts('gateway_load_balancer_arns[]', [])),
      supportedRegions: setOf(from.texts('supported_regions[]', [])),
      acceptanceRequired: from.flag('acceptance_required'),
    }),
    describe: (from, { region }) => ({
      loadBalancers: union(from.texts('NetworkLoadBalancerArns[]', []), from.texts('GatewayLoadBalancerArns[]', [])),
      supportedRegions: setOf(from.texts('SupportedRegions[].Region', []))?.filter((each) => each !== region),
      acceptanceRequired: from.flag('AcceptanceRequired'),
    }),
  },
  references: ({ loadBalancers }) => edges('routes', loadBalancers, 'AWS::ElasticLoadBalancingV2::LoadBalancer'),
});
