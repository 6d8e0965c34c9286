import { peers } from '../../graph/queries/peer.ts';
import { expression, type MakeRemedy } from '../remedy.ts';
import { parameter, variable } from './dns-words.ts';
import { label, logicalId } from './words.ts';

/** A subnet in a further zone of the target's VPC. */
export const zoneSubnets: MakeRemedy = (vpc, { intent: { target }, graph }) => {
  const peer = peers(graph, vpc, target)[0]?.resource;
  if (vpc.kind !== 'vpc' || peer === undefined) return undefined;
  return {
    title: `Create a subnet of ${peer.name} in a further zone of ${target}`,
    cloudformation: [{
      region: target,
      parameters: { VpcId: { Type: 'AWS::EC2::VPC::Id', Description: `VPC ${peer.name} in ${target}` }, Range: parameter('Address range inside of the VPC that is free'), Zone: { Type: 'AWS::EC2::AvailabilityZone::Name', Description: 'Zone without subnet' } },
      resources: { [logicalId(peer.name, 'Further')]: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'VpcId' }, CidrBlock: { Ref: 'Range' }, AvailabilityZone: { Ref: 'Zone' } } } },
    }],
    terraform: [
      { type: 'provider', labels: ['aws'], body: { alias: 'target', region: target } },
      variable('vpc_id', 'VPC in the target region'),
      variable('range', 'Address range inside of the VPC that is free'),
      variable('zone_id', 'Id of a zone without subnet, such as euw1-az3'),
      { type: 'resource', labels: ['aws_subnet', `${label(peer.name)}_further`], body: { provider: expression('aws.target'), vpc_id: expression('var.vpc_id'), cidr_block: expression('var.range'), availability_zone_id: expression('var.zone_id') } },
    ],
    limits: ['Add the subnet to subnet groups, load balancers, Auto Scaling groups and route tables: a subnet that nothing uses carries nothing.'],
  };
};
