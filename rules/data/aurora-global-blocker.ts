import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';
import { auroraObstacles } from '../remedies/aurora-obstacles.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

export const dataAuroraGlobalBlocker = rule({
  id: 'data-aurora-global-blocker',
  title: 'Aurora cluster cannot join a global database as it is',
  on: 'rds-cluster',
  needs: ['engine', 'engineMode', 'backtrackSeconds'],
  severity: severities('-/C/C/C'),
  why: 'A global database refuses the cluster until these properties change, and some of them take a migration of their own.',
  fix: 'Move Aurora Serverless v1 to provisioned or v2, switch backtracking off (a cluster cannot have it again afterwards), move burstable instances to a memory-optimised class and upgrade engines without support for global databases. Upgrades of a global database must be planned: automatic minor upgrades do nothing in it.',
  effect: {
    otherwise: 'Blocks the global database, so that RPO and RTO are those of snapshots until it is closed: what was written since the last copied snapshot is lost, and the restore takes as long as the cluster is large, where a global database would lose about a second and take minutes.',
    'active-active': 'Blocks the global database: readers in the target have no local copy, RPO is everything since the last copied snapshot, and RTO a restore that takes as long as the cluster is large.',
  },
  remedy: auroraObstacles,
  links: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html', 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.configuration.requirements.html'],
  examples: {
    gap: [
      { name: 'backtracking', home: yaml`
        Orders:
          Type: AWS::RDS::DBCluster
          Properties: { Engine: aurora-mysql, BacktrackWindow: 3600 }
      ` },
      { name: 'a burstable instance', home: yaml`
        Orders:
          Type: AWS::RDS::DBCluster
          Properties: { Engine: aurora-postgresql }
        Writer:
          Type: AWS::RDS::DBInstance
          Properties: { Engine: aurora-postgresql, DBClusterIdentifier: !Ref Orders, DBInstanceClass: db.t4g.medium }
      ` },
      { name: 'Serverless v1', home: yaml`
        Orders:
          Type: AWS::RDS::DBCluster
          Properties: { Engine: aurora-mysql, EngineMode: serverless }
      ` },
    ],
    ready: [
      { home: yaml`
        Orders:
          Type: AWS::RDS::DBCluster
          Properties: { Engine: aurora-postgresql }
        Writer:
          Type: AWS::RDS::DBInstance
          Properties: { Engine: aurora-postgresql, DBClusterIdentifier: !Ref Orders, DBInstanceClass: db.r7g.large }
      ` },
    ],
    unknown: [
      { home: yaml`
        Orders:
          Type: AWS::RDS::DBCluster
          Properties: { Engine: aurora-mysql, BacktrackWindow: '{{resolve:ssm:/orders/backtrack}}' }
      ` },
    ],
  },

  /** A master password that RDS manages blocks as well; data-rds-managed-secret-block tells of it. */
  check(cluster, { intent, graph }) {
    const { name, attributes } = cluster;
    if (!attributes.engine.startsWith('aurora')) return undefined;
    const blockers = [
      ...(attributes.engineMode === 'serverless' ? ['it is Aurora Serverless v1'] : []),
      ...(attributes.backtrackSeconds > 0 ? ['backtracking is on'] : []),
      ...(attributes.supportsGlobal === false ? ['its engine version does not support global databases'] : []),
      ...burstable(graph, cluster).map((member) => `${member} is a burstable instance`),
    ];
    if (blockers.length === 0) return ready();
    return gap(`${name} cannot join a global database with a member in ${intent.target}: ${listed(blockers)}.`, { blocking: true });
  },
});

function burstable(graph: EstateView, { id }: Resource): string[] {
  return graph.out(id, 'contains').flatMap(({ to }) => {
    const member = graph.resource(to);
    return member?.kind === 'rds-instance' && member.attributes.instanceClasses?.some((name) => name.startsWith('db.t')) === true ? [member.name] : [];
  });
}
