import { hasSymbol } from '../../model/symbol.ts';
import { expression, type MakeRemedy } from '../remedy.ts';
import { copyName, homeOf, label, logicalId, nameLimit } from './words.ts';

/** The same alarm in the target, for alarms on one metric whose dimensions are told. */
export const alarmCopy: MakeRemedy = (alarm, { intent: { home, target } }) => {
  if (alarm.kind !== 'cloudwatch-alarm') return undefined;
  const from = homeOf(alarm, home);
  const name = copyName(alarm.name, { from, to: target });
  const { metrics = [], threshold = 1, comparison = 'GreaterThanOrEqualToThreshold', missingData = 'missing' } = alarm.attributes;
  const [metric, ...others] = metrics;
  const isPlain = others.length === 0 && metric?.name !== undefined && metric.namespace !== undefined && !hasSymbol(`${metric.name}${metric.namespace}`);
  const pairs = isPlain ? (metric.dimensions ?? []).map((dimension) => ({ Name: dimension.slice(0, dimension.indexOf('=')), Value: hasSymbol(dimension) ? 'NAME-IN-TARGET' : copyName(dimension.slice(dimension.indexOf('=') + 1), { from, to: target }) })) : [];
  const about = { namespace: isPlain ? (metric.namespace ?? '') : 'NAMESPACE', metric: isPlain ? (metric.name ?? '') : 'METRIC' };
  return {
    title: `Create the alarm ${name} in ${target}`,
    cloudformation: [{ region: target, resources: { [logicalId(name)]: { Type: 'AWS::CloudWatch::Alarm', Properties: { AlarmName: name, Namespace: about.namespace, MetricName: about.metric, Dimensions: pairs, Statistic: 'Average', Period: 60, EvaluationPeriods: 3, Threshold: threshold, ComparisonOperator: comparison, TreatMissingData: missingData } } } }],
    terraform: [
      { type: 'provider', labels: ['aws'], body: { alias: 'target', region: target } },
      { type: 'resource', labels: ['aws_cloudwatch_metric_alarm', label(name)], body: { provider: expression('aws.target'), alarm_name: name, namespace: about.namespace, metric_name: about.metric, dimensions: Object.fromEntries(pairs.map(({ Name, Value }) => [Name, Value])), statistic: 'Average', period: 60, evaluation_periods: 3, threshold, comparison_operator: comparison, treat_missing_data: missingData } },
    ],
    cli: [
      { region: from, words: ['cloudwatch', 'describe-alarms', '--alarm-names', alarm.name], note: 'Statistic, period and actions as they are' },
      {
        region: target,
        words: [
          'cloudwatch', 'put-metric-alarm', '--alarm-name', name, '--namespace', about.namespace, '--metric-name', about.metric,
          ...(pairs.length === 0 ? [] : ['--dimensions', ...pairs.map(({ Name, Value }) => `Name=${Name},Value=${Value}`)]),
          '--statistic', 'Average', '--period', '60', '--evaluation-periods', '3', '--threshold', String(threshold), '--comparison-operator', comparison, '--treat-missing-data', missingData,
        ],
      },
    ],
    limits: [...nameLimit(alarm), 'Statistic, period and evaluation periods are ours: take those of the alarm at home.', 'Actions must name topics of the target that reach the people on call without the home region.', ...(isPlain ? [] : ['The alarm at home watches metric math, or a metric that nobody told us: replace NAMESPACE and METRIC.'])],
  };
};
