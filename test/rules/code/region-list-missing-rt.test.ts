import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeSnippet } from '../../support/run-code-example.ts';
import { verdictsOn } from '../../support/code-verdicts.ts';

describe('code-region-list-missing-rt', () => {
  it('names the targets that are missing, and only those', async () => {
    const list = `const SUPPORTED = ['us-east-1', 'eu-west-1'];`;
    assert.deepEqual(await verdictsOn(list), ['region-list-missing-rt ready']);
    assert.deepEqual(await verdictsOn(list, { targets: ['eu-west-1', 'ap-south-1'] }), ['region-list-missing-rt gap in ap-south-1']);
    const [judged] = await judgeSnippet('ts', list, { targets: ['ap-south-1', 'sa-east-1'] }) ?? [];
    assert.equal(judged?.message, 'The list `SUPPORTED` names eu-west-1 and us-east-1, but not ap-south-1 and sa-east-1: there it does not serve.');
  });

  it('is milder where a default arm answers', async () => {
    assert.deepEqual(await verdictsOn(`const amis = { 'us-east-1': 'ami-0a1b9c3d8e7f24605', 'us-west-2': 'ami-0fedcba9876543210' };`), ['region-list-missing-rt gap']);
    assert.deepEqual(await verdictsOn(`const hosts = { 'us-east-1': 'a.example', 'us-west-2': 'b.example' };\nexport const host = hosts[region] ?? 'c.example';`), ['region-list-missing-rt gap low']);
    assert.deepEqual(await verdictsOn(`switch (region) { case 'us-east-1': a(); break; case 'us-west-2': b(); break; default: c(); }`), ['region-list-missing-rt gap medium']);
    assert.deepEqual(await verdictsOn(`const names = { 'us-east-1': 'N. Virginia', 'us-west-2': 'Oregon' };`), ['region-list-missing-rt gap low']);
  });

  it('turns around for lists of what is left out', async () => {
    const list = `const UNSUPPORTED_REGIONS = ['ap-south-1', 'sa-east-1'];`;
    assert.deepEqual(await verdictsOn(list), ['region-list-missing-rt ready']);
    assert.deepEqual(await verdictsOn(list, { targets: ['eu-west-1', 'sa-east-1'] }), ['region-list-missing-rt gap in sa-east-1']);
  });

  it('is a branch where a region is looked for in it on the spot', async () => {
    const list = `if (['us-east-1', 'us-west-2'].includes(region)) useOldStack();`;
    assert.deepEqual(await verdictsOn(list), ['region-list-missing-rt gap']);
    assert.deepEqual(await verdictsOn(list, { home: ['eu-central-1'] }), ['region-list-missing-rt ready']);
    assert.deepEqual(await verdictsOn(list, { home: ['eu-central-1'], targets: ['us-west-2'] }), ['region-list-missing-rt gap']);
    assert.deepEqual(await verdictsOn(`if (['ap-south-2', 'il-central-1'].includes(region)) refuse();`, { home: [] }), ['region-list-missing-rt ready'], 'exceptions for regions that must be enabled');
  });

  it('leaves lists of another partition alone', async () => {
    const list = `const china = ['cn-north-1', 'cn-northwest-1'];`;
    assert.deepEqual(await verdictsOn(list), ['region-list-missing-rt ready']);
    assert.deepEqual(await verdictsOn(list, { home: ['cn-north-1'], targets: ['cn-northwest-1'] }), ['region-list-missing-rt ready']);
  });

  it('is one finding for one map, whatever is in it', async () => {
    const map = `const config = {\n  'us-east-1': { vpc: 'vpc-0a1b9c3d8e7f24605', topic: 'arn:aws:sns:us-east-1:111122223333:a', zones: ['us-east-1a', 'us-east-1b'] },\n  'us-west-2': { vpc: 'vpc-0fedcba9876543210', topic: 'arn:aws:sns:us-west-2:111122223333:a', zones: ['us-west-2a', 'us-west-2b'] },\n};`;
    assert.deepEqual(await verdictsOn(map), ['region-list-missing-rt gap']);
  });
});
