import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildEstate } from '../../graph/build.ts';
import { eventsRule } from '../../model/kinds/events-rule.ts';
import { propertiesOf } from '../../model/properties.ts';
import { resource } from '../support/facts.ts';

const bucketEvents = (pattern: object): string[] | undefined => eventsRule.read.cloudformation?.(propertiesOf({ EventPattern: pattern } as never), { type: 'AWS::Events::Rule' }).bucketEvents;
const rule = (id: string, events: readonly string[], more = {}) => resource(id, { resourceType: 'AWS::Events::Rule', kind: 'events-rule', region: 'eu-west-1', account: '111122223333', attributes: { bucketEvents: events }, ...more });
const bucket = (id: string, eventBridge: boolean, more = {}) => resource(id, { resourceType: 'AWS::S3::Bucket', kind: 's3-bucket', name: id, region: 'eu-west-1', account: '111122223333', attributes: { eventBridge }, ...more });

test('a pattern for events of S3 names buckets, or means every one', () => {
  assert.deepEqual(bucketEvents({ source: ['aws.s3'], 'detail-type': ['Object Created'] }), []);
  assert.deepEqual(bucketEvents({ source: ['aws.s3'], detail: { bucket: { name: ['uploads'] } } }), ['uploads']);
  assert.equal(bucketEvents({ source: ['aws.s3'], 'detail-type': ['AWS API Call via CloudTrail'] }), undefined, 'calls that CloudTrail saw');
  assert.equal(bucketEvents({ source: ['shop.orders'] }), undefined);
  assert.equal(bucketEvents({ source: ['aws.s3'], detail: { bucket: { name: [{ prefix: 'up' }] } } }), undefined, 'by pattern: nobody can tell');
});

test('every bucket that sends events starts a rule that names none, in its own account and region', () => {
  const facts = [rule('all', []), rule('some', ['b']), bucket('a', true), bucket('b', true), bucket('quiet', false), bucket('abroad', true, { region: 'us-east-1' }), bucket('theirs', true, { account: '444455556666' }), bucket('nobodys', true, { account: undefined, stack: 'other' })];
  const edges = buildEstate(facts).edges.map(({ from, type, to }) => `${from} ${type} ${to}`);
  assert.deepEqual(edges, ['a triggers all', 'b triggers all']);
});
