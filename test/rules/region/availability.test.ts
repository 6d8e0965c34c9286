import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Offer } from '../../../model/fact.ts';
import { regionResourceTypeUnavailable } from '../../../rules/region/resource-type-unavailable.ts';
import { regionServiceUnavailable } from '../../../rules/region/service-unavailable.ts';
import { runExample, statesOf } from '../../support/run-example.ts';

const resources = (...types: readonly string[]): string => types.map((type, index) => `R${index}:\n  Type: ${type}`).join('\n');
const offer = (region: string, what: string, available: boolean): Offer => ({ type: 'offer', region, what, available, source: { scanner: 'ssm', asOf: '2026-11-20' } });

describe('availability in the target', () => {
  it('is told once for each service, with every resource that uses it', () => {
    const [judged] = runExample(regionServiceUnavailable, { home: resources('AWS::AppRunner::Service', 'AWS::AppRunner::VpcConnector'), targetRegion: 'eu-south-1' });
    assert.equal(judged?.resources.length, 2);
    assert.match(judged?.message ?? '', /not offered in eu-south-1; 2 resources use it/);
    assert.match(judged?.evidence[0]?.value ?? '', /unavailable \(.+, \d{4}-\d{2}-\d{2}\)/);
  });

  it('leaves a type to its service’s finding', () => {
    const example = { home: resources('AWS::AppRunner::Service'), targetRegion: 'eu-south-1' };
    assert.deepEqual(statesOf(regionServiceUnavailable, example).map((said) => said.split(' ')[0]), ['gap']);
    assert.deepEqual(statesOf(regionResourceTypeUnavailable, example), []);
  });

  it('says nothing of services that no region lacks', () => {
    assert.deepEqual(statesOf(regionServiceUnavailable, { home: resources('AWS::IAM::Role', 'AWS::CloudFront::Distribution') }), []);
  });

  it('says nothing of custom resources, and is not sure of types that no table knows', () => {
    assert.deepEqual(statesOf(regionResourceTypeUnavailable, { home: resources('Custom::Lambda', 'AWS::CloudFormation::CustomResource') }), []);
    assert.deepEqual(statesOf(regionResourceTypeUnavailable, { home: resources('MyOrg::Shop::Thing') }), ['unknown MyOrg::Shop::Thing']);
  });

  it('believes what was learned live more than the tables', () => {
    const home = resources('AWS::DynamoDB::Table');
    assert.match(statesOf(regionServiceUnavailable, { home, learned: [offer('eu-west-1', 'service:dynamodb', false)] })[0] ?? '', /^gap/);
    assert.match(statesOf(regionServiceUnavailable, { home, targetRegion: 'eu-north-9', learned: [offer('eu-north-9', 'service:dynamodb', true)] })[0] ?? '', /^ready/);
    assert.deepEqual(statesOf(regionResourceTypeUnavailable, { home, learned: [offer('eu-west-1', 'type:AWS::DynamoDB::Table', false)] }), ['gap AWS::DynamoDB::Table']);
  });

  it('is unknown everywhere in a region without data', () => {
    for (const rule of [regionServiceUnavailable, regionResourceTypeUnavailable]) {
      const states = runExample(rule, { home: resources('AWS::DynamoDB::Table', 'AWS::SQS::Queue', 'AWS::S3::Bucket'), targetRegion: 'eu-north-9' }).map(({ state }) => state);
      assert.deepEqual([...new Set(states)], ['unknown']);
    }
  });
});
