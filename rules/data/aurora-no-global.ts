import { globalDatabase } from '../remedies/global-database.ts';
import { rule } from '../rule.ts';
import { spansTo } from '../support/global-database.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';

const cluster = yaml`
  Orders:
    Type: AWS::RDS::DBCluster
    Properties: { DBClusterIdentifier: orders, Engine: aurora-postgresql }
`;
const inGlobal = yaml`
  Global:
    Type: AWS::RDS::GlobalCluster
    Properties: { GlobalClusterIdentifier: orders-global, SourceDBClusterIdentifier: !Ref Orders }
  Orders:
    Type: AWS::RDS::DBCluster
    Properties: { DBClusterIdentifier: orders, Engine: aurora-postgresql }
`;

export const dataAuroraNoGlobal = rule({
  id: 'data-aurora-no-global',
  title: 'Aurora cluster has no secondary in the target region',
  on: 'rds-cluster',
  needs: ['engine', 'joinsGlobalCluster'],
  severity: severities('H/C/C/C'),
  why: 'The data exists in one region only. Without a secondary cluster it must be restored from a copied snapshot, if there is one.',
  fix: 'Check what stands in the way (data-aurora-global-blocker), create a global database from the cluster, create key, subnet group and parameter group in the target region, add a secondary cluster with at least one reader, and connect through the global writer endpoint. Secrets, roles, log exports and alarms are not inherited. Cluster names must differ between regions.',
  remedy: globalDatabase,
  effect: {
    otherwise: 'RPO is everything since the last snapshot that was copied to the target, or all of it if there is none, and RTO the restore from it. A global database lags below a second as a rule, and failover takes minutes; a planned switchover loses nothing.',
    'backup-restore': 'RPO is everything since the last snapshot that was copied to the target, and all of it as long as none is copied. RTO is the restore from it, which grows with the cluster.',
  },
  links: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-disaster-recovery.html',
  ],
  examples: {
    gap: [
      { home: cluster },
      { name: 'a global database without a member in the target', home: inGlobal },
      { name: 'clusters of one template that nothing connects', home: cluster, target: cluster },
    ],
    ready: [
      { home: inGlobal, target: yaml`
        Secondary:
          Type: AWS::RDS::DBCluster
          Properties: { DBClusterIdentifier: orders-2, Engine: aurora-postgresql, GlobalClusterIdentifier: orders-global }
      ` },
      { name: 'a global database that is declared elsewhere', home: yaml`
        Orders:
          Type: AWS::RDS::DBCluster
          Properties: { Engine: aurora-postgresql, GlobalClusterIdentifier: orders-global }
      `, target: yaml`
        Orders:
          Type: AWS::RDS::DBCluster
          Properties: { Engine: aurora-postgresql, GlobalClusterIdentifier: orders-global }
      ` },
    ],
    unknown: [
      { name: 'a member in the target whose global database is a parameter', home: inGlobal, target: yaml`
        Secondary:
          Type: AWS::RDS::DBCluster
          Properties: { DBClusterIdentifier: orders-2, Engine: aurora-postgresql, GlobalClusterIdentifier: '{{resolve:ssm:/orders/global}}' }
      ` },
      { home: yaml`
        Orders:
          Type: AWS::RDS::DBCluster
          Properties: { Engine: '{{resolve:ssm:/orders/engine}}' }
      ` },
    ],
  },

  check(cluster, context) {
    return cluster.attributes.engine.startsWith('aurora') ? spansTo(cluster, context, 'global database') : undefined;
  },
});
