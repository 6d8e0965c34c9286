import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rdsCluster } from '../../../model/kinds/rds-cluster.ts';
import { attributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('rds-cluster', () => {
  it('reads the same attributes from both', () => {
    const read = sameAttributes(rdsCluster, {
      cloudformation: {
        DBClusterIdentifier: 'shop', Engine: 'aurora-postgresql', EngineVersion: '15.4', GlobalClusterIdentifier: 'shop-global', BacktrackWindow: 3600,
        ServerlessV2ScalingConfiguration: { MinCapacity: 0.5, MaxCapacity: 16 }, ManageMasterUserPassword: true, KmsKeyId: 'alias/db', DeletionProtection: true,
        BackupRetentionPeriod: 14, DBSubnetGroupName: 'db', VpcSecurityGroupIds: ['sg-0a1b2c3d4e5f60718'], EnableGlobalWriteForwarding: true,
        AssociatedRoles: [{ RoleArn: 'arn:aws:iam::123456789012:role/import' }],
      },
      terraform: {
        cluster_identifier: 'shop', engine: 'aurora-postgresql', engine_version: '15.4', global_cluster_identifier: 'shop-global', backtrack_window: 3600,
        serverlessv2_scaling_configuration: [{ min_capacity: 0.5, max_capacity: 16 }], manage_master_user_password: true, kms_key_id: 'alias/db', deletion_protection: true,
        backup_retention_period: 14, db_subnet_group_name: 'db', vpc_security_group_ids: ['sg-0a1b2c3d4e5f60718'], enable_global_write_forwarding: true,
        iam_roles: ['arn:aws:iam::123456789012:role/import'], master_password: 'not-to-be-kept',
      },
    });
    assert.deepEqual(read, {
      namedExplicitly: true, engine: 'aurora-postgresql', engineVersion: '15.4', engineMode: 'provisioned', instanceClasses: [], joinsGlobalCluster: true,
      globalCluster: 'shop-global', isReplica: false, backtrackSeconds: 3600, serverlessMinCapacity: 0.5, serverlessMaxCapacity: 16, managedPassword: true,
      encrypted: true, kmsKey: 'alias/db', deletionProtection: true, backupRetentionDays: 14, subnetGroup: 'db', securityGroups: ['sg-0a1b2c3d4e5f60718'],
      availabilityZones: [], globalWriteForwarding: true, logExports: [], roles: ['arn:aws:iam::123456789012:role/import'],
    });
    const secret = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!cluster-1-abcdef';
    sameDescribed(rdsCluster, {
      like: read,
      untold: ['namedExplicitly'],
      beyond: { passwordKey: 'alias/db', passwordSecret: secret, parameterGroup: 'shop15', supportsGlobal: true, rpoSeconds: 60 },
      describe: {
        DBClusterIdentifier: 'shop', Engine: 'aurora-postgresql', EngineVersion: '15.4', EngineMode: 'provisioned', GlobalClusterIdentifier: 'shop-global', BacktrackWindow: 3600, StorageEncrypted: true,
        KmsKeyId: 'alias/db', ServerlessV2ScalingConfiguration: { MinCapacity: 0.5, MaxCapacity: 16 }, MasterUserSecret: { SecretArn: secret, SecretStatus: 'active', KmsKeyId: 'alias/db' },
        DeletionProtection: true, BackupRetentionPeriod: 14, DBClusterParameterGroup: 'shop15', DBSubnetGroup: 'db', VpcSecurityGroups: [{ VpcSecurityGroupId: 'sg-0a1b2c3d4e5f60718', Status: 'active' }],
        GlobalWriteForwardingRequested: true, GlobalWriteForwardingStatus: 'enabled', AssociatedRoles: [{ RoleArn: 'arn:aws:iam::123456789012:role/import', Status: 'ACTIVE' }],
        EngineVersionDetails: [{ SupportsGlobalDatabases: true }], UserParameters: [{ ParameterName: 'rds.global_db_rpo', ParameterValue: '60' }],
      },
    });
  });

  it('tells a name that Terraform invented from one that was written', () => {
    const named = (raw: Record<string, string>): unknown => attributesOf(rdsCluster, 'terraform', raw)['namedExplicitly'];
    assert.equal(named({ cluster_identifier: 'shop' }), true);
    assert.equal(named({ cluster_identifier: 'tf-20260101' }), false);
    assert.equal(named({ cluster_identifier: 'shop-20260101', cluster_identifier_prefix: 'shop-' }), false);
    assert.equal(named({}), false);
  });

  it('links the global database that contains it and the cluster that it replicates', () => {
    assert.deepEqual(referencesOf(rdsCluster, { globalCluster: 'shop-global', source: 'arn:aws:rds:us-east-1:123456789012:cluster:shop', kmsKey: 'alias/db' }), [
      { edge: 'contains', from: 'shop-global', to: '⟦itself⟧', target: 'AWS::RDS::GlobalCluster' },
      { edge: 'replicates', from: 'arn:aws:rds:us-east-1:123456789012:cluster:shop', to: '⟦itself⟧', target: 'AWS::RDS::DBCluster' },
      { edge: 'uses-key', to: 'alias/db', target: 'AWS::KMS::Alias' },
    ]);
  });
});
