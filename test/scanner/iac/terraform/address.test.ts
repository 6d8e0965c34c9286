import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexText, stepsOf } from '../../../../scanner/iac/terraform/address.ts';

test('addresses fall into names with keys', () => {
  assert.deepEqual(stepsOf('module.media["north"].aws_s3_bucket.this[0].arn'), [
    { name: 'module', key: undefined }, { name: 'media', key: 'north' }, { name: 'aws_s3_bucket', key: undefined }, { name: 'this', key: 0 }, { name: 'arn', key: undefined },
  ]);
  assert.deepEqual(stepsOf('a.b["x.y[0]\\"z"].c')?.map(({ name, key }) => [name, key]), [['a', undefined], ['b', 'x.y[0]"z'], ['c', undefined]]);
});

test('what is no address is none', () => {
  for (const text of ['a.', '.a', 'a["b', 'a[b]', 'a..b', '["a"]', 'a]', 'a'.repeat(10_001)]) assert.equal(stepsOf(text), undefined, text);
});

test('keys are written as Terraform writes them', () => {
  for (const key of ['north', 'c"d\\e', 7, undefined]) assert.deepEqual(stepsOf(`x${indexText(key)}`), [{ name: 'x', key }]);
});
