import assert from 'node:assert/strict';
import { test } from 'node:test';
import latency from '../../../model/data/latency.json' with { type: 'json' };
import table from '../../../model/data/regions.json' with { type: 'json' };
import { partitions, regions } from '../../../model/region.ts';

test('rows are unique, in code order, and of known partitions whose home they hold', () => {
  const codes = table.regions.map(({ code }) => code);
  assert.deepEqual(codes, [...new Set(codes)].sort());
  for (const { partition } of table.regions) assert.ok(partitions.has(partition));
  for (const { id, implicitGlobalRegion } of partitions.values()) assert.equal(regions.get(implicitGlobalRegion)?.partition, id);
});

test('zone ids and short codes belong to one region each; the short code is the zone prefix', () => {
  const ids = [...regions.values()].flatMap(({ azIds }) => azIds);
  const short = [...regions.values()].flatMap(({ shortCode }) => shortCode ?? []);
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(new Set(short).size, short.length);
  for (const { azIds, azIdPrefix, shortCode } of regions.values()) {
    assert.equal(azIdPrefix, shortCode);
    for (const id of azIds) assert.match(id, new RegExp(`^${azIdPrefix}-az\\d+$`));
  }
});

test('every open region of a public partition has zones, a place and a country', () => {
  for (const { code, partition, status, azIds, lat, lon, country } of regions.values()) {
    if (status === 'announced' || partition.startsWith('aws-iso')) continue;
    assert.ok(azIds.length >= 3, code);
    assert.ok(Math.abs(lat ?? 99) <= 90 && Math.abs(lon ?? 999) <= 180, code);
    assert.match(country ?? '', /^[A-Z]{2}$/, code);
  }
});

test('only regions of the partition aws need opting in: those that opened after 2019-03-20', () => {
  for (const { code, partition, optIn, launchDate } of regions.values()) {
    if (partition !== 'aws') assert.notEqual(optIn, true, code);
    else if (launchDate !== undefined) assert.equal(optIn, launchDate > '2019-03-20', code);
  }
});

test('latency has a whole triangle of positive numbers between known regions', () => {
  assert.deepEqual(latency.rtt.map((row) => row.length), latency.regionOrder.map((_, i) => i + 1));
  assert.ok(latency.rtt.flat().every((ms) => ms > 0 && ms < 500));
  assert.ok(latency.regionOrder.every((code) => regions.has(code)));
  assert.ok(latency.measured.length === 32 && latency.measured.every((code) => latency.regionOrder.includes(code)));
});
