import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countryName, distanceBetween, isCountry, latencyFromCountry } from '../../model/country.ts';
import { regions } from '../../model/region.ts';

describe('latencyFromCountry', () => {
  it('puts a country next to the region in it, and far from the other side of the world', () => {
    const near: readonly [string, string, number][] = [['DE', 'eu-central-1', 25], ['JP', 'ap-northeast-1', 25], ['AU', 'ap-southeast-2', 40], ['BR', 'sa-east-1', 50], ['ZA', 'af-south-1', 40], ['IE', 'eu-west-1', 20]];
    for (const [country, region, most] of near) {
      const ms = latencyFromCountry(country, region);
      assert.ok(ms !== undefined && ms > 5 && ms <= most, `${country} → ${region}: ${ms} ms`);
    }
    const far = latencyFromCountry('AU', 'eu-west-1');
    assert.ok(far !== undefined && far > 230 && far < 330, `AU → eu-west-1: ${far} ms`);
  });

  it('is no faster than light and answers for every region that has a place', () => {
    for (const { code, lat } of regions.values()) {
      const ms = latencyFromCountry('US', code);
      assert.equal(ms === undefined, lat === undefined, code);
      assert.ok(ms === undefined || (ms >= 10 && ms < 400), `US → ${code}: ${ms} ms`);
    }
  });

  it('knows nothing of countries and regions that do not exist', () => {
    assert.equal(latencyFromCountry('XX', 'eu-west-1'), undefined);
    assert.equal(latencyFromCountry('DE', 'moon-base-1'), undefined);
    assert.equal(isCountry('toString'), false);
  });
});

it('names countries and measures distances', () => {
  assert.equal(countryName('DE'), 'Germany');
  const km = distanceBetween('us-east-1', 'eu-west-1');
  assert.ok(km !== undefined && km > 5_000 && km < 6_000, `${km}`);
});
