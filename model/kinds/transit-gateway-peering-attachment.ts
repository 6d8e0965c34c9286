import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges } from '../linking.ts';
import { filled } from '../reading.ts';

export const transitGatewayPeeringAttachment = kind({
  id: 'transit-gateway-peering-attachment',
  title: 'Transit gateway peering attachment',
  traits: ['network'],
  names: { cloudformation: 'AWS::EC2::TransitGatewayPeeringAttachment', terraform: ['aws_ec2_transit_gateway_peering_attachment'] },
  arn: 'arn:{partition}:ec2:{region}:{account}:transit-gateway-attachment/{id}',
  name: {},
  attributes: z.object({
    transitGateway: z.string().describe('Transit gateway that asked for it: id or symbol'),
    peerTransitGateway: z.string().describe('Transit gateway that accepts it: id or symbol'),
    peerRegion: z.string().describe('Region of the transit gateway that accepts it'),
  }),
  read: {
    cloudformation: (from) => ({ transitGateway: from.text('TransitGatewayId'), peerTransitGateway: from.text('PeerTransitGatewayId'), peerRegion: filled(from.text('PeerRegion')) }),
    terraform: (from) => ({ transitGateway: from.text('transit_gateway_id'), peerTransitGateway: from.text('peer_transit_gateway_id'), peerRegion: filled(from.text('peer_region')) }),
    describe: (from) => ({
      transitGateway: from.text('RequesterTgwInfo.TransitGatewayId'),
      peerTransitGateway: from.text('AccepterTgwInfo.TransitGatewayId'),
      peerRegion: from.text('AccepterTgwInfo.Region'),
    }),
  },
  references: ({ transitGateway, peerTransitGateway }) => edges('attaches', [transitGateway, peerTransitGateway], 'AWS::EC2::TransitGateway'),
});
