import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeSnippet } from '../../support/run-code-example.ts';
import { verdictsOn } from '../../support/code-verdicts.ts';

const on = (source: string): string => `export const valid = (text: string): boolean => /${source}/.test(text);`;

describe('code-region-regex', () => {
  it('judges by what the pattern does with the target', async () => {
    const old = on('^(us|eu|ap|sa|ca)-(north|south|east|west|central)+-\\d$');
    assert.deepEqual(await verdictsOn(old), ['region-regex ready']);
    assert.deepEqual(await verdictsOn(old, { targets: ['eu-west-1', 'me-central-1', 'il-central-1'] }), ['region-regex gap in me-central-1, il-central-1']);
    assert.deepEqual(await verdictsOn(on('(?:us|ap|eu)-(?:(?:north|south|east|west|central)+)-(?:[1-5]|7)[a-z]?'), { targets: ['ap-southeast-6'] }), ['region-regex gap']);
  });

  it('tells a match that begins inside of the code', async () => {
    const [judged] = await judgeSnippet('ts', on('[a-z]{2}-[a-z]+-\\d'), { targets: ['us-gov-west-1'] }) ?? [];
    assert.match(judged?.message ?? '', /matches only a part of us-gov-west-1/);
  });

  it('takes a pattern that home does not match either for one that tells regions apart', async () => {
    assert.deepEqual(await verdictsOn(on('^cn-(north|northwest)-\\d$')), ['region-regex ready']);
    assert.deepEqual(await verdictsOn(on('^us-(east|west)-\\d$'), { home: ['eu-central-1'] }), ['region-regex ready']);
  });

  it('looks at every region where no target is named, and takes other partitions lightly', async () => {
    assert.deepEqual(await verdictsOn(on('^(us|eu)-[a-z]+-\\d$'), { targets: [] }), ['region-regex gap']);
    assert.deepEqual(await verdictsOn(on('^[a-z]{2}-[a-z]+-\\d$'), { targets: [] }), ['region-regex gap low']);
    assert.deepEqual(await verdictsOn(on('^[a-z]{2,4}-[a-z-]+-\\d+$'), { targets: [] }), ['region-regex ready']);
  });

  it('says so where it cannot find out', async () => {
    assert.deepEqual(await verdictsOn(on('^(us|eu)-([a-z])\\2+-\\d$')), ['region-regex unknown']);
    assert.deepEqual(await verdictsOn(on('^(?!us-)[a-z]{2}-[a-z]+-\\d$')), ['region-regex unknown']);
  });
});
