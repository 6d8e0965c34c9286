import { lagMetrics } from '../support/lag-metrics.ts';
import { secondsOf } from '../../model/duration.ts';
import { intentOfService, servicesOf } from '../support/services-of.ts';
import type { MakeRemedy } from '../remedy.ts';
import { homeOf, label, logicalId, nameLimit } from './words.ts';

/** Recovery point objective in seconds where the configuration says none. */
const assumedRpo = 900;

/** An alarm on the lag of a replicated store, at half of the recovery point objective of its service. */
export const replicationAlarms: MakeRemedy = (store, { intent, graph }) => {
  const metric = store.kind === undefined ? undefined : lagMetrics[store.kind];
  // Replication metrics of S3 have a dimension for the rule and the destination, which the alarm must name one by one.
  if (metric === undefined || store.kind === 's3-bucket') return undefined;
  const { target } = intent;
  const rpo = secondsOf(intentOfService(intent, servicesOf({ graph, intent }).of(store.id))?.rpo ?? '') ?? assumedRpo;
  const from = homeOf(store, intent.home);
  const name = `${store.name}-replication-lag`;
  const threshold = Math.max(1, (rpo / 2) * metric.perSecond);
  const dimensions = [{ name: metric.dimension, value: store.name }, ...(store.kind === 'dynamodb-table' ? [{ name: 'ReceivingRegion', value: target }] : [])];
  return {
    title: `Alarm when replication of ${store.name} falls behind`,
    cloudformation: [{
      region: from,
      resources: { [logicalId(name)]: { Type: 'AWS::CloudWatch::Alarm', Properties: {
        AlarmName: name, Namespace: metric.namespace, MetricName: metric.names[0], Dimensions: dimensions.map((each) => ({ Name: each.name, Value: each.value })),
        Statistic: 'Maximum', Period: 60, EvaluationPeriods: 5, Threshold: threshold, ComparisonOperator: 'GreaterThanThreshold', TreatMissingData: 'breaching',
      } } },
    }],
    terraform: [{
      type: 'resource', labels: ['aws_cloudwatch_metric_alarm', label(name)],
      body: {
        alarm_name: name, namespace: metric.namespace, metric_name: metric.names[0], dimensions: Object.fromEntries(dimensions.map((each) => [each.name, each.value])),
        statistic: 'Maximum', period: 60, evaluation_periods: 5, threshold, comparison_operator: 'GreaterThanThreshold', treat_missing_data: 'breaching',
      },
    }],
    cli: [{ region: from, words: ['cloudwatch', 'put-metric-alarm', '--alarm-name', name, '--namespace', metric.namespace, '--metric-name', metric.names[0], '--dimensions', ...dimensions.map((each) => `Name=${each.name},Value=${each.value}`), '--statistic', 'Maximum', '--period', '60', '--evaluation-periods', '5', '--threshold', String(threshold), '--comparison-operator', 'GreaterThanThreshold', '--treat-missing-data', 'breaching'] }],
    limits: [...nameLimit(store), `The threshold is half of ${rpo === assumedRpo ? 'an assumed recovery point objective of 15 minutes' : 'the recovery point objective of the service'}.`, 'Add AlarmActions with a topic that reaches the people on call while the home region is down.'],
  };
};
