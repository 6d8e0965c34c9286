import { rule } from '../rule.ts';
import { globalMembers } from '../../graph/queries/global-members.ts';
import { replicasOf } from '../../graph/queries/copies.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { exempt, gap, ready, unknown } from '../verdict.ts';

export const dataRdsManagedSecretBlock = rule({
  id: 'data-rds-managed-secret-block',
  title: 'Master password managed by RDS rules out replication to another region',
  on: ['rds-instance', 'rds-cluster'],
  needs: [],
  severity: severities('M/C/C/C'),
  why: 'RDS creates no read replica of a source whose master password it manages in Secrets Manager (SQL Server apart), and no Aurora cluster with one can be in a global database.',
  fix: 'Move the master password to a secret of your own with its own rotation, replicate that secret to the target region, then create the replica or global database.',
  effect: {
    otherwise: 'Blocks the read replica or global database: until the password is moved, RPO and RTO are those of copied backups, if there are any.',
    'backup-restore': 'No effect on RPO or RTO as long as copied backups suffice; it blocks every step towards a faster strategy.',
  },
  links: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html',
  ],
  examples: {
    gap: [
      { home: yaml`
        Orders:
          Type: AWS::RDS::DBInstance
          Properties: { Engine: postgres, ManageMasterUserPassword: true }
      ` },
      { home: yaml`
        Orders:
          Type: AWS::RDS::DBCluster
          Properties: { Engine: aurora-mysql, ManageMasterUserPassword: true }
      ` },
    ],
    ready: [
      { home: yaml`
        Orders:
          Type: AWS::RDS::DBInstance
          Properties: { Engine: postgres, MasterUserPassword: '{{resolve:secretsmanager:orders}}' }
      ` },
    ],
    unknown: [
      { home: yaml`
        Orders:
          Type: AWS::RDS::DBInstance
          Properties: { Engine: postgres, ManageMasterUserPassword: '{{resolve:ssm:/orders/managed}}' }
      ` },
    ],
    exempt: [
      { name: 'SQL Server', home: yaml`
        Orders:
          Type: AWS::RDS::DBInstance
          Properties: { Engine: sqlserver-se, ManageMasterUserPassword: true }
      ` },
    ],
  },

  /** Members of a cluster, and replicas, have the password of their cluster or source. */
  check(database, { intent, graph }) {
    const { name, attributes } = database;
    const { target } = intent;
    if (database.kind === 'rds-instance' && (database.attributes.cluster !== undefined || database.attributes.isReplica === true)) return undefined;
    if (attributes.managedPassword === undefined) return unknown(`Nobody told us whether RDS manages the master password of ${name}.`);
    if (!attributes.managedPassword) return ready();
    const { engine = '' } = attributes;
    if (engine.startsWith('sqlserver')) return exempt(`RDS for SQL Server replicates ${name} although RDS manages its master password.`);
    const copies = [...replicasOf(graph, database), ...(database.kind === 'rds-cluster' ? (globalMembers(graph, database) ?? []) : [])];
    const what = engine.startsWith('aurora') ? 'be in a global database' : 'have a read replica';
    const declared = copies.some(({ region }) => region === target) ? ' The copy that is declared there cannot be created.' : '';
    return gap(`RDS manages the master password of ${name}, so it cannot ${what} in ${target}.${declared}`, { blocking: true });
  },
});
