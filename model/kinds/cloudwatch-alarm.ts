import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { filled, setOf, told } from '../reading.ts';

const metric = z.object({
  namespace: z.string().optional().describe('Namespace: AWS/DynamoDB …'),
  name: z.string().optional().describe('Metric: ReplicationLatency …'),
  dimensions: z.array(z.string()).optional().describe('Dimensions as Name=value, sorted'),
});

/** The service answers with the members that the template has. */
function declared(from: Properties) {
  return {
    metrics: metricsOf(
      from.has('MetricName') === false ? [] : [read(from, { namespace: 'Namespace', name: 'MetricName', dimensions: 'Dimensions[]' })],
      from.items('Metrics[]')?.filter((each) => each.has('MetricStat') !== false).map((each) =>
        read(each, { namespace: 'MetricStat.Metric.Namespace', name: 'MetricStat.Metric.MetricName', dimensions: 'MetricStat.Metric.Dimensions[]' }),
      ),
    ),
    threshold: from.count('Threshold'),
    comparison: from.text('ComparisonOperator'),
    missingData: from.text('TreatMissingData', 'missing'),
    actionsEnabled: from.flag('ActionsEnabled', true),
    actions: setOf(from.texts('AlarmActions[]', [])),
  };
}
type Metric = z.infer<typeof metric>;

export const cloudwatchAlarm = kind({
  id: 'cloudwatch-alarm',
  title: 'CloudWatch alarm',
  traits: ['operations'],
  names: { cloudformation: 'AWS::CloudWatch::Alarm', terraform: ['aws_cloudwatch_metric_alarm'] },
  arn: 'arn:{partition}:cloudwatch:{region}:{account}:alarm:{name}',
  name: { cloudformation: 'AlarmName', terraform: 'alarm_name' },
  attributes: z.object({
    metrics: z.array(metric).describe('Metrics that it watches, those inside of metric math included'),
    threshold: z.number().describe('Threshold'),
    comparison: z.string().describe('Comparison with the threshold: GreaterThanThreshold …'),
    missingData: z.string().describe('What missing data counts as: missing, breaching, notBreaching, ignore'),
    actionsEnabled: z.boolean().describe('Actions are carried out'),
    actions: z.array(z.string()).describe('What happens on alarm: topics, functions, scaling policies; ARNs or symbols'),
  }),
  read: {
    cloudformation: declared,
    terraform: (from) => ({
      metrics: metricsOf(
        filled(from.text('metric_name')) === undefined && from.has('metric_name') !== undefined ? [] : [read(from, { namespace: 'namespace', name: 'metric_name', map: 'dimensions' })],
        from.items('metric_query[]')?.filter((each) => each.has('metric') !== false).map((each) => read(each, { namespace: 'metric.namespace', name: 'metric.metric_name', map: 'metric.dimensions' })),
      ),
      threshold: from.count('threshold'),
      comparison: from.text('comparison_operator'),
      missingData: filled(from.text('treat_missing_data', 'missing')),
      actionsEnabled: from.flag('actions_enabled', true),
      actions: setOf(from.texts('alarm_actions[]', [])),
    }),
    describe: declared,
  },
  references: ({ actions, metrics = [] }) => [
    ...edges('triggers', actions),
    ...metrics.flatMap(({ namespace = '', dimensions = [] }) => dimensions.flatMap((dimension) => observed(namespace, dimension))),
  ],
});

interface At {
  readonly namespace: string;
  readonly name: string;
  /** List of { Name, Value }. */
  readonly dimensions?: string;
  /** Map of values by name. */
  readonly map?: string;
}

function read(from: Properties, { namespace, name, dimensions, map }: At): Metric {
  return told({
    namespace: filled(from.text(namespace)),
    name: filled(from.text(name)),
    dimensions: dimensions === undefined ? fromMap(from, map ?? '') : fromList(from, dimensions),
  });
}

function fromList(from: Properties, path: string): string[] | undefined {
  const pairs = from.items(path)?.map((each) => [each.text('Name'), each.text('Value')]);
  return pairs === undefined || pairs.flat().includes(undefined) ? undefined : setOf(pairs.map((pair) => pair.join('=')));
}

function fromMap(from: Properties, path: string): string[] | undefined {
  if (from.has(path) === false) return [];
  const map = from.json(path);
  return typeof map === 'object' && map !== null && !Array.isArray(map) ? setOf(Object.entries(map).map(([name, value]) => `${name}=${String(value)}`)) : undefined;
}

const metricsOf = (own: Metric[], queried: Metric[] | undefined): Metric[] | undefined => (queried === undefined ? undefined : [...own, ...queried]);

/** Dimensions that name the resource that a metric is about, and its type. */
const subjects: ReadonlyMap<string, string> = new Map([
  ['AWS/DynamoDB TableName', 'AWS::DynamoDB::Table'],
  ['AWS/RDS DBInstanceIdentifier', 'AWS::RDS::DBInstance'],
  ['AWS/RDS DBClusterIdentifier', 'AWS::RDS::DBCluster'],
  ['AWS/DocDB DBClusterIdentifier', 'AWS::DocDB::DBCluster'],
  ['AWS/Neptune DBClusterIdentifier', 'AWS::Neptune::DBCluster'],
  ['AWS/S3 SourceBucket', 'AWS::S3::Bucket'],
  ['AWS/S3 BucketName', 'AWS::S3::Bucket'],
  ['AWS/EFS FileSystemId', 'AWS::EFS::FileSystem'],
  ['AWS/ES DomainName', 'AWS::OpenSearchService::Domain'],
  ['AWS/Kinesis StreamName', 'AWS::Kinesis::Stream'],
  ['AWS/SQS QueueName', 'AWS::SQS::Queue'],
  ['AWS/SNS TopicName', 'AWS::SNS::Topic'],
  ['AWS/Lambda FunctionName', 'AWS::Lambda::Function'],
  ['AWS/ECS ServiceName', 'AWS::ECS::Service'],
  ['AWS/AutoScaling AutoScalingGroupName', 'AWS::AutoScaling::AutoScalingGroup'],
  ['AWS/EC2 AutoScalingGroupName', 'AWS::AutoScaling::AutoScalingGroup'],
  ['AWS/EC2 InstanceId', 'AWS::EC2::Instance'],
  ['AWS/States StateMachineArn', 'AWS::StepFunctions::StateMachine'],
  ['AWS/Events RuleName', 'AWS::Events::Rule'],
  ['AWS/Kafka Cluster Name', 'AWS::MSK::Cluster'],
  ['AWS/ElastiCache ReplicationGroupId', 'AWS::ElastiCache::ReplicationGroup'],
]);

function observed(namespace: string, dimension: string): ReturnType<typeof edges> {
  const at = dimension.indexOf('=');
  return subjects.has(`${namespace} ${dimension.slice(0, at)}`) ? edges('observes', dimension.slice(at + 1), subjects.get(`${namespace} ${dimension.slice(0, at)}`)) : [];
}
