import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pinsFor } from '../../model/pinned.ts';

const ids = (region: string, use: { service?: string; type?: string }): string[] => pinsFor(region, use).map(({ id }) => id);

test('global services are pinned to the home of their partition', () => {
  assert.deepEqual(ids('us-east-1', { type: 'AWS::IAM::Role' }), ['global-control-planes']);
  assert.deepEqual(ids('us-gov-west-1', { service: 'iam' }), ['partition-home-gov']);
  assert.deepEqual(ids('us-west-2', { service: 'globalaccelerator' }), ['us-west-2-control-planes']);
});

test('the same service elsewhere, and regional services, are not pinned', () => {
  assert.deepEqual(ids('eu-west-1', { type: 'AWS::IAM::Role' }), []);
  assert.deepEqual(ids('us-east-1', { service: 'dynamodb', type: 'AWS::DynamoDB::Table' }), []);
  assert.deepEqual(ids('us-east-1', {}), []);
});

test('pins that hold under a condition say so', () => {
  const [pin, ...others] = pinsFor('us-east-1', { type: 'AWS::WAFv2::WebACL' });
  assert.deepEqual([pin?.property, pin?.value, others.length], ['Scope', 'CLOUDFRONT', 0]);
  assert.ok(pinsFor('us-east-1', { service: 'acm' }).every(({ condition }) => condition !== undefined));
});
