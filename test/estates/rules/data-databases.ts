import type { Closings } from '../../support/closing/case.ts';
import { byDeploying, byHand, byTemplate, byTerraform } from './words.ts';

const subnets = { SubnetGroup: 'databases' };

export const databases = {
  'data-aurora-endpoint-pinned': byHand('clients connect by the writer endpoint of the global database', { home: "Place: { Properties: { Environment: { Variables: { DB_HOST: { 'Fn::GetAtt': [Global, GlobalEndpoint.Address] } } } } }" }),
  'data-aurora-global-blocker': [byTemplate(), byTemplate({ from: 1 })],
  'data-aurora-no-global': [byTemplate({ given: subnets }), byTemplate({ from: 1, given: subnets }), byTerraform()],
  'data-aurora-rpo-unbounded': byHand('the parameter group bounds the objective', { home: 'Orders: { Properties: { DBClusterParameterGroupName: orders } }', now: { described: [{ kind: 'rds-cluster', name: 'orders', document: { UserParameters: [{ ParameterName: 'rds.global_db_rpo', ParameterValue: '60' }] } }] } }),
  'data-aurora-secondary-unfit': [byTemplate(), byTerraform()],
  'data-docdb-no-global': [byTemplate({ given: subnets }), byTerraform()],
  'data-dsql-single-region': byHand('the target is one of the same set of regions, and linked clusters stand in both', { home: "Ledger: { Properties: { MultiRegionProperties: { WitnessRegion: us-west-2, Clusters: ['arn:aws:dsql:us-east-2:111122223333:cluster/abc'] } } }" }, { from: { home: 'Ledger:\n  Type: AWS::DSQL::Cluster', targetRegion: 'us-east-2' } }),
  'data-neptune-no-global': [byTemplate({ given: subnets }), byTerraform()],
  'data-rds-managed-secret-block': byHand('the password is in a secret of one’s own', { home: "Orders: { Properties: { ManageMasterUserPassword: null, MasterUserPassword: '{{resolve:secretsmanager:orders}}' } }" }),
  'data-rds-no-xregion': [
    byTemplate({ given: subnets }), byTerraform(),
    byTemplate({ from: { name: 'backups for backup & restore', strategy: 'backup-restore', home: 'Orders:\n  Type: AWS::RDS::DBInstance\n  Properties: { DBInstanceIdentifier: orders, Engine: postgres }' } }),
  ],
  'data-rds-pair-unsupported': byHand('the source is restored from an encrypted copy of its snapshot', { home: 'Orders: { Properties: { StorageEncrypted: true } }' }),
  'data-rds-replica-parity': byTemplate(),
  'data-redshift-no-copy': [byTemplate(), byTemplate({ from: 1 }), byTemplate({ from: 2 }), byTerraform()],
  'data-timestream-single-region': byHand('the collector writes to both regions, and the tag says so', { deploy: true, home: 'Metrics: { Properties: { Tags: [{ Key: mr:counterpart, Value: metrics }] } }' }),
  'data-keyspaces-single-region': [byTemplate(), byTemplate({ from: 1 })],
  'data-dax-regional': byDeploying(),
} as const satisfies Closings;
