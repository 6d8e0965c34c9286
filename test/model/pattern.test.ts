import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { matchesPattern } from '../../model/pattern.ts';
import { regionsIn, withoutRegions } from '../../model/region-token.ts';

describe('matchesPattern', () => {
  it('matches whole texts, with * for any run', () => {
    const yes = [['a', 'a'], ['*', ''], ['*', 'x'], ['a*', 'abc'], ['*c', 'abc'], ['a*c', 'ac'], ['a*b*c', 'a1b2c'], ['services/*/x.ts', 'services/a/b/x.ts']];
    const no = [['a', 'ab'], ['a*', 'ba'], ['a*a', 'a'], ['*ab*ba', 'aba'], ['', 'a'], ['A', 'a']];
    for (const [pattern = '', text = ''] of yes) assert.ok(matchesPattern(pattern, text), `${pattern} ${text}`);
    for (const [pattern = '', text = ''] of no) assert.ok(!matchesPattern(pattern, text), `${pattern} ${text}`);
  });

  it('agrees with a regular expression', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8 });
    fc.assert(fc.property(letters, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 }), (pattern, text) => matchesPattern(pattern, text) === new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(text)));
  });
});

describe('region tokens in names', () => {
  it('are found as codes and short codes, and only as whole words', () => {
    assert.deepEqual(regionsIn('shop-media-eu-west-1'), ['eu-west-1']);
    assert.deepEqual(regionsIn('shop-media-euw1'), ['eu-west-1']);
    assert.deepEqual(regionsIn('us-gov-west-1.logs'), ['us-gov-west-1']);
    assert.deepEqual(regionsIn('seuw12 xus-east-1'), []);
  });

  it('are taken out so that counterparts compare equal', () => {
    assert.equal(withoutRegions('Shop-media-eu-west-1-Logs'), withoutRegions('shop-media-us-east-1-logs'));
    assert.notEqual(withoutRegions('shop-media-eu-west-1'), withoutRegions('shop-other-eu-west-1'));
  });
});
