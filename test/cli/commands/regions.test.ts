import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { regions } from '../../../model/region.ts';
import { runCli } from '../../support/io.ts';

describe('regions', () => {
  it('lists all, with the round-trip time from one', async () => {
    const { code, stdout } = await runCli(['regions', '--from', 'us-east-1'], { columns: 140 });
    assert.equal(code, 0);
    for (const region of regions.keys()) assert.match(stdout, new RegExp(`^${region} `, 'm'));
    assert.match(stdout, /^eu-west-1 .* aws .* no .* 3 .* \d{4}-\d\d-\d\d +\d+ ms$/m);
    assert.match(stdout, /^us-iso-east-1 .* unknown .* unknown$/m);
  });

  it('shows one, with the data there is on it and from which day', async () => {
    const { stdout } = await runCli(['regions', 'eu-central-1']);
    assert.match(stdout, /^eu-central-1 {2}Europe \(Frankfurt\)\n/);
    assert.match(stdout, /services +yes, as of \d{4}-\d\d-\d\d \(/);
    assert.match((await runCli(['regions', 'us-isof-east-1'])).stdout, /round-trip times +no data: answers are unknown/);
    const told = JSON.parse((await runCli(['regions', 'me-west-1', '--from', 'us-east-1', '--format', 'json'])).stdout) as { code: string; data: { known: boolean }[] };
    assert.equal(told.code, 'me-west-1');
    assert.equal(told.data.length, 4);
  });

  it('refuses codes that no region has', async () => {
    assert.deepEqual((await runCli(['regions', 'eu-west-11'])).code, 2);
    assert.match((await runCli(['regions', 'Frankfurt'])).stderr, /^error\[RR404\]: There is no region Frankfurt\. Did you mean eu-central-1\?/);
    assert.match((await runCli(['regions', '--from', 'us-north-9'])).stderr, /looks like a region of the partition aws; there is no data for it/);
  });
});
