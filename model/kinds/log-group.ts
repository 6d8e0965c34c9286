import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, usesKeys } from '../linking.ts';
import { filled, setOf } from '../reading.ts';

export const logGroup = kind({
  id: 'log-group',
  title: 'CloudWatch log group',
  traits: ['operations'],
  names: { cloudformation: 'AWS::Logs::LogGroup', terraform: ['aws_cloudwatch_log_group'] },
  arn: 'arn:{partition}:logs:{region}:{account}:log-group:{name}',
  name: { cloudformation: 'LogGroupName', terraform: 'name' },
  attributes: z.object({
    retentionDays: z.number().describe('Days that events are kept; 0 means for ever'),
    kmsKey: z.string().describe('Encryption key: ARN or symbol'),
    logClass: z.string().describe('STANDARD, INFREQUENT_ACCESS or DELIVERY'),
    subscriptions: z.array(z.string()).describe('Functions, streams and destinations that events are sent to: ARNs or symbols'),
    metricFilters: z.array(z.string()).describe('Metrics that are made of its events, as namespace/name'),
  }),
  read: {
    cloudformation: (from) => ({
      retentionDays: from.count('RetentionInDays', 0),
      kmsKey: filled(from.text('KmsKeyId')),
      logClass: from.text('LogGroupClass', 'STANDARD'),
    }),
    terraform: (from) => ({
      retentionDays: from.count('retention_in_days', 0),
      kmsKey: filled(from.text('kms_key_id')),
      logClass: filled(from.text('log_group_class', 'STANDARD')),
    }),
    describe: (from) => ({
      retentionDays: from.count('retentionInDays', 0),
      kmsKey: filled(from.text('kmsKeyId')),
      logClass: from.text('logGroupClass', 'STANDARD'),
      subscriptions: setOf(from.texts('SubscriptionFilters[].destinationArn', [])),
      metricFilters: from.count('metricFilterCount') === 0 ? [] : metrics(from.items('MetricFilters[]')?.flatMap((filter) => filter.items('metricTransformations[]') ?? []).map((each) => [each.text('metricNamespace'), each.text('metricName')])),
    }),
  },
  parts: {
    'AWS::Logs::SubscriptionFilter': { of: 'LogGroupName', read: (from) => ({ subscriptions: from.texts('DestinationArn') }) },
    'AWS::Logs::MetricFilter': {
      of: 'LogGroupName',
      read: (from) => ({ metricFilters: metrics(from.items('MetricTransformations[]')?.map((each) => [each.text('MetricNamespace'), each.text('MetricName')])) }),
    },
    aws_cloudwatch_log_subscription_filter: { of: 'log_group_name', read: (from) => ({ subscriptions: from.texts('destination_arn') }), absent: { subscriptions: [] } },
    aws_cloudwatch_log_metric_filter: {
      of: 'log_group_name',
      read: (from) => ({ metricFilters: metrics(from.items('metric_transformation[]')?.map((each) => [each.text('namespace'), each.text('name')])) }),
      absent: { metricFilters: [] },
    },
  },
  references: ({ kmsKey, subscriptions }) => [...usesKeys(kmsKey), ...edges('triggers', subscriptions)],
});

const metrics = (transformations: (string | undefined)[][] | undefined): string[] | undefined =>
  transformations === undefined || transformations.flat().includes(undefined) ? undefined : setOf(transformations.map((parts) => parts.join('/')));
