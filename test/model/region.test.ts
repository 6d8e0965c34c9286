import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  defaultRegions, isRegionCode, latencyBetween, optInRegions, partitionOf, partitions, regionOf, regionOfShortCode, regionOfZone, regions, suggestRegion,
} from '../../model/region.ts';

test('knows regions of every partition, four-part codes among them', () => {
  assert.equal(regionOf('eu-central-1')?.longName, 'Europe (Frankfurt)');
  assert.equal(regionOf('eusc-de-east-1')?.dnsSuffix, 'amazonaws.eu');
  assert.equal(regionOf('us-gov-west-1')?.partition, 'aws-us-gov');
  assert.equal(regionOf('us-isob-east-1')?.dnsSuffix, 'sc2s.sgov.gov');
  assert.equal(regionOf('cn-north-1')?.dualStackDnsSuffix, 'api.amazonwebservices.com.cn');
  assert.deepEqual([...partitions.keys()], ['aws', 'aws-cn', 'aws-eusc', 'aws-iso', 'aws-iso-b', 'aws-iso-e', 'aws-iso-f', 'aws-us-gov']);
});

test('is strict about codes: no pseudo region, no unknown region, no inherited property', () => {
  for (const text of ['aws-global', 'xx-north-9', 'us-east-9', 'US-EAST-1', 'us-east-1a', '', '__proto__', 'constructor']) assert.equal(isRegionCode(text), false, text);
  assert.equal([...regions.keys()].every(isRegionCode), true);
});

test('announced regions are known by name only', () => {
  for (const code of ['me-west-1', 'sa-west-1']) {
    const region = regionOf(code);
    assert.equal(region?.status, 'announced');
    assert.deepEqual([region?.azIds, region?.shortCode, region?.launchDate], [[], undefined, undefined]);
  }
});

test('tells default from opt-in regions, and neither of isolated ones', () => {
  assert.equal(defaultRegions.length, 17);
  assert.ok(defaultRegions.includes('ap-northeast-3') && !defaultRegions.includes('cn-north-1') && !defaultRegions.includes('us-gov-west-1'));
  assert.ok(optInRegions.includes('eu-south-1') && optInRegions.includes('ap-east-1') && !optInRegions.includes('eu-north-1'));
  assert.equal(regionOf('us-iso-east-1')?.optIn, null);
});

test('finds the partition of regions that do not exist yet by the SDK patterns, and says that it inferred it', () => {
  assert.deepEqual([partitionOf('eu-west-1')?.id, partitionOf('eu-west-1')?.inferred], ['aws', false]);
  assert.deepEqual([partitionOf('mx-north-7')?.id, partitionOf('mx-north-7')?.inferred], ['aws', true]);
  assert.deepEqual([partitionOf('eusc-de-west-2')?.id, partitionOf('us-gov-north-1')?.id, partitionOf('us-isof-east-9')?.id], ['aws-eusc', 'aws-us-gov', 'aws-iso-f']);
  assert.equal(partitionOf('aws-cn-global')?.id, 'aws-cn');
  for (const text of ['xx-north-9', 'us-east', 'us-east-1a', `us-${'a'.repeat(100_000)}-1`]) assert.equal(partitionOf(text), undefined);
});

test('the pattern of a partition matches its own regions and no others', () => {
  for (const { id, regionRegex } of partitions.values()) {
    for (const { code, partition } of regions.values()) assert.equal(new RegExp(regionRegex).test(code), partition === id, `${code} in ${id}`);
  }
});

test('finds the region of zones by name and id, local and wavelength zones included', () => {
  const zones = {
    'us-east-1a': 'us-east-1', 'use1-az1': 'us-east-1', 'us-gov-west-1b': 'us-gov-west-1', 'eusc-de-east-1a': 'eusc-de-east-1', 'euscdee1-az3': 'eusc-de-east-1',
    'us-east-1-bos-1a': 'us-east-1', 'use1-bos1-az1': 'us-east-1', 'us-east-1-wl1-bos-wlz-1': 'us-east-1', 'use1-wl1-bos-wlz1': 'us-east-1', 'euw3-cmn1-wlz1': 'eu-west-3',
  };
  for (const [zone, code] of Object.entries(zones)) assert.equal(regionOfZone(zone), code, zone);
  for (const text of ['us-east-1', 'us-east-1-prod', 'use1', 'xx-east-1a', 'orders-1a', 'use1-az', '-'.repeat(100_000)]) assert.equal(regionOfZone(text), undefined);
  for (const { code, azIds } of regions.values()) for (const id of azIds) assert.equal(regionOfZone(id), code);
});

test('aps1 is Mumbai as a zone prefix and Singapore on the bill: upper case is ambiguous', () => {
  assert.equal(regionOfZone('aps1-az1'), 'ap-south-1');
  assert.equal(regionOfShortCode('aps1'), 'ap-south-1');
  assert.equal(regionOfShortCode('APS1'), undefined);
  assert.equal(regionOf('ap-southeast-1')?.billingCode, 'APS1');
  assert.deepEqual(['use1', 'USE1', 'apse1', 'APS3', 'EU', 'Use1', ''].map(regionOfShortCode), ['us-east-1', 'us-east-1', 'ap-southeast-1', 'ap-south-1', undefined, undefined, undefined]);
});

test('suggests the region that was meant', () => {
  const meant = { useast1: 'us-east-1', 'us-esat-1': 'us-east-1', eu_west_1: 'eu-west-1', 'EU-CENTRAL-1': 'eu-central-1', euw1: 'eu-west-1', Frankfurt: 'eu-central-1', 'N. Virginia': 'us-east-1', 'us-east-1a': 'us-east-1' };
  for (const [text, code] of Object.entries(meant)) assert.equal(suggestRegion(text), code, text);
  for (const text of ['production', 'eu', '', 'x'.repeat(100_000)]) assert.equal(suggestRegion(text), undefined);
});

test('no text makes a lookup throw', () => {
  fc.assert(fc.property(fc.string(), (text) => {
    for (const look of [regionOf, partitionOf, regionOfZone, regionOfShortCode, suggestRegion, isRegionCode]) look(text);
  }));
});

test('latency is symmetric and tells measured from estimated', () => {
  assert.deepEqual(latencyBetween('us-east-1', 'us-east-2'), { ms: 15.4, measured: true });
  assert.deepEqual(latencyBetween('eu-west-1', 'ap-southeast-2'), latencyBetween('ap-southeast-2', 'eu-west-1'));
  assert.equal(latencyBetween('eusc-de-east-1', 'eu-central-1')?.measured, false);
  assert.equal(latencyBetween('us-iso-east-1', 'us-east-1'), undefined);
  assert.equal(latencyBetween('us-east-1', 'xx-north-9'), undefined);
});
