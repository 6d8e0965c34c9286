import assert from 'node:assert/strict';
import { test } from 'node:test';
import types from '../../../model/data/cfn-type-regions.json' with { type: 'json' };
import { features } from '../../../model/feature.ts';
import { pins } from '../../../model/pinned.ts';
import { partitionOf, regionOf, regionOfZone } from '../../../model/region.ts';
import { isServiceCode } from '../../../model/service-offer.ts';
import { isKnownType, typeRegistered } from '../../../model/type-offer.ts';

const typeNames = Object.keys(types.types);
const isDocs = (url: string): boolean => url.startsWith('https://docs.aws.amazon.com/');

test('pins name regions of their partition, known services and types, evidence and documentation', () => {
  assert.equal(new Set(pins.map(({ id }) => id)).size, pins.length);
  for (const { id, partition, regions, services, types: patterns, evidence, docs } of pins) {
    assert.ok(regions.length > 0 && regions.every((code) => regionOf(code)?.partition === partition), id);
    assert.deepEqual(services.filter((code) => !isServiceCode(code)), [], id);
    assert.deepEqual(patterns.filter((pattern) => !typeNames.some((name) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern))), [], id);
    assert.match(evidence, /^[AEMXCP]+$/, id);
    assert.ok(docs.length > 0 && docs.every(isDocs), id);
  }
});

test('the home pins are the implicit global regions of the partitions', () => {
  for (const { id, partition, regions } of pins.filter((pin) => pin.id.startsWith('partition-home-'))) {
    assert.deepEqual(regions, [partitionOf(regions[0] ?? '')?.implicitGlobalRegion], id);
    assert.equal(partitionOf(regions[0] ?? '')?.id, partition);
  }
});

test('features name known services, regions, zones and types, and carry what their scope needs', () => {
  for (const [id, feature] of features) {
    const named = [...(feature.regions ?? []), ...(feature.sets ?? []).flat(), ...(feature.notIn ?? []), ...(feature.homes ?? [])].filter((code) => code !== 'default');
    assert.deepEqual(named.filter((code) => !regionOf(code)), [], id);
    assert.ok((feature.zonesWithout ?? []).every((zone) => regionOfZone(zone) !== undefined), id);
    assert.ok(isServiceCode(feature.service), id);
    const needed = { partition: true, list: feature.regions, sets: feature.sets, type: feature.type !== undefined && isKnownType(feature.type), probe: feature.probe }[feature.scope];
    assert.ok(needed, id);
    assert.ok(isDocs(feature.docs) && feature.alternative.length > 5 && /^[CM]+$/.test(feature.evidence), id);
  }
});

test('documented lists agree with the regions in which the feature\'s type is registered', () => {
  const listed = features.get('memorydb-multi-region')?.regions ?? [];
  assert.deepEqual(types.regionOrder.filter((region) => typeRegistered('AWS::MemoryDB::MultiRegionCluster', region) === 'yes'), listed);
});
