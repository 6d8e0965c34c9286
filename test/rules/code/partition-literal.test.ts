import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { verdictsOn } from '../../support/code-verdicts.ts';

const arn = `const policy = 'arn:aws:iam::aws:policy/ReadOnlyAccess';`;
const host = 'const url = `https://sqs.${region}.amazonaws.com/${account}/orders`;';

describe('code-partition-literal', () => {
  it('matters in targets of other partitions only', async () => {
    assert.deepEqual(await verdictsOn(arn), ['partition-literal ready']);
    assert.deepEqual(await verdictsOn(arn, { targets: ['eu-west-1', 'us-gov-west-1', 'cn-north-1'] }), ['partition-literal gap in us-gov-west-1, cn-north-1']);
    assert.deepEqual(await verdictsOn(arn, { targets: [] }), ['partition-literal gap low']);
    assert.deepEqual(await verdictsOn(arn.replace('arn:aws:', 'arn:aws-cn:'), { targets: ['cn-north-1'] }), ['partition-literal ready']);
  });

  it('compares DNS suffixes, not partitions', async () => {
    assert.deepEqual(await verdictsOn(host, { targets: ['us-gov-west-1'] }), ['partition-literal ready']);
    assert.deepEqual(await verdictsOn(host, { targets: ['cn-north-1'] }), ['partition-literal gap']);
    assert.deepEqual(await verdictsOn(host, { targets: ['eusc-de-east-1'] }), ['partition-literal gap']);
  });

  it('leaves lines alone that tell partitions apart', async () => {
    assert.deepEqual(await verdictsOn(`if (arn.startsWith('arn:aws:acm') || arn.startsWith('arn:aws-us-gov:acm')) accept();`, { targets: [] }), []);
    assert.deepEqual(await verdictsOn(arn.replace('arn:aws:', 'arn:aws-cn:'), { targets: [] }), []);
    assert.deepEqual(await verdictsOn(`const host = /^s3\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?$/;`, { targets: ['cn-north-1'] }), []);
  });

  it('takes a region that nobody knows for broken, not for fine', async () => {
    assert.deepEqual(await verdictsOn(arn, { targets: ['moon-base-1'] }), ['partition-literal gap']);
  });
});
