import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { transitGatewayPeeringAttachment } from '../../../model/kinds/transit-gateway-peering-attachment.ts';
import { referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('transit-gateway-peering-attachment', () => {
  it('reads the same attributes from every source', () => {
    const read = sameAttributes(transitGatewayPeeringAttachment, {
      cloudformation: { TransitGatewayId: 'tgw-1', PeerTransitGatewayId: 'tgw-2', PeerRegion: 'us-east-1', PeerAccountId: '123456789012' },
      terraform: { transit_gateway_id: 'tgw-1', peer_transit_gateway_id: 'tgw-2', peer_region: 'us-east-1' },
    });
    assert.deepEqual(read, { transitGateway: 'tgw-1', peerTransitGateway: 'tgw-2', peerRegion: 'us-east-1' });
    sameDescribed(transitGatewayPeeringAttachment, {
      like: read,
      describe: { TransitGatewayAttachmentId: 'tgw-attach-1', RequesterTgwInfo: { TransitGatewayId: 'tgw-1', Region: 'eu-west-1' }, AccepterTgwInfo: { TransitGatewayId: 'tgw-2', Region: 'us-east-1' } },
    });
    assert.deepEqual(referencesOf(transitGatewayPeeringAttachment, { transitGateway: 'tgw-1' }), [{ edge: 'attaches', to: 'tgw-1', target: 'AWS::EC2::TransitGateway' }]);
  });
});
