import { expression, type MakeRemedy } from '../remedy.ts';
import { overlap } from '../support/cidr.ts';
import { label, logicalId } from './words.ts';

/** A VPC with subnets in three zones, in an address range that no VPC of the estate has. */
export const vpcCopy: MakeRemedy = (vpc, { intent: { target }, graph }) => {
  if (vpc.kind !== 'vpc') return undefined;
  const used = graph.ofKind('vpc').flatMap(({ attributes }) => attributes.cidrBlocks ?? []);
  const free = Array.from({ length: 256 }, (_, index) => `10.${index}.0.0/16`).find((range) => !used.some((each) => overlap(each, range)));
  if (free === undefined) return undefined;
  const id = logicalId(vpc.name);
  const tf = label(vpc.name);
  const subnet = (index: number, tier: 'Public' | 'Private') => ({
    Type: 'AWS::EC2::Subnet',
    Properties: {
      VpcId: { Ref: id }, MapPublicIpOnLaunch: false,
      AvailabilityZone: { 'Fn::Select': [index, { 'Fn::GetAZs': '' }] },
      CidrBlock: { 'Fn::Select': [tier === 'Public' ? index : index + 3, { 'Fn::Cidr': [{ 'Fn::GetAtt': [id, 'CidrBlock'] }, 6, 12] }] },
    },
  });
  const subnets = [0, 1, 2].flatMap((index) => (['Public', 'Private'] as const).map((tier) => [`${id}${tier}${index + 1}`, subnet(index, tier)] as const));
  return {
    title: `Create a VPC in ${target} with subnets in three zones`,
    cloudformation: [{ region: target, resources: { [id]: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: free, EnableDnsSupport: true, EnableDnsHostnames: true, Tags: [{ Key: 'Name', Value: vpc.name }] } }, ...Object.fromEntries(subnets) } }],
    terraform: [
      { type: 'provider', labels: ['aws'], body: { alias: 'target', region: target } },
      { type: 'data', labels: ['aws_availability_zones', 'target'], body: { provider: expression('aws.target'), state: 'available' }, blocks: [{ type: 'filter', body: { name: 'opt-in-status', values: ['opt-in-not-required'] } }] },
      { type: 'resource', labels: ['aws_vpc', tf], body: { provider: expression('aws.target'), cidr_block: free, enable_dns_support: true, enable_dns_hostnames: true, tags: { Name: vpc.name } } },
      { type: 'resource', labels: ['aws_subnet', tf], body: { provider: expression('aws.target'), count: 6, vpc_id: expression(`aws_vpc.${tf}.id`), cidr_block: expression(`cidrsubnet(aws_vpc.${tf}.cidr_block, 4, count.index)`), availability_zone: expression('data.aws_availability_zones.target.names[count.index % 3]') } },
    ],
    limits: [
      `${free} overlaps no VPC that was given; ask whoever hands out address ranges, or an IPAM pool with ${target} as locale.`,
      'Gateways, routes, endpoints and security groups follow the home region’s template: the best copy is that template, deployed to both regions.',
      `Deploying the template of ${vpc.name} itself to ${target} with another range makes the two counterparts by address.`,
    ],
  };
};
