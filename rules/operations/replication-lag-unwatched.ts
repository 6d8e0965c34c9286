import { regionsOf, replicasOf } from '../../graph/queries/copies.ts';
import { globalMembers } from '../../graph/queries/global-members.ts';
import type { EstateView, ResourceOf } from '../../graph/view.ts';
import type { KindId, Resource } from '../../model/resource.ts';
import { replicationAlarms } from '../remedies/replication-alarms.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { lagMetrics } from '../support/lag-metrics.ts';
import { perView } from '../support/per-view.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const table = yaml`
  Orders:
    Type: AWS::DynamoDB::GlobalTable
    Properties: { TableName: orders, Replicas: [{ Region: us-east-1 }, { Region: eu-west-1 }] }
`;
const alarm = yaml`
  Lag:
    Type: AWS::CloudWatch::Alarm
    Properties: { AlarmName: orders-lag, Namespace: AWS/DynamoDB, MetricName: ReplicationLatency, Dimensions: [{ Name: TableName, Value: orders }, { Name: ReceivingRegion, Value: eu-west-1 }], Threshold: 60000, ComparisonOperator: GreaterThanThreshold, EvaluationPeriods: 5 }
`;

export const operationsReplicationLagUnwatched = rule({
  id: 'operations-replication-lag-unwatched',
  title: 'Nobody is told when replication falls behind',
  on: Object.keys(lagMetrics) as KindId[],
  needs: [],
  severity: severities('M/H/H/H'),
  why: 'A replica that fell behind hours ago looks like one that is in step, until it takes over and what was written since is gone.',
  fix: 'Set an alarm on the lag at half of the recovery point objective, evaluated in the target region as well, and show it where the decision to fail over is made.',
  effect: 'RPO is not known: the copy may be hours or days behind, and shows it only after the failover. RTO grows by finding that out before deciding.',
  links: ['https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-multi-region-fundamentals/fundamental-4.html', 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html'],
  remedy: replicationAlarms,
  examples: {
    gap: [{ home: table }],
    ready: [
      { home: `${table}\n${alarm}` },
      { name: 'an alarm on a cluster of the replication group', home: yaml`
        Sessions:
          Type: AWS::ElastiCache::ReplicationGroup
          Properties: { ReplicationGroupId: sessions }
        Global:
          Type: AWS::ElastiCache::GlobalReplicationGroup
          Properties:
            Members:
              - { ReplicationGroupId: !Ref Sessions, ReplicationGroupRegion: us-east-1, Role: PRIMARY }
              - { ReplicationGroupId: sessions-2, ReplicationGroupRegion: eu-west-1, Role: SECONDARY }
        Lag:
          Type: AWS::CloudWatch::Alarm
          Properties: { AlarmName: sessions-lag, Namespace: AWS/ElastiCache, MetricName: GlobalDatastoreReplicationLag, Dimensions: [{ Name: CacheClusterId, Value: sessions-001 }], Threshold: 60, ComparisonOperator: GreaterThanThreshold, EvaluationPeriods: 5 }
      ` },
    ],
  },

  /** Only of stores that are replicated; those that are not have rules of their own. */
  check(store, { graph }) {
    const metrics = lagMetrics[store.kind];
    if (metrics === undefined || !isReplicated(graph, store)) return undefined;
    const watching = alarmsOn(graph).filter((alarm) => (alarm.attributes.metrics ?? []).some(({ namespace, name, dimensions = [] }) => namespace === metrics.namespace && metrics.names.includes(name ?? '') && names(graph, { alarm, dimensions, store })));
    return watching.length > 0 ? ready(`${listed(watching.map(({ name }) => name))} watches it.`) : gap(`${store.name} is replicated, and no alarm watches ${listed(metrics.names)}.`);
  },
});

/** Alarms on any lag. */
const alarmsOn = perView((view): ResourceOf<'cloudwatch-alarm'>[] => {
  const wanted = new Set(Object.values(lagMetrics).flatMap(({ names: all }) => all));
  return view.ofKind('cloudwatch-alarm').filter(({ attributes }) => (attributes.metrics ?? []).some(({ name }) => wanted.has(name ?? '')));
});

interface Watched {
  readonly alarm: Resource;
  readonly dimensions: readonly string[];
  readonly store: Resource;
}

const names = (view: EstateView, { alarm, dimensions, store }: Watched): boolean =>
  dimensions.some((dimension) => isNamed(dimension.slice(dimension.indexOf('=') + 1), store)) || view.out(alarm.id, 'observes').some(({ to }) => to === store.id);

/** Metrics of ElastiCache stand under the replication group or under one of its clusters, named after it: sessions-001, sessions-0001-002. */
const isNamed = (value: string, { kind, name }: Resource): boolean =>
  value === name || (kind === 'elasticache-replication-group' && value.startsWith(name) && /^(?:-\d{3,4}){1,2}$/.test(value.slice(name.length)));

/** Tables and file systems tell their replicas; others show them by edges or by their global database. */
function isReplicated(view: EstateView, store: Resource): boolean {
  const { replicaRegions = [] } = store.attributes as { readonly replicaRegions?: readonly string[] };
  if (replicaRegions.some((region) => region !== store.region)) return true;
  if (store.kind === 's3-bucket') return (store.attributes.replication ?? []).some(({ enabled }) => enabled === true);
  if (regionsOf(replicasOf(view, store)).some((region) => region !== store.region)) return true;
  return regionsOf(store.kind === 'rds-cluster' || store.kind === 'elasticache-replication-group' || store.kind === 'memorydb-cluster' ? (globalMembers(view, store) ?? []) : []).some((region) => region !== store.region);
}
