import { expression, type MakeRemedy } from '../remedy.ts';
import { variable } from './dns-words.ts';
import { homeOf, label, logicalId } from './words.ts';

/** The endpoint for the same service in the target. */
export const vpcEndpointCopy: MakeRemedy = (endpoint, { intent: { home, target } }) => {
  if (endpoint.kind !== 'vpc-endpoint') return undefined;
  const { name, attributes: { service, type = 'Gateway' } } = endpoint;
  const from = homeOf(endpoint, home);
  if (service === undefined || !service.includes(`.${from}.`) || (type !== 'Gateway' && type !== 'Interface')) return undefined;
  const there = service.replace(`.${from}.`, `.${target}.`);
  const isInterface = type === 'Interface';
  const properties = { VpcId: { Ref: 'VpcId' }, ServiceName: there, VpcEndpointType: type };
  return {
    title: `Create the endpoint for ${there}`,
    cloudformation: [{
      region: target,
      parameters: {
        VpcId: { Type: 'AWS::EC2::VPC::Id' },
        ...(isInterface ? { SubnetIds: { Type: 'List<AWS::EC2::Subnet::Id>' }, SecurityGroupIds: { Type: 'List<AWS::EC2::SecurityGroup::Id>' } } : { RouteTableIds: { Type: 'CommaDelimitedList' } }),
      },
      resources: { [logicalId(name)]: { Type: 'AWS::EC2::VPCEndpoint', Properties: { ...properties, ...(isInterface ? { SubnetIds: { Ref: 'SubnetIds' }, SecurityGroupIds: { Ref: 'SecurityGroupIds' }, PrivateDnsEnabled: true } : { RouteTableIds: { Ref: 'RouteTableIds' } }) } } },
    }],
    terraform: [
      { type: 'provider', labels: ['aws'], body: { alias: 'target', region: target } },
      variable('vpc_id', 'VPC in the target region'),
      ...(isInterface ? [listOf('subnet_ids'), listOf('security_group_ids')] : [listOf('route_table_ids')]),
      {
        type: 'resource', labels: ['aws_vpc_endpoint', label(name)],
        body: { provider: expression('aws.target'), vpc_id: expression('var.vpc_id'), service_name: there, vpc_endpoint_type: type, ...(isInterface ? { subnet_ids: expression('var.subnet_ids'), security_group_ids: expression('var.security_group_ids'), private_dns_enabled: true } : { route_table_ids: expression('var.route_table_ids') }) },
      },
    ],
    limits: ['Copy the endpoint policy, with the ARNs of the target’s resources.', 'Policies of buckets and keys that name the home endpoint by aws:SourceVpce must name this one too, or the VPC.'],
  };
};

const listOf = (name: string) => ({ type: 'variable', labels: [name], body: { type: expression('list(string)') } });
