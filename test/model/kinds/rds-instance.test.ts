import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rdsInstance } from '../../../model/kinds/rds-instance.ts';
import { unresolved } from '../../../model/properties.ts';
import { attributesOf, partAttributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

const key = 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';

describe('rds-instance', () => {
  it('reads the same attributes from both', () => {
    const read = sameAttributes(rdsInstance, {
      cloudformation: {
        DBInstanceIdentifier: 'shop', Engine: 'postgres', EngineVersion: '16.3', DBInstanceClass: 'db.r6g.large', MultiAZ: true, BackupRetentionPeriod: 7,
        KmsKeyId: key, ManageMasterUserPassword: true, MasterUserSecret: { KmsKeyId: 'alias/db' }, DeletionProtection: true, DBParameterGroupName: 'shop16',
        DBSubnetGroupName: 'db', VPCSecurityGroups: ['sg-0a1b2c3d4e5f60718'], AllocatedStorage: '100', MaxAllocatedStorage: 500, EnablePerformanceInsights: true,
        EnableCloudwatchLogsExports: ['postgresql'], AutomaticBackupReplicationRegion: 'eu-central-1',
      },
      terraform: {
        identifier: 'shop', engine: 'postgres', engine_version: '16.3', instance_class: 'db.r6g.large', multi_az: true, backup_retention_period: 7, kms_key_id: key,
        manage_master_user_password: true, master_user_secret_kms_key_id: 'alias/db', deletion_protection: true, parameter_group_name: 'shop16', db_subnet_group_name: 'db',
        vpc_security_group_ids: ['sg-0a1b2c3d4e5f60718'], allocated_storage: 100, max_allocated_storage: 500, performance_insights_enabled: true,
        enabled_cloudwatch_logs_exports: ['postgresql'], monitoring_role_arn: '', replicate_source_db: null, password: 'not-to-be-kept',
      },
      ignore: ['automatedBackupRegions', 'roles'],
    });
    assert.deepEqual(read, {
      engine: 'postgres', engineVersion: '16.3', instanceClasses: ['db.r6g.large'], isMember: false, multiAz: true, backupRetentionDays: 7, isReplica: false,
      automatedBackupRegions: ['eu-central-1'], encrypted: true, kmsKey: key, managedPassword: true, passwordKey: 'alias/db', deletionProtection: true,
      parameterGroup: 'shop16', subnetGroup: 'db', securityGroups: ['sg-0a1b2c3d4e5f60718'], storageGib: 100, maxStorageGib: 500, performanceInsights: true,
      logExports: ['postgresql'], roles: [],
    });
    const secret = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!db-1-abcdef';
    sameDescribed(rdsInstance, {
      like: read,
      beyond: { replicas: ['arn:aws:rds:us-east-1:123456789012:db:shop'], passwordSecret: secret, optionGroup: 'default:postgres-16', availabilityZone: 'eu-west-1a', iops: 3000 },
      describe: {
        DBInstanceIdentifier: 'shop', Engine: 'postgres', EngineVersion: '16.3', DBInstanceClass: 'db.r6g.large', MultiAZ: true, BackupRetentionPeriod: 7, StorageEncrypted: true,
        KmsKeyId: key, MasterUserSecret: { SecretArn: secret, SecretStatus: 'active', KmsKeyId: 'alias/db' }, DeletionProtection: true, AvailabilityZone: 'eu-west-1a', Iops: 3000,
        DBParameterGroups: [{ DBParameterGroupName: 'shop16', ParameterApplyStatus: 'in-sync' }], OptionGroupMemberships: [{ OptionGroupName: 'default:postgres-16', Status: 'in-sync' }],
        DBSubnetGroup: { DBSubnetGroupName: 'db', VpcId: 'vpc-1' }, VpcSecurityGroups: [{ VpcSecurityGroupId: 'sg-0a1b2c3d4e5f60718', Status: 'active' }], AllocatedStorage: 100, MaxAllocatedStorage: 500,
        PerformanceInsightsEnabled: true, EnabledCloudwatchLogsExports: ['postgresql'], ReadReplicaDBInstanceIdentifiers: ['arn:aws:rds:us-east-1:123456789012:db:shop'], AssociatedRoles: [],
        DBInstanceAutomatedBackupsReplications: [{ DBInstanceAutomatedBackupsArn: 'arn:aws:rds:eu-central-1:123456789012:auto-backup:ab-1' }],
      },
    });
  });

  it('reads members of a cluster, whose settings are the cluster’s', () => {
    const read = sameAttributes(rdsInstance, {
      cloudformation: { Engine: 'aurora-postgresql', DBInstanceClass: 'db.r6g.large', DBClusterIdentifier: 'shop' },
      terraform: { engine: 'aurora-postgresql', instance_class: 'db.r6g.large', cluster_identifier: 'shop' },
      types: ['AWS::RDS::DBInstance', 'aws_rds_cluster_instance'],
      ignore: ['roles'],
    });
    assert.deepEqual(read, { engine: 'aurora-postgresql', instanceClasses: ['db.r6g.large'], isMember: true, cluster: 'shop', isReplica: false, roles: [] });
  });

  it('knows the service’s defaults, and that a replica has others', () => {
    const defaults = (raw: Record<string, string>): unknown => {
      const { multiAz, backupRetentionDays, automatedBackupRegions, deletionProtection } = attributesOf(rdsInstance, 'cloudformation', raw);
      return [multiAz, backupRetentionDays, automatedBackupRegions, deletionProtection];
    };
    assert.deepEqual(defaults({ Engine: 'mysql' }), [false, 1, [], false]);
    assert.deepEqual(defaults({ SourceDBInstanceIdentifier: 'shop' }), [false, undefined, [], false]);
    assert.equal(attributesOf(rdsInstance, 'terraform', { engine: 'mysql' })['backupRetentionDays'], 0);
    assert.equal('encrypted' in attributesOf(rdsInstance, 'cloudformation', { Engine: 'mysql' }), false);
  });

  it('leaves what depends on an unresolved value untold', () => {
    const read = attributesOf(rdsInstance, 'cloudformation', { DBClusterIdentifier: unresolved('parameter'), AutomaticBackupReplicationRegion: unresolved('parameter') });
    for (const name of ['isMember', 'cluster', 'multiAz', 'backupRetentionDays', 'automatedBackupRegions', 'managedPassword']) assert.equal(name in read, false, name);
    assert.equal('automatedBackupRegions' in attributesOf(rdsInstance, 'cloudformation', { AutomaticBackupReplicationRegion: unresolved('parameter') }), false);
  });

  it('takes replicated backups from the region that the part is declared in', () => {
    assert.deepEqual(
      partAttributesOf(rdsInstance, 'aws_db_instance_automated_backups_replication', { source_db_instance_arn: 'arn:aws:rds:eu-west-1:123456789012:db:shop' }, { region: 'eu-central-1' }),
      { automatedBackupRegions: ['eu-central-1'] },
    );
    assert.deepEqual(rdsInstance.parts?.aws_db_instance_automated_backups_replication?.absent, { automatedBackupRegions: [] });
  });

  it('links the cluster that contains it and the instance that it replicates', () => {
    assert.deepEqual(referencesOf(rdsInstance, { cluster: 'shop', source: 'arn:aws:rds:us-east-1:123456789012:db:shop', kmsKey: key, subnetGroup: 'db' }), [
      { edge: 'contains', from: 'shop', to: '⟦itself⟧', target: 'AWS::RDS::DBCluster' },
      { edge: 'replicates', from: 'arn:aws:rds:us-east-1:123456789012:db:shop', to: '⟦itself⟧', target: 'AWS::RDS::DBInstance' },
      { edge: 'uses-key', to: key, target: 'AWS::KMS::Key' },
      { edge: 'attaches', to: 'db', target: 'AWS::RDS::DBSubnetGroup' },
    ]);
  });
});
