import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { natGateway } from '../../../model/kinds/nat-gateway.ts';
import { attributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('nat-gateway', () => {
  it('reads the same attributes from every source', () => {
    const read = sameAttributes(natGateway, {
      cloudformation: { SubnetId: 'subnet-1', AllocationId: 'eipalloc-1', SecondaryAllocationIds: ['eipalloc-2'] },
      terraform: { subnet_id: 'subnet-1', allocation_id: 'eipalloc-1', secondary_allocation_ids: ['eipalloc-2'], connectivity_type: 'public' },
    });
    assert.deepEqual(read, { private: false, addresses: ['eipalloc-1', 'eipalloc-2'], subnets: ['subnet-1'] });
    sameDescribed(natGateway, {
      like: read,
      beyond: { vpc: 'vpc-1' },
      describe: { NatGatewayId: 'nat-1', SubnetId: 'subnet-1', VpcId: 'vpc-1', ConnectivityType: 'public', NatGatewayAddresses: [{ AllocationId: 'eipalloc-1', PublicIp: '203.0.113.1' }, { AllocationId: 'eipalloc-2' }] },
    });
    assert.deepEqual(referencesOf(natGateway, read), [
      { edge: 'attaches', to: 'eipalloc-1', target: 'AWS::EC2::EIP' },
      { edge: 'attaches', to: 'eipalloc-2', target: 'AWS::EC2::EIP' },
      { edge: 'contains', from: 'subnet-1', to: '⟦itself⟧', target: 'AWS::EC2::Subnet' },
    ]);
  });

  it('has no public address between private networks', () => {
    assert.equal(attributesOf(natGateway, 'cloudformation', { ConnectivityType: 'private', SubnetId: 'subnet-1' })['private'], true);
  });
});
