import { z } from 'zod';
import { kind } from '../kind.ts';
import { attachesTo } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { filled } from '../reading.ts';

export const vpcPeeringConnection = kind({
  id: 'vpc-peering-connection',
  title: 'VPC peering connection',
  traits: ['network'],
  names: { cloudformation: 'AWS::EC2::VPCPeeringConnection', terraform: ['aws_vpc_peering_connection'] },
  arn: 'arn:{partition}:ec2:{region}:{account}:vpc-peering-connection/{id}',
  name: {},
  attributes: z.object({
    vpc: z.string().describe('VPC that asked for the connection: id or symbol'),
    peerVpc: z.string().describe('VPC that accepts it: id or symbol'),
    peerRegion: z.string().describe('Region of the VPC that accepts it'),
    requesterDns: z.boolean().describe('Public host names of instances in the requesting VPC resolve to private addresses from the other side'),
    accepterDns: z.boolean().describe('Public host names of instances in the accepting VPC resolve to private addresses from the other side'),
  }),
  // CloudFormation has no property for the options.
  read: {
    cloudformation: (from, { region }) => ({ vpc: from.text('VpcId'), peerVpc: from.text('PeerVpcId'), peerRegion: orOwn(from, 'PeerRegion', region) }),
    terraform: (from, { region }) => ({
      vpc: from.text('vpc_id'),
      peerVpc: from.text('peer_vpc_id'),
      peerRegion: orOwn(from, 'peer_region', region),
      ...options(from),
    }),
    describe: (from) => ({
      vpc: from.text('RequesterVpcInfo.VpcId'),
      peerVpc: from.text('AccepterVpcInfo.VpcId'),
      peerRegion: from.text('AccepterVpcInfo.Region'),
      requesterDns: from.flag('RequesterVpcInfo.PeeringOptions.AllowDnsResolutionFromRemoteVpc'),
      accepterDns: from.flag('AccepterVpcInfo.PeeringOptions.AllowDnsResolutionFromRemoteVpc'),
    }),
  },
  parts: {
    aws_vpc_peering_connection_options: { of: 'vpc_peering_connection_id', read: options },
    aws_vpc_peering_connection_accepter: { of: 'vpc_peering_connection_id', read: options },
  },
  references: ({ vpc, peerVpc }) => [...attachesTo({ vpc }), ...attachesTo({ vpc: peerVpc })],
});

/** Each side has a block of its own, often in a resource of its own: a block that is not there says nothing. */
function options(from: Properties): { requesterDns?: boolean | undefined; accepterDns?: boolean | undefined } {
  const side = (name: string): boolean | undefined => (from.has(name) === true ? from.flag(`${name}.allow_remote_vpc_dns_resolution`, false) : undefined);
  return { requesterDns: side('requester'), accepterDns: side('accepter') };
}

/** The region that the connection is made in, where no other one is named. */
const orOwn = (from: Properties, path: string, region: string | undefined): string | undefined => filled(from.text(path)) ?? (from.has(path) === false || from.text(path) === '' ? region : undefined);
