import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, inbound } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { filled, union } from '../reading.ts';

export const securityGroup = kind({
  id: 'security-group',
  title: 'Security group',
  traits: ['network'],
  names: { cloudformation: 'AWS::EC2::SecurityGroup', terraform: ['aws_security_group'] },
  arn: 'arn:{partition}:ec2:{region}:{account}:security-group/{id}',
  name: { cloudformation: 'GroupName', terraform: 'name' },
  attributes: z.object({
    vpc: z.string().describe('VPC: id or symbol'),
    groups: z.array(z.string()).describe('Security groups that its rules name: ids or symbols; they must be in the same region'),
    prefixLists: z.array(z.string()).describe('Managed prefix lists that its rules name: ids or symbols'),
    cidrs: z.array(z.string()).describe('Address ranges that its rules name'),
  }),
  read: {
    cloudformation: (from) => ({
      vpc: filled(from.text('VpcId')),
      ...rules(from, {
        groups: ['SecurityGroupIngress[].SourceSecurityGroupId', 'SecurityGroupEgress[].DestinationSecurityGroupId'],
        prefixLists: ['SecurityGroupIngress[].SourcePrefixListId', 'SecurityGroupEgress[].DestinationPrefixListId'],
        cidrs: ['SecurityGroupIngress[].CidrIp', 'SecurityGroupIngress[].CidrIpv6', 'SecurityGroupEgress[].CidrIp', 'SecurityGroupEgress[].CidrIpv6'],
      }),
    }),
    terraform: (from) => ({
      vpc: filled(from.text('vpc_id')),
      ...rules(from, {
        groups: ['ingress[].security_groups[]', 'egress[].security_groups[]'],
        prefixLists: ['ingress[].prefix_list_ids[]', 'egress[].prefix_list_ids[]'],
        cidrs: ['ingress[].cidr_blocks[]', 'ingress[].ipv6_cidr_blocks[]', 'egress[].cidr_blocks[]', 'egress[].ipv6_cidr_blocks[]'],
      }),
    }),
    describe: (from) => ({
      vpc: filled(from.text('VpcId')),
      ...rules(from, {
        groups: ['IpPermissions[].UserIdGroupPairs[].GroupId', 'IpPermissionsEgress[].UserIdGroupPairs[].GroupId'],
        prefixLists: ['IpPermissions[].PrefixListIds[].PrefixListId', 'IpPermissionsEgress[].PrefixListIds[].PrefixListId'],
        // AWS Config keeps IPv4 ranges in Ipv4Ranges, and plain texts where the service has its own.
        cidrs: ['IpPermissions', 'IpPermissionsEgress'].flatMap((list) => ['IpRanges[].CidrIp', 'Ipv4Ranges[].CidrIp', 'Ipv6Ranges[].CidrIpv6'].map((path) => `${list}[].${path}`)),
      }),
    }),
  },
  parts: {
    'AWS::EC2::SecurityGroupIngress': { of: 'GroupId', read: (from) => rules(from, { groups: ['SourceSecurityGroupId'], prefixLists: ['SourcePrefixListId'], cidrs: ['CidrIp', 'CidrIpv6'] }) },
    'AWS::EC2::SecurityGroupEgress': { of: 'GroupId', read: (from) => rules(from, { groups: ['DestinationSecurityGroupId'], prefixLists: ['DestinationPrefixListId'], cidrs: ['CidrIp', 'CidrIpv6'] }) },
    aws_security_group_rule: { of: 'security_group_id', read: (from) => rules(from, { groups: ['source_security_group_id'], prefixLists: ['prefix_list_ids[]'], cidrs: ['cidr_blocks[]', 'ipv6_cidr_blocks[]'] }) },
    aws_vpc_security_group_ingress_rule: { of: 'security_group_id', read: standalone },
    aws_vpc_security_group_egress_rule: { of: 'security_group_id', read: standalone },
  },
  references: ({ vpc, groups, prefixLists }) => [
    ...inbound('contains', vpc, 'AWS::EC2::VPC'),
    ...edges('refers', groups, 'AWS::EC2::SecurityGroup'),
    ...edges('refers', prefixLists, 'AWS::EC2::PrefixList'),
  ],
});

type Peers = Record<'groups' | 'prefixLists' | 'cidrs', readonly string[]>;

function rules(from: Properties, at: Peers): Record<keyof Peers, string[] | undefined> {
  const all = (paths: readonly string[]): string[] | undefined => union(...paths.map((path) => from.texts(path, [])));
  return { groups: all(at.groups), prefixLists: all(at.prefixLists), cidrs: all(at.cidrs) };
}

function standalone(from: Properties): ReturnType<typeof rules> {
  return rules(from, { groups: ['referenced_security_group_id'], prefixLists: ['prefix_list_id'], cidrs: ['cidr_ipv4', 'cidr_ipv6'] });
}
