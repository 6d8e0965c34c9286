import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allowedArns, namesRegions, regionalArns, regionalPrincipals, regionConditions } from '../../../rules/support/statements.ts';

const regions = { home: ['us-east-1'], target: 'eu-west-1' };
const when = (...[effect, operator, key, ...values]: readonly [effect: string, operator: string, key: string, ...values: string[]]) => [{ effect, conditions: [{ operator, key, values }] }];

describe('region conditions', () => {
  const found = (...args: Parameters<typeof when>): string[] => regionConditions(when(...args), regions);

  it('limit a permission by what they list, and a denial by what they spare', () => {
    assert.deepEqual(found('Allow', 'StringEquals', 'aws:RequestedRegion', 'us-east-1'), ['aws:RequestedRegion (us-east-1)']);
    assert.deepEqual(found('Deny', 'StringNotEquals', 'aws:RequestedRegion', 'us-east-1', 'us-west-2'), ['aws:RequestedRegion (us-east-1, us-west-2)']);
    assert.deepEqual(found('Deny', 'StringEquals', 'aws:RequestedRegion', 'us-east-1'), []);
    assert.deepEqual(found('Allow', 'StringNotEquals', 'aws:RequestedRegion', 'us-east-1'), []);
  });

  it('are read with quantifiers, suffixes, wildcards and any case of the key', () => {
    assert.deepEqual(found('Allow', 'ForAnyValue:StringLikeIfExists', 'AWS:requestedregion', 'us-*'), ['AWS:requestedregion (us-*)']);
    assert.deepEqual(found('Allow', 'StringLike', 'ec2:Region', 'us-*', 'eu-*'), []);
    assert.deepEqual(found('Allow', 'StringEquals', 'kms:ViaService', 's3.us-east-1.amazonaws.com'), ['kms:ViaService (s3.us-east-1.amazonaws.com)']);
    assert.deepEqual(found('Allow', 'StringLike', 'kms:ViaService', 's3.us-east-1.amazonaws.com', 's3.*.amazonaws.com'), []);
  });

  it('of several statements are taken together', () => {
    assert.deepEqual(regionConditions([...when('Allow', 'StringEquals', 'aws:RequestedRegion', 'us-east-1'), ...when('Allow', 'StringEquals', 'aws:RequestedRegion', 'eu-west-1')], regions), []);
  });

  it('that name other regions than home are not about leaving it', () => {
    assert.deepEqual(found('Allow', 'StringEquals', 'aws:RequestedRegion', 'ap-south-1'), []);
    assert.equal(namesRegions([{ effect: 'Allow', actions: ['s3:*'] }], regions.home), false);
  });
});

describe('regional principals and ARNs', () => {
  it('are found where the target has none like them', () => {
    const trust = (...principals: readonly string[]) => [{ effect: 'Allow', principals: [...principals] }];
    assert.deepEqual(regionalPrincipals(trust('logs.us-east-1.amazonaws.com', 'lambda.amazonaws.com'), regions), ['logs.us-east-1.amazonaws.com']);
    assert.deepEqual(regionalPrincipals(trust('logs.us-east-1.amazonaws.com', 'logs.eu-west-1.amazonaws.com'), regions), []);
  });

  it('match by name with the region in it, by wildcard, and not by another name', () => {
    const allow = (...resources: readonly string[]) => [{ effect: 'Allow', resources: [...resources] }];
    const queue = (region: string, name: string): string => `arn:aws:sqs:${region}:111122223333:${name}`;
    assert.deepEqual(regionalArns(allow(queue('us-east-1', 'jobs-us-east-1'), queue('eu-west-1', 'jobs-eu-west-1')), regions), []);
    assert.deepEqual(regionalArns(allow(queue('us-east-1', 'jobs'), queue('eu-west-1', '*')), regions), []);
    assert.deepEqual(regionalArns(allow(queue('us-east-1', 'jobs'), queue('eu-west-1', 'mail')), regions), [queue('us-east-1', 'jobs')]);
    assert.deepEqual(regionalArns([{ effect: 'Deny', resources: [queue('us-east-1', 'jobs')] }], regions), []);
  });

  it('of the template’s own resources follow their deployment', () => {
    assert.deepEqual(allowedArns([{ effect: 'Allow', resources: ['arn:aws:sqs:us-east-1:⟦account⟧:⟦cloudformation:shop/us-east-1/Jobs#QueueName⟧', 'arn:aws:s3:::media', '*', 'arn:aws:sqs:us-east-1:⟦account⟧:jobs'] }]), ['arn:aws:sqs:us-east-1:⟦account⟧:jobs']);
  });
});
