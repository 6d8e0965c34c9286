import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { logGroup } from '../../../model/kinds/log-group.ts';
import { attributesOf, partAttributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('log-group', () => {
  it('reads the same attributes from both', () => {
    const read = sameAttributes(logGroup, { cloudformation: { LogGroupName: 'shop', RetentionInDays: 30, KmsKeyId: 'alias/logs' }, terraform: { name: 'shop', retention_in_days: 30, kms_key_id: 'alias/logs' } });
    assert.deepEqual(read, { retentionDays: 30, kmsKey: 'alias/logs', logClass: 'STANDARD' });
    const stream = 'arn:aws:kinesis:eu-west-1:123456789012:stream/logs';
    sameDescribed(logGroup, {
      like: read,
      beyond: { subscriptions: [stream], metricFilters: ['shop/errors'] },
      describe: {
        logGroupName: 'shop', retentionInDays: 30, kmsKeyId: 'alias/logs', logGroupClass: 'STANDARD', metricFilterCount: 1, SubscriptionFilters: [{ filterName: 'all', destinationArn: stream }],
        MetricFilters: [{ filterName: 'errors', metricTransformations: [{ metricNamespace: 'shop', metricName: 'errors', metricValue: '1' }] }],
      },
    });
    assert.equal(attributesOf(logGroup, 'cloudformation', {})['retentionDays'], 0);
  });

  it('reads filters that are declared apart', () => {
    const stream = 'arn:aws:kinesis:eu-west-1:123456789012:stream/logs';
    assert.deepEqual(partAttributesOf(logGroup, 'AWS::Logs::SubscriptionFilter', { LogGroupName: 'shop', DestinationArn: stream }), { subscriptions: [stream] });
    assert.deepEqual(partAttributesOf(logGroup, 'aws_cloudwatch_log_subscription_filter', { log_group_name: 'shop', destination_arn: stream }), { subscriptions: [stream] });
    assert.deepEqual(partAttributesOf(logGroup, 'AWS::Logs::MetricFilter', { LogGroupName: 'shop', MetricTransformations: [{ MetricNamespace: 'Shop', MetricName: 'Errors' }] }), { metricFilters: ['Shop/Errors'] });
    assert.deepEqual(partAttributesOf(logGroup, 'aws_cloudwatch_log_metric_filter', { log_group_name: 'shop', metric_transformation: [{ namespace: 'Shop', name: 'Errors' }] }), { metricFilters: ['Shop/Errors'] });
    assert.deepEqual(referencesOf(logGroup, { subscriptions: [stream] }), [{ edge: 'triggers', to: stream }]);
  });
});
