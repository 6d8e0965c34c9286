import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadBalancer } from '../../../model/kinds/load-balancer.ts';
import { unresolved } from '../../../model/properties.ts';
import { attributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('load-balancer', () => {
  it('reads the same attributes from both', () => {
    const read = sameAttributes(loadBalancer, {
      cloudformation: { Name: 'shop', Scheme: 'internal', Subnets: ['subnet-2'], SubnetMappings: [{ SubnetId: 'subnet-1', AllocationId: 'eipalloc-1' }], SecurityGroups: ['sg-1'], MinimumLoadBalancerCapacity: { CapacityUnits: 100 }, LoadBalancerAttributes: [{ Key: 'deletion_protection.enabled', Value: 'true' }, { Key: 'access_logs.s3.bucket', Value: 'logs' }] },
      terraform: { name: 'shop', internal: true, subnets: ['subnet-1', 'subnet-2'], subnet_mapping: [{ subnet_id: 'subnet-1', allocation_id: 'eipalloc-1' }], security_groups: ['sg-1'], minimum_load_balancer_capacity: [{ capacity_units: 100 }], enable_deletion_protection: true, access_logs: [{ bucket: 'logs', enabled: true }] },
    });
    assert.deepEqual(read, { type: 'application', internal: true, subnets: ['subnet-1', 'subnet-2'], securityGroups: ['sg-1'], addresses: ['eipalloc-1'], minimumCapacity: 100, deletionProtection: true, logBucket: 'logs' });
    sameDescribed(loadBalancer, {
      like: read,
      describe: {
        LoadBalancerName: 'shop', Type: 'application', Scheme: 'internal', SecurityGroups: ['sg-1'], CapacityReservation: { MinimumLoadBalancerCapacity: { CapacityUnits: 100 } },
        AvailabilityZones: [{ ZoneName: 'eu-west-1a', SubnetId: 'subnet-1', LoadBalancerAddresses: [{ AllocationId: 'eipalloc-1' }] }, { ZoneName: 'eu-west-1b', SubnetId: 'subnet-2' }],
        LoadBalancerAttributes: [{ Key: 'deletion_protection.enabled', Value: 'true' }, { Key: 'access_logs.s3.enabled', Value: 'true' }, { Key: 'access_logs.s3.bucket', Value: 'logs' }],
      },
    });
    assert.deepEqual(referencesOf(loadBalancer, { addresses: ['eipalloc-1'], logBucket: 'logs' }), [
      { edge: 'attaches', to: 'eipalloc-1', target: 'AWS::EC2::EIP' },
      { edge: 'writes', to: 'logs', target: 'AWS::S3::Bucket' },
    ]);
  });

  it('tells an option that is off from one that it cannot see', () => {
    assert.equal(attributesOf(loadBalancer, 'cloudformation', {})['deletionProtection'], false);
    assert.equal('deletionProtection' in attributesOf(loadBalancer, 'cloudformation', { LoadBalancerAttributes: unresolved('parameter') }), false);
    assert.equal('deletionProtection' in attributesOf(loadBalancer, 'cloudformation', { LoadBalancerAttributes: [{ Key: unresolved('parameter'), Value: 'x' }] }), false);
  });
});
