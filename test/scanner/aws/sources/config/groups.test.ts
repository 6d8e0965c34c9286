import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { groupsOf, type Counted } from '../../../../../scanner/aws/sources/config/groups.ts';

const regions = ['ap-south-1', 'eu-west-1', 'global', 'us-east-1'];
const id = (at: number): string => String(111122223333 + at);
/** Places of some accounts in some regions, each with resources. */
const places = fc.uniqueArray(fc.record({ account: fc.nat(400).map(id), region: fc.constantFrom(...regions), count: fc.integer({ min: 1, max: 30_000 }) }), { selector: ({ account, region }) => `${account}/${region}`, minLength: 1, maxLength: 300 });

describe('groupsOf', () => {
  it('asks of every place in one query, and of no place in two', () => {
    fc.assert(fc.property(places, fc.constantFrom<string[][]>([], regions), (all, wanted) => {
      const groups = groupsOf(all, wanted);
      // What a query asks for: its accounts in its regions, or in all.
      for (const { account, region } of all) assert.equal(groups.filter((group) => group.accounts.includes(account) && (group.regions.length === 0 || group.regions.includes(region))).length, 1, `${account} ${region}`);
      assert.equal(groups.flatMap((group) => group.places).length, all.length);
      assert.equal(groups.reduce((sum, { count }) => sum + count, 0), all.reduce((sum, { count }) => sum + count, 0));
    }), { numRuns: 60, seed: 11 });
  });

  it('is the same whatever order the places are counted in', () => {
    fc.assert(fc.property(places, (all) => assert.deepEqual(groupsOf(all.toReversed(), []), groupsOf(all, []))), { numRuns: 30, seed: 12 });
  });

  it('keeps an expression within what AWS takes, and the last pages few', () => {
    const many = Array.from({ length: 1_000 }, (_, at): Counted => ({ account: id(at), region: 'us-east-1', count: 1 }));
    assert.deepEqual(groupsOf(many, []).map(({ accounts }) => accounts.length), [180, 180, 180, 180, 180, 100]);
    // Large estates are asked for in about as many queries as run side by side, small ones in one.
    const large = Array.from({ length: 850 }, (_, at): Counted => ({ account: id(at % 50), region: regions[at % 4] ?? '', count: 118 }));
    assert.ok(groupsOf(large, []).length <= 30, `${groupsOf(large, []).length}`);
    assert.equal(groupsOf(large.slice(0, 8), []).length, 1);
  });

  it('shares out the regions of an account that is larger than the others, and lets a place stand alone', () => {
    const groups = groupsOf([{ account: id(0), region: 'us-east-1', count: 90_000 }, { account: id(0), region: 'eu-west-1', count: 60_000 }, { account: id(1), region: 'eu-west-1', count: 10 }], regions);
    assert.deepEqual(groups.map(({ accounts, regions: asked, count }) => [accounts, asked, count]), [[[id(0)], ['eu-west-1'], 60_000], [[id(0)], ['us-east-1'], 90_000], [[id(1)], regions, 10]]);
    assert.deepEqual(groupsOf([], regions), []);
  });
});
