import { expression, type MakeRemedy } from '../remedy.ts';
import { label, logicalId } from './words.ts';

/** The endpoint service in the target, on a Network Load Balancer of its own. */
export const endpointServiceCopy: MakeRemedy = (service, { intent: { target } }) => {
  if (service.kind !== 'vpc-endpoint-service') return undefined;
  const { name, attributes: { acceptanceRequired = true } } = service;
  const id = logicalId(name);
  const tf = label(name);
  return {
    title: `Provide ${name} in ${target}`,
    cloudformation: [{
      region: target,
      parameters: { SubnetIds: { Type: 'List<AWS::EC2::Subnet::Id>', Description: `Subnets of the provider in ${target}` } },
      resources: {
        [`${id}Balancer`]: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: { Type: 'network', Scheme: 'internal', Subnets: { Ref: 'SubnetIds' } } },
        [id]: { Type: 'AWS::EC2::VPCEndpointService', Properties: { AcceptanceRequired: acceptanceRequired, NetworkLoadBalancerArns: [{ Ref: `${id}Balancer` }] } },
      },
    }],
    terraform: [
      { type: 'provider', labels: ['aws'], body: { alias: 'target', region: target } },
      { type: 'variable', labels: ['subnet_ids'], body: { type: expression('list(string)') } },
      { type: 'resource', labels: ['aws_lb', tf], body: { provider: expression('aws.target'), load_balancer_type: 'network', internal: true, subnets: expression('var.subnet_ids') } },
      { type: 'resource', labels: ['aws_vpc_endpoint_service', tf], body: { provider: expression('aws.target'), acceptance_required: acceptanceRequired, network_load_balancer_arns: [expression(`aws_lb.${tf}.arn`)] } },
    ],
    limits: ['Listeners, target groups, who may connect and the private DNS name are not repeated: take them from the present template.', 'Consumers get another service name and create endpoints of their own in the target.'],
  };
};
