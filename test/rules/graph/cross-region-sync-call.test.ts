import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { graphCrossRegionSyncCall } from '../../../rules/graph/cross-region-sync-call.ts';
import { yaml } from '../../../rules/support/yaml.ts';
import { runExample, statesOf } from '../../support/run-example.ts';

const checkout = (value: string, more = ''): string => yaml`
  Checkout:
    Type: AWS::Lambda::Function
    Properties: { Environment: { Variables: { TARGET: '${value}' } }${more} }
`;

describe('graph-cross-region-sync-call', () => {
  it('reads the region in hosts and ARNs', () => {
    assert.deepEqual(statesOf(graphCrossRegionSyncCall, { home: checkout('https://sqs.eu-central-1.amazonaws.com/111122223333/orders') }), ['gap Checkout']);
    assert.deepEqual(statesOf(graphCrossRegionSyncCall, { home: checkout('arn:aws:sns:us-east-1:111122223333:orders') }), ['ready Checkout']);
  });

  it('lets alone what everybody uses in one region', () => {
    assert.deepEqual(statesOf(graphCrossRegionSyncCall, { home: checkout('arn:aws:acm:us-west-2:111122223333:certificate/1') }), []);
    assert.deepEqual(statesOf(graphCrossRegionSyncCall, { home: checkout('arn:aws:wafv2:us-west-2:111122223333:global/webacl/shop/1') }), []);
  });

  it('has nothing to say of code without references, of policies and of stores', () => {
    assert.deepEqual(statesOf(graphCrossRegionSyncCall, { home: checkout('42') }), []);
    const role = yaml`
      Role:
        Type: AWS::IAM::Role
        Properties: { Policies: [{ PolicyName: p, PolicyDocument: { Statement: [{ Effect: Allow, Action: 'sqs:*', Resource: 'arn:aws:sqs:us-west-2:111122223333:orders' }] } }] }
    `;
    assert.deepEqual(statesOf(graphCrossRegionSyncCall, { home: role }), []);
  });

  it('tells what the counterpart would do, with the property that says so', () => {
    const [judged] = runExample(graphCrossRegionSyncCall, { home: checkout('arn:aws:sqs:us-east-1:111122223333:orders'), target: checkout('arn:aws:sqs:us-east-1:111122223333:orders') });
    assert.equal(judged?.message, 'The counterpart of Checkout in eu-west-1 refers to orders in us-east-1, so it works only while both regions do.');
    assert.match(judged?.evidence[0]?.value ?? '', /us-east-1, by Environment\.Variables\.TARGET/);
  });

  it('honours a bridge until its day', () => {
    const tagged = (day: string): string => checkout('arn:aws:sqs:us-west-2:111122223333:orders', `, Tags: [{ Key: 'mr:migration-bridge', Value: '${day}' }]`);
    assert.deepEqual(statesOf(graphCrossRegionSyncCall, { home: tagged('2026-11-21') }), ['exempt Checkout']);
    assert.deepEqual(statesOf(graphCrossRegionSyncCall, { home: tagged('2026-11-20') }), ['gap Checkout']);
  });
});
