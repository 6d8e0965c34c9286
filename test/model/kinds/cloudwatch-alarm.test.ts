import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cloudwatchAlarm } from '../../../model/kinds/cloudwatch-alarm.ts';
import { attributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('cloudwatch-alarm', () => {
  it('reads the same attributes from both, and observes what the dimensions name', () => {
    const read = sameAttributes(cloudwatchAlarm, {
      cloudformation: { AlarmName: 'lag', Namespace: 'AWS/DynamoDB', MetricName: 'ReplicationLatency', Dimensions: [{ Name: 'TableName', Value: 'orders' }, { Name: 'ReceivingRegion', Value: 'eu-central-1' }], Threshold: 180000, ComparisonOperator: 'GreaterThanThreshold', AlarmActions: ['arn:aws:sns:eu-west-1:123456789012:ops'] },
      terraform: { alarm_name: 'lag', namespace: 'AWS/DynamoDB', metric_name: 'ReplicationLatency', dimensions: { TableName: 'orders', ReceivingRegion: 'eu-central-1' }, threshold: 180000, comparison_operator: 'GreaterThanThreshold', alarm_actions: ['arn:aws:sns:eu-west-1:123456789012:ops'] },
    });
    assert.deepEqual(read, {
      metrics: [{ namespace: 'AWS/DynamoDB', name: 'ReplicationLatency', dimensions: ['ReceivingRegion=eu-central-1', 'TableName=orders'] }], threshold: 180000, comparison: 'GreaterThanThreshold',
      missingData: 'missing', actionsEnabled: true, actions: ['arn:aws:sns:eu-west-1:123456789012:ops'],
    });
    sameDescribed(cloudwatchAlarm, {
      like: read,
      describe: {
        AlarmName: 'lag', ActionsEnabled: true, AlarmActions: ['arn:aws:sns:eu-west-1:123456789012:ops'], Namespace: 'AWS/DynamoDB', MetricName: 'ReplicationLatency', Threshold: 180000, ComparisonOperator: 'GreaterThanThreshold',
        Dimensions: [{ Name: 'TableName', Value: 'orders' }, { Name: 'ReceivingRegion', Value: 'eu-central-1' }], TreatMissingData: 'missing', StateValue: 'OK',
      },
    });
    assert.deepEqual(referencesOf(cloudwatchAlarm, read), [
      { edge: 'triggers', to: 'arn:aws:sns:eu-west-1:123456789012:ops' },
      { edge: 'observes', to: 'orders', target: 'AWS::DynamoDB::Table' },
    ]);
  });

  it('reads metrics inside of metric math', () => {
    const metrics = [{ namespace: 'AWS/SQS', name: 'ApproximateAgeOfOldestMessage', dimensions: ['QueueName=orders'] }];
    const of = (source: 'cloudformation' | 'terraform', raw: object): unknown => attributesOf(cloudwatchAlarm, source, raw as never)['metrics'];
    assert.deepEqual(of('cloudformation', { Metrics: [{ Id: 'e', Expression: 'm / 60' }, { Id: 'm', MetricStat: { Metric: { Namespace: 'AWS/SQS', MetricName: 'ApproximateAgeOfOldestMessage', Dimensions: [{ Name: 'QueueName', Value: 'orders' }] } } }] }), metrics);
    assert.deepEqual(of('terraform', { metric_name: '', metric_query: [{ id: 'e', expression: 'm / 60', metric: [] }, { id: 'm', metric: [{ namespace: 'AWS/SQS', metric_name: 'ApproximateAgeOfOldestMessage', dimensions: { QueueName: 'orders' } }] }] }), metrics);
  });
});
