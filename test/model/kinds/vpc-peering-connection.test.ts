import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { vpcPeeringConnection } from '../../../model/kinds/vpc-peering-connection.ts';
import { attributesOf, partAttributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('vpc-peering-connection', () => {
  it('reads the same attributes from both, and the options from the service', () => {
    const read = sameAttributes(vpcPeeringConnection, {
      cloudformation: { VpcId: 'vpc-1', PeerVpcId: 'vpc-2', PeerRegion: 'us-east-1' },
      terraform: { vpc_id: 'vpc-1', peer_vpc_id: 'vpc-2', peer_region: 'us-east-1', accepter: [], requester: [] },
    });
    assert.deepEqual(read, { vpc: 'vpc-1', peerVpc: 'vpc-2', peerRegion: 'us-east-1' });
    sameDescribed(vpcPeeringConnection, {
      like: read,
      beyond: { requesterDns: true, accepterDns: false },
      describe: {
        VpcPeeringConnectionId: 'pcx-1',
        RequesterVpcInfo: { VpcId: 'vpc-1', Region: 'eu-west-1', PeeringOptions: { AllowDnsResolutionFromRemoteVpc: true } },
        AccepterVpcInfo: { VpcId: 'vpc-2', Region: 'us-east-1', PeeringOptions: { AllowDnsResolutionFromRemoteVpc: false } },
      },
    });
    assert.deepEqual(referencesOf(vpcPeeringConnection, read), [{ edge: 'attaches', to: 'vpc-1', target: 'AWS::EC2::VPC' }, { edge: 'attaches', to: 'vpc-2', target: 'AWS::EC2::VPC' }]);
  });

  it('stays in its region unless told otherwise, and reads each side from where it is told', () => {
    assert.equal(attributesOf(vpcPeeringConnection, 'cloudformation', { VpcId: 'vpc-1' })['peerRegion'], 'eu-west-1');
    assert.deepEqual(attributesOf(vpcPeeringConnection, 'terraform', { peer_region: '', requester: [{ allow_remote_vpc_dns_resolution: true }] }), { peerRegion: 'eu-west-1', requesterDns: true });
    assert.deepEqual(partAttributesOf(vpcPeeringConnection, 'aws_vpc_peering_connection_options', { accepter: [{}] }), { accepterDns: false });
  });
});
