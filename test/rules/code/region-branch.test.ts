import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { verdictsOn } from '../../support/code-verdicts.ts';

const branch = `if (region === 'us-east-1') schedule();`;
const prefix = `const ours = region.startsWith('eu-');`;

describe('code-region-branch', () => {
  it('compares what home and target get', async () => {
    assert.deepEqual(await verdictsOn(branch, { home: ['us-east-1'], targets: ['eu-west-1', 'eu-west-2'] }), ['region-branch gap']);
    assert.deepEqual(await verdictsOn(branch, { home: ['eu-west-1'], targets: ['us-east-1', 'eu-west-2'] }), ['region-branch gap in us-east-1']);
    assert.deepEqual(await verdictsOn(branch, { home: ['eu-west-1'], targets: ['eu-west-2'] }), ['region-branch ready']);
    assert.deepEqual(await verdictsOn(prefix, { home: ['eu-west-1'], targets: ['eu-south-2'] }), ['region-branch ready']);
    assert.deepEqual(await verdictsOn(prefix, { home: ['eu-west-1'], targets: ['me-south-1'] }), ['region-branch gap']);
    assert.deepEqual(await verdictsOn(branch, { home: ['us-east-1', 'eu-west-1'], targets: ['eu-west-2'] }), ['region-branch gap'], 'homes that differ between themselves');
  });

  it('takes nothing for granted where no home is known', async () => {
    assert.deepEqual(await verdictsOn(branch, { home: [], targets: ['eu-west-1'] }), ['region-branch gap']);
    assert.deepEqual(await verdictsOn(branch, { home: [], targets: [] }), ['region-branch gap']);
  });

  it('leaves other partitions to those who go there', async () => {
    const china = `if (region.startsWith('cn-')) useOtherEndpoint();`;
    assert.deepEqual(await verdictsOn(china, { home: [] }), ['region-branch ready']);
    assert.deepEqual(await verdictsOn(china, { targets: ['cn-north-1'] }), ['region-branch gap low']);
    assert.deepEqual(await verdictsOn(china, { targets: [] }), ['region-branch gap low']);
    assert.deepEqual(await verdictsOn(`if (region === 'us-gov-west-1') fips();`, { home: [] }), ['region-branch ready']);
  });
});
