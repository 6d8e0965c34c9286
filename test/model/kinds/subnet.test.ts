import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { subnet } from '../../../model/kinds/subnet.ts';
import { referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('subnet', () => {
  it('reads the same attributes from both, and the VPC that contains it', () => {
    const read = sameAttributes(subnet, {
      cloudformation: { VpcId: 'vpc-0a1b2c3d4e5f60718', CidrBlock: '10.0.1.0/24', AvailabilityZone: 'eu-west-1a', MapPublicIpOnLaunch: true },
      terraform: { vpc_id: 'vpc-0a1b2c3d4e5f60718', cidr_block: '10.0.1.0/24', availability_zone: 'eu-west-1a', map_public_ip_on_launch: true, outpost_arn: '' },
    });
    assert.deepEqual(read, { vpc: 'vpc-0a1b2c3d4e5f60718', cidrBlock: '10.0.1.0/24', availabilityZone: 'eu-west-1a', publicAddresses: true });
    sameDescribed(subnet, {
      like: read,
      beyond: { availabilityZoneId: 'euw1-az1', freeAddresses: 250 },
      describe: { SubnetId: 'subnet-1', VpcId: 'vpc-0a1b2c3d4e5f60718', CidrBlock: '10.0.1.0/24', AvailabilityZone: 'eu-west-1a', AvailabilityZoneId: 'euw1-az1', MapPublicIpOnLaunch: true, AvailableIpAddressCount: 250 },
    });
    assert.deepEqual(referencesOf(subnet, read), [{ edge: 'contains', from: 'vpc-0a1b2c3d4e5f60718', to: '⟦itself⟧', target: 'AWS::EC2::VPC' }]);
  });
});
