import { globalMembers } from '../../graph/queries/global-members.ts';
import type { EstateView } from '../../graph/view.ts';
import { durationText, secondsOf } from '../../model/duration.ts';
import type { Resource } from '../../model/resource.ts';
import { rule } from '../rule.ts';
import { intentOfService, servicesOf } from '../support/services-of.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const cluster = (name: string, rest = ''): string => yaml`
  Orders:
    Type: AWS::RDS::DBCluster
    Properties: { DBClusterIdentifier: ${name}, Engine: aurora-postgresql, GlobalClusterIdentifier: orders-global${rest} }
`;
const managed = (seconds: string) => [{ kind: 'rds-cluster', name: 'orders', document: { UserParameters: [{ ParameterName: 'rds.global_db_rpo', ParameterValue: seconds }] } }] as const;
const ownGroup = ', DBClusterParameterGroupName: orders';
const declaredGroup = ', DBClusterParameterGroupName: !Ref Group';
const group = (parameters: string): string => yaml`
  Group:
    Type: AWS::RDS::DBClusterParameterGroup
    Properties: { Family: aurora-postgresql16, Description: orders, Parameters: { ${parameters} } }
`;
const aMinute = { shop: { rpo: '1m' } };

export const dataAuroraRpoUnbounded = rule({
  id: 'data-aurora-rpo-unbounded',
  title: 'Aurora replication may fall behind the declared recovery point objective',
  on: 'rds-cluster',
  needs: ['engine'],
  severity: severities('-/M/H/H'),
  why: 'Replication of a global database is asynchronous. Without a managed RPO nothing keeps the lag below what may be lost.',
  fix: 'Set rds.global_db_rpo (20 seconds or more) in the cluster parameter group of the primary to the objective. It pauses commits while every secondary lags further behind, so weigh it against availability, and alarm on the lag in the target region.',
  effect: 'RPO has no upper bound: it is the lag at the moment of the failover, usually below a second but longer under load. With rds.global_db_rpo it is at most the value of the parameter, of 20 seconds or more. No effect on RTO.',
  links: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-disaster-recovery.html'],
  examples: {
    gap: [
      { name: 'the default parameter group sets none', home: cluster('orders', ', DBClusterParameterGroupName: default.aurora-postgresql16'), target: cluster('orders-2'), services: aMinute },
      { name: 'more may be lost than the objective allows', home: cluster('orders', ownGroup), target: cluster('orders-2'), services: aMinute, described: managed('300') },
      { name: 'the declared parameter group sets none', home: `${cluster('orders', declaredGroup)}\n${group("log_statement: 'ddl'")}`, target: cluster('orders-2'), services: aMinute },
    ],
    ready: [
      { home: cluster('orders', ownGroup), target: cluster('orders-2'), services: aMinute, described: managed('60') },
      { name: 'the declared parameter group bounds it', home: `${cluster('orders', declaredGroup)}\n${group("rds.global_db_rpo: '60'")}`, target: cluster('orders-2'), services: aMinute },
    ],
    unknown: [{ name: 'a parameter group that nothing given declares', home: cluster('orders', ownGroup), target: cluster('orders-2'), services: aMinute }],
  },

  /** Aurora MySQL has no such parameter. That nobody watches the lag is operations-replication-lag-unwatched's business. */
  check(cluster, { intent, graph }) {
    const { name, attributes } = cluster;
    const { target } = intent;
    const objective = secondsOf(intentOfService(intent, servicesOf({ graph, intent }).of(cluster.id))?.rpo ?? '');
    if (attributes.engine !== 'aurora-postgresql' || objective === undefined) return undefined;
    if (globalMembers(graph, cluster)?.some(({ region }) => region === target) !== true) return undefined;
    const bound = attributes.rpoSeconds ?? (attributes.parameterGroup?.startsWith('default.') === true ? 0 : declaredBound(graph, cluster));
    if (bound === undefined) return unknown(`Nobody told us whether rds.global_db_rpo is set for ${name}.`, { ask: 'rds:DescribeDBClusterParameters, or the template that declares its parameter group.' });
    if (bound > 0 && bound <= objective) return ready();
    const said = bound === 0 ? 'nothing bounds' : `rds.global_db_rpo bounds to ${durationText(bound)}`;
    return gap(`The recovery point objective of ${name} is ${durationText(objective)}; ${said} what a failover to ${target} may lose.`);
  },
});

/** What the parameter group that the cluster refers to is declared to set. */
function declaredBound(graph: EstateView, { id }: Resource): number | undefined {
  for (const { to } of graph.out(id, 'refers')) {
    const group = graph.resource(to);
    if (group?.kind === 'rds-cluster-parameter-group') return group.attributes.rpoSeconds;
  }
  return undefined;
}
