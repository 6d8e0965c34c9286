import type { EstateView, ResourceOf } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';
import { alarmCopy } from '../remedies/alarm-copy.ts';
import { rule } from '../rule.ts';
import { hasCounterpart } from '../support/has-counterpart.ts';
import { lagMetrics } from '../support/lag-metrics.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { exempt } from '../verdict.ts';

const alarm = yaml`
  Errors:
    Type: AWS::CloudWatch::Alarm
    Properties: { AlarmName: errors }
`;

const lag = new Set(Object.values(lagMetrics).flatMap(({ namespace, names }) => names.map((name) => `${namespace} ${name}`)));
const isOfLag = ({ attributes: { metrics = [] } }: ResourceOf<'cloudwatch-alarm'>): boolean => metrics.length > 0 && metrics.every(({ namespace, name }) => lag.has(`${namespace} ${name}`));

/** Whether what it watches is copied from home only. Replicas of a table are equals. */
const isOneWay = (view: EstateView, { id }: Resource): boolean => {
  const stores = view.out(id, 'observes').flatMap(({ to }) => view.resource(to) ?? []);
  return stores.length > 0 && stores.every((store) => store.kind !== 'dynamodb-table' && view.in(store.id, 'replicates').length === 0);
};

export const operationsObservabilityParity = rule({
  id: 'operations-observability-parity',
  title: 'Alarm does not exist in the target region',
  on: 'cloudwatch-alarm',
  needs: [],
  severity: severities('L/M/H/H'),
  why: 'Nobody is told when what runs in the target region fails, least of all right after a failover.',
  fix: 'Declare alarms, dashboards and log settings in the same template as what they watch, deploy them in both regions, and let the paging path work without the home region.',
  effect: 'No effect on RPO. RTO of the next failure in the target begins with a complaint: nothing tells that what was moved there does not work.',
  links: ['https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-multi-region-fundamentals/fundamental-4.html'],
  remedy: alarmCopy,
  examples: {
    gap: [{ home: alarm }],
    ready: [{ home: alarm, target: alarm }],
    exempt: [{ name: 'how far the copies of home are behind', home: yaml`
      Lag:
        Type: AWS::CloudWatch::Alarm
        Properties: { AlarmName: lag, Namespace: AWS/S3, MetricName: ReplicationLatency }
    ` }],
  },

  check(alarm, context) {
    const { graph, intent: { strategy, target } } = context;
    // Replication from home: how far a copy is behind is a question of the region that it is made from, and operations-replication-lag-unwatched asks it.
    if (isOfLag(alarm) && (strategy !== 'active-active' || isOneWay(graph, alarm))) return exempt(`${alarm.name} watches how far copies of home are behind: nothing is copied from ${target} before it takes over.`);
    return hasCounterpart(alarm, context);
  },
});
