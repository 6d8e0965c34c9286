import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';
import { secondaryInstance } from '../remedies/secondary-instance.ts';
import { rule } from '../rule.ts';
import { isSmaller } from '../support/class-size.ts';
import { globalMembers } from '../../graph/queries/global-members.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { exempt, gap, ready } from '../verdict.ts';

const cluster = (name: string, rest = ''): string => yaml`
  Orders:
    Type: AWS::RDS::DBCluster
    Properties: { DBClusterIdentifier: ${name}, Engine: aurora-postgresql, GlobalClusterIdentifier: orders-global${rest} }
`;
const instance = (type: string): string => yaml`
  Writer:
    Type: AWS::RDS::DBInstance
    Properties: { Engine: aurora-postgresql, DBClusterIdentifier: !Ref Orders, DBInstanceClass: ${type} }
`;

export const dataAuroraSecondaryUnfit = rule({
  id: 'data-aurora-secondary-unfit',
  title: 'Aurora secondary in the target region cannot take over',
  on: 'rds-cluster',
  needs: ['engine'],
  severity: severities('-/M/H/H'),
  why: 'Failover refuses a secondary without an instance, and a smaller one is overrun by the traffic that it inherits.',
  fix: 'Run at least one instance of the primary’s class in the secondary, with the same parameter group, log exports, alarms, engine version and deletion protection.',
  effect: 'No effect on RPO. A secondary without instance is refused by failover: RTO grows by creating one, many minutes before the first query. A smaller one takes over and then fails under the load until it is resized.',
  remedy: secondaryInstance,
  links: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-disaster-recovery.html'],
  examples: {
    gap: [
      { name: 'headless', home: `${cluster('orders')}\n${instance('db.r7g.xlarge')}`, target: cluster('orders-2') },
      { name: 'smaller', home: `${cluster('orders')}\n${instance('db.r7g.4xlarge')}`, target: `${cluster('orders-2')}\n${instance('db.r7g.large')}` },
    ],
    ready: [{ home: `${cluster('orders')}\n${instance('db.r7g.xlarge')}`, target: `${cluster('orders-2')}\n${instance('db.r7g.xlarge')}` }],
    exempt: [{ name: 'a pilot light may be headless', strategy: 'pilot-light', home: `${cluster('orders')}\n${instance('db.r7g.xlarge')}`, target: cluster('orders-2') }],
  },

  /** A cluster without a secondary in the target is data-aurora-no-global's business. */
  check(cluster, { intent: { target, strategy }, graph }) {
    if (!cluster.attributes.engine.startsWith('aurora')) return undefined;
    const secondary = globalMembers(graph, cluster)?.find(({ region, resource }) => region === target && resource?.kind === 'rds-cluster')?.resource;
    if (secondary?.kind !== 'rds-cluster') return undefined;
    const there = classesOf(graph, secondary);
    if (there.length === 0) {
      return strategy === 'pilot-light'
        ? exempt(`${secondary.name} in ${target} has no instance, which a pilot light adds before it fails over.`)
        : gap(`${secondary.name}, the secondary of ${cluster.name} in ${target}, has no instance: failover to it is refused.`);
    }
    const lacking = [
      ...(classesOf(graph, cluster).some((own) => there.every((other) => isSmaller(other, own) === true)) ? [`runs ${listed(there)} where the primary runs ${listed(classesOf(graph, cluster))}`] : []),
      ...(cluster.attributes.deletionProtection === true && secondary.attributes.deletionProtection === false ? ['can be deleted'] : []),
      ...(differs(cluster.attributes.engineVersion, secondary.attributes.engineVersion) ? [`runs ${secondary.attributes.engineVersion} where the primary runs ${cluster.attributes.engineVersion}`] : []),
    ];
    return lacking.length === 0 ? ready() : gap(`${secondary.name}, the secondary of ${cluster.name} in ${target}, ${listed(lacking)}.`);
  },
});

const differs = (a: string | undefined, b: string | undefined): boolean => a !== undefined && b !== undefined && a !== b;

function classesOf(graph: EstateView, { id }: Resource): string[] {
  return graph.out(id, 'contains').flatMap(({ to }) => {
    const member = graph.resource(to);
    return member?.kind === 'rds-instance' ? (member.attributes.instanceClasses ?? ['a class that nobody told us']) : [];
  });
}
