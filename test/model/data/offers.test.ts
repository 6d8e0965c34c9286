import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasBit } from '../../../model/bitmask.ts';
import cfn from '../../../model/data/cfn-type-regions.json' with { type: 'json' };
import instances from '../../../model/data/instance-regions.json' with { type: 'json' };
import map from '../../../model/data/service-map.json' with { type: 'json' };
import services from '../../../model/data/service-regions.json' with { type: 'json' };
import { regions } from '../../../model/region.ts';
import { serviceOfType } from '../../../model/service.ts';

const orders = { services: services.regionOrder, types: cfn.regionOrder, classes: instances.regionOrder };
const offers = (mask: string, order: readonly string[], region: string): boolean => hasBit(mask, order.indexOf(region));

test('columns are known regions in code order, and rows fit them', () => {
  for (const order of Object.values(orders)) assert.deepEqual(order, order.filter((code) => regions.has(code)).sort());
  const masks = [
    ...Object.values(services.services).map(({ regions: mask }) => [mask, services.regionOrder.length] as const),
    ...Object.values(cfn.types).map((mask) => [mask, cfn.regionOrder.length] as const),
    ...Object.values(instances.families).flatMap((family) => Object.values(family.classes).map((mask) => [mask, instances.regionOrder.length] as const)),
  ];
  for (const [mask, columns] of masks) assert.ok(/^[0-9a-f]+$/.test(mask) && BigInt(`0x${mask}`) > 0n && BigInt(`0x${mask}`) < 2n ** BigInt(columns), mask);
});

test('announced and isolated regions have no column anywhere', () => {
  for (const order of Object.values(orders)) {
    assert.deepEqual(order.filter((code) => regions.get(code)?.status === 'announced' || regions.get(code)?.partition.startsWith('aws-iso')), []);
  }
});

test('copies of us-east-1 did not get in: eusc has no type column, and no other region has as many types', () => {
  assert.ok(!cfn.regionOrder.includes('eusc-de-east-1'));
  const counts = cfn.regionOrder.map((region) => Object.values(cfn.types).filter((mask) => offers(mask, cfn.regionOrder, region)).length);
  const most = Math.max(...counts);
  assert.equal(counts.filter((count) => count === most).length, 1);
  assert.equal(cfn.regionOrder[counts.indexOf(most)], 'us-east-1');
});

test('me-south-1 is absent from the types, me-central-1 is marked stale', () => {
  assert.ok(!cfn.regionOrder.includes('me-south-1'));
  assert.deepEqual(cfn.stale, ['me-central-1']);
});

test('core services are everywhere that there is data', () => {
  for (const code of ['dynamodb', 's3', 'ec2', 'kms', 'sqs', 'lambda'] as const) {
    assert.ok(services.regionOrder.every((region) => offers(services.services[code].regions, services.regionOrder, region)), code);
  }
});

test('every mapped name leads to a service of the table or to one that is not region-bound', () => {
  const known = new Set([...Object.keys(services.services), ...Object.keys(services.notRegionBound)]);
  const codes = [...Object.values(map.namespaces), ...Object.values(map.types), ...Object.values(map.clients).map(([, , , code]) => code)];
  assert.deepEqual(codes.filter((code) => typeof code === 'string' && !known.has(code)), []);
});

/**
 * A wrong mapping shows as a namespace whose types and service disagree in most regions. These do for reasons of their own:
 * types registered everywhere or late. A new name in the list is to be looked into before it is added.
 */
test('the map agrees with the regions in which types are registered', () => {
  const disagreeing = Object.entries(map.namespaces).flatMap(([namespace, code]) => {
    const service = typeof code === 'string' && !Object.hasOwn(services.notRegionBound, code) ? services.services[code as keyof typeof services.services] : undefined;
    if (!service) return [];
    const masks = Object.entries(cfn.types).filter(([type]) => type.startsWith(`AWS::${namespace}::`) && serviceOfType(type) === code).map(([, mask]) => mask);
    const differ = cfn.regionOrder.filter((region) => !cfn.stale.includes(region)
      && masks.some((mask) => offers(mask, cfn.regionOrder, region)) !== offers(service.regions, services.regionOrder, region));
    return differ.length > cfn.regionOrder.length / 3 ? [namespace] : [];
  });
  assert.deepEqual(disagreeing, [
    'AccountAccess', 'ComputeOptimizer', 'DAX', 'DRS', 'DataPipeline', 'IoTSecureTunneling', 'KinesisAnalytics', 'LicenseManagerLinuxSubscriptions', 'LicenseManagerUserSubscriptions',
    'MGN', 'NetworkFlowMonitor', 'Notifications', 'PI', 'Polly', 'SDB', 'StorageGateway', 'WorkSpaces', 'WorkspacesInstances',
  ]);
});

test('instance families have data for their own regions only, and no placeholder columns', () => {
  assert.ok(!instances.regionOrder.includes('all'));
  for (const [family, { regions: covered, classes }] of Object.entries(instances.families)) {
    const union = Object.values(classes).reduce((sum, mask) => sum | BigInt(`0x${mask}`), 0n);
    assert.equal(union.toString(16), covered, family);
  }
});
