import { z } from 'zod';
import { kind } from '../kind.ts';
import type { Properties } from '../properties.ts';
import { filled, setOf, union } from '../reading.ts';

export const vpc = kind({
  id: 'vpc',
  title: 'VPC',
  traits: ['network'],
  names: { cloudformation: 'AWS::EC2::VPC', terraform: ['aws_vpc', 'aws_default_vpc'] },
  arn: 'arn:{partition}:ec2:{region}:{account}:vpc/{id}',
  name: {},
  attributes: z.object({
    cidrBlocks: z.array(z.string()).describe('Address ranges, IPv4 and IPv6'),
    ipamPool: z.string().describe('IPAM pool that its address range is taken from'),
    isDefault: z.boolean().describe('It is the default VPC of the region'),
    dnsHostnames: z.boolean().describe('Instances get public DNS names'),
    dnsSupport: z.boolean().describe('The VPC resolver answers'),
  }),
  read: {
    cloudformation: (from) => ({
      cidrBlocks: setOf(from.texts('CidrBlock')),
      ipamPool: filled(from.text('Ipv4IpamPoolId')),
      isDefault: false,
      dnsHostnames: from.flag('EnableDnsHostnames', false),
      dnsSupport: from.flag('EnableDnsSupport', true),
    }),
    terraform: (from, { type }) => ({
      cidrBlocks: filled(from.text('cidr_block')) === undefined ? undefined : union(from.texts('cidr_block'), from.texts('ipv6_cidr_block', [])),
      ipamPool: type === 'aws_vpc' ? filled(from.text('ipv4_ipam_pool_id')) : undefined,
      isDefault: type === 'aws_default_vpc',
      dnsHostnames: type === 'aws_vpc' ? from.flag('enable_dns_hostnames', false) : from.flag('enable_dns_hostnames', true),
      dnsSupport: from.flag('enable_dns_support', true),
    }),
    describe: (from) => ({
      cidrBlocks: union(from.texts('CidrBlock', []), associated(from, 'CidrBlockAssociationSet[]', ['CidrBlock', 'CidrBlockState']), associated(from, 'Ipv6CidrBlockAssociationSet[]', ['Ipv6CidrBlock', 'Ipv6CidrBlockState'])),
      isDefault: from.flag('IsDefault', false),
      dnsHostnames: from.flag('EnableDnsHostnames'),
      dnsSupport: from.flag('EnableDnsSupport'),
    }),
  },
  parts: {
    'AWS::EC2::VPCCidrBlock': { of: 'VpcId', read: (from) => ({ cidrBlocks: union(from.texts('CidrBlock', []), from.texts('Ipv6CidrBlock', [])) }) },
    aws_vpc_ipv4_cidr_block_association: { of: 'vpc_id', read: (from) => ({ cidrBlocks: setOf(from.texts('cidr_block')) }) },
    aws_vpc_ipv6_cidr_block_association: { of: 'vpc_id', read: (from) => ({ cidrBlocks: setOf(from.texts('ipv6_cidr_block')) }) },
  },
});

/** Address ranges that have not been taken away from the VPC: the service lists those for a while. */
function associated(from: Properties, path: string, [block, state]: readonly [block: string, state: string]): string[] | undefined {
  const blocks = from.items(path)?.filter((each) => each.text(`${state}.State`)?.startsWith('disassociat') !== true).map((each) => each.text(block));
  return blocks?.every((each) => each !== undefined) === true ? blocks : undefined;
}
