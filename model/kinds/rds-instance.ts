import { z } from 'zod';
import { parseArn } from '../arn.ts';
import { kind } from '../kind.ts';
import { attachesTo, edges, inbound, usesKeys, usesRoles } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { filled, firstText, isSet, positive, setOf, single, some, union } from '../reading.ts';

export const rdsInstance = kind({
  id: 'rds-instance',
  title: 'RDS DB instance',
  traits: ['data-store'],
  names: { cloudformation: 'AWS::RDS::DBInstance', terraform: ['aws_db_instance', 'aws_rds_cluster_instance'] },
  arn: 'arn:{partition}:rds:{region}:{account}:db:{name}',
  name: { cloudformation: 'DBInstanceIdentifier', terraform: 'identifier' },
  hosts: ['{name}.*.{region}.rds.{suffix}'],
  attributes: z.object({
    engine: z.string().describe('Engine: postgres, mysql, oracle-ee, sqlserver-se, aurora-postgresql …'),
    engineVersion: z.string().describe('Engine version as configured'),
    instanceClasses: z.array(z.string()).describe('DB instance class, as a list of one'),
    isMember: z.boolean().describe('It is a member of a DB cluster, which then holds the data and most settings'),
    cluster: z.string().describe('DB cluster that it is a member of: identifier or symbol'),
    multiAz: z.boolean().describe('A standby runs in another Availability Zone'),
    backupRetentionDays: z.number().describe('Days that automated backups are kept; 0 means none are made'),
    automatedBackupRegions: z.array(z.string()).describe('Regions that automated backups are replicated to'),
    source: z.string().describe('Instance or cluster that it is a read replica of: identifier, ARN or symbol'),
    isReplica: z.boolean().describe('It is a read replica'),
    replicas: z.array(z.string()).describe('Read replicas that the service lists: ARNs for those in other regions, else identifiers'),
    encrypted: z.boolean().describe('Storage is encrypted'),
    kmsKey: z.string().describe('Storage key: ARN, id, alias or symbol'),
    managedPassword: z.boolean().describe('RDS manages the master password in Secrets Manager, which rules out read replicas'),
    passwordKey: z.string().describe('Key of the managed master password'),
    passwordSecret: z.string().describe('Secret of the managed master password: ARN'),
    deletionProtection: z.boolean().describe('Deletion protection is on'),
    parameterGroup: z.string().describe('DB parameter group; a default one if it starts with default.'),
    optionGroup: z.string().describe('Option group'),
    subnetGroup: z.string().describe('DB subnet group'),
    securityGroups: z.array(z.string()).describe('VPC security groups'),
    availabilityZone: z.string().describe('Availability Zone that it is placed in by name'),
    storageGib: z.number().describe('Allocated storage in GiB'),
    maxStorageGib: z.number().describe('Upper limit of storage autoscaling in GiB'),
    iops: z.number().describe('Provisioned IOPS'),
    performanceInsights: z.boolean().describe('Performance Insights is on'),
    logExports: z.array(z.string()).describe('Logs that are exported to CloudWatch'),
    monitoringRole: z.string().describe('Role of enhanced monitoring'),
    roles: z.array(z.string()).describe('Roles that the database uses for features such as S3 import'),
  }),
  read: {
    cloudformation: (from) => ({
      engine: from.text('Engine'),
      engineVersion: from.text('EngineVersion'),
      instanceClasses: setOf(from.texts('DBInstanceClass')),
      isMember: isSet(from, 'DBClusterIdentifier'),
      cluster: filled(from.text('DBClusterIdentifier')),
      multiAz: standsAlone(from, 'DBClusterIdentifier') ? from.flag('MultiAZ', false) : from.flag('MultiAZ'),
      backupRetentionDays: standsAlone(from, 'DBClusterIdentifier', 'SourceDBInstanceIdentifier', 'SourceDBClusterIdentifier')
        ? from.count('BackupRetentionPeriod', 1)
        : from.count('BackupRetentionPeriod'),
      automatedBackupRegions: standsAlone(from, 'DBClusterIdentifier') ? single(from, 'AutomaticBackupReplicationRegion') : undefined,
      source: firstText(from, 'SourceDBInstanceIdentifier', 'SourceDBClusterIdentifier'),
      isReplica: some([isSet(from, 'SourceDBInstanceIdentifier'), isSet(from, 'SourceDBClusterIdentifier')]),
      encrypted: isSet(from, 'KmsKeyId') === true ? true : from.flag('StorageEncrypted'),
      kmsKey: filled(from.text('KmsKeyId')),
      managedPassword: standsAlone(from, 'DBClusterIdentifier') ? from.flag('ManageMasterUserPassword', false) : undefined,
      passwordKey: filled(from.text('MasterUserSecret.KmsKeyId')),
      deletionProtection: standsAlone(from, 'DBClusterIdentifier') ? from.flag('DeletionProtection', false) : undefined,
      parameterGroup: from.text('DBParameterGroupName'),
      optionGroup: from.text('OptionGroupName'),
      subnetGroup: from.text('DBSubnetGroupName'),
      securityGroups: setOf(from.texts('VPCSecurityGroups[]')),
      availabilityZone: filled(from.text('AvailabilityZone')),
      storageGib: from.count('AllocatedStorage'),
      maxStorageGib: from.count('MaxAllocatedStorage'),
      iops: from.count('Iops'),
      performanceInsights: from.flag('EnablePerformanceInsights'),
      logExports: standsAlone(from, 'DBClusterIdentifier') ? setOf(from.texts('EnableCloudwatchLogsExports[]', [])) : undefined,
      monitoringRole: filled(from.text('MonitoringRoleArn')),
      roles: setOf(from.texts('AssociatedRoles[].RoleArn', [])),
    }),
    terraform: (from, { type }) => ({
      engine: filled(from.text('engine')),
      engineVersion: filled(from.text('engine_version')),
      instanceClasses: setOf(from.texts('instance_class')),
      availabilityZone: filled(from.text('availability_zone')),
      performanceInsights: from.flag('performance_insights_enabled'),
      monitoringRole: filled(from.text('monitoring_role_arn')),
      kmsKey: filled(from.text('kms_key_id')),
      ...(type === 'aws_rds_cluster_instance' ? terraformMember(from) : terraformAlone(from)),
    }),
    describe: (from) => ({
      engine: from.text('Engine'),
      engineVersion: from.text('EngineVersion'),
      instanceClasses: setOf(from.texts('DBInstanceClass')),
      isMember: isSet(from, 'DBClusterIdentifier'),
      cluster: filled(from.text('DBClusterIdentifier')),
      source: firstText(from, 'ReadReplicaSourceDBInstanceIdentifier', 'ReadReplicaSourceDBClusterIdentifier'),
      isReplica: some([isSet(from, 'ReadReplicaSourceDBInstanceIdentifier'), isSet(from, 'ReadReplicaSourceDBClusterIdentifier')]),
      replicas: union(from.texts('ReadReplicaDBInstanceIdentifiers[]', []), from.texts('ReadReplicaDBClusterIdentifiers[]', [])),
      encrypted: from.flag('StorageEncrypted', false),
      kmsKey: filled(from.text('KmsKeyId')),
      parameterGroup: from.text('DBParameterGroups.DBParameterGroupName'),
      subnetGroup: from.text('DBSubnetGroup.DBSubnetGroupName'),
      securityGroups: setOf(from.texts('VpcSecurityGroups[].VpcSecurityGroupId', [])),
      availabilityZone: filled(from.text('AvailabilityZone')),
      performanceInsights: from.flag('PerformanceInsightsEnabled', false),
      monitoringRole: filled(from.text('MonitoringRoleArn')),
      roles: setOf(from.texts('AssociatedRoles[].RoleArn', [])),
      ...(standsAlone(from, 'DBClusterIdentifier') ? describedAlone(from) : {}),
    }),
  },
  parts: {
    aws_db_instance_automated_backups_replication: {
      of: 'source_db_instance_arn',
      read: (_, { region }) => ({ automatedBackupRegions: region === undefined ? undefined : [region] }),
      absent: { automatedBackupRegions: [] },
    },
    aws_db_instance_role_association: { of: 'db_instance_identifier', read: (from) => ({ roles: setOf(from.texts('role_arn')) }), absent: { roles: [] } },
  },
  references: ({ cluster, source, kmsKey, passwordKey, passwordSecret, securityGroups, monitoringRole, roles = [], subnetGroup, optionGroup, parameterGroup }) => [
    ...inbound('contains', cluster, 'AWS::RDS::DBCluster'),
    ...inbound('replicates', source, 'AWS::RDS::DBInstance'),
    ...usesKeys(kmsKey, passwordKey),
    ...edges('uses-secret', passwordSecret, 'AWS::SecretsManager::Secret'),
    ...usesRoles(monitoringRole, ...roles),
    ...attachesTo({ securityGroups }),
    ...edges('attaches', subnetGroup, 'AWS::RDS::DBSubnetGroup'),
    ...edges('refers', optionGroup, 'AWS::RDS::OptionGroup'),
    ...edges('refers', parameterGroup, 'AWS::RDS::DBParameterGroup'),
  ],
});

/** True if none of the properties that hand the instance's settings to another resource is set. */
const standsAlone = (from: Properties, ...paths: readonly string[]): boolean => paths.every((path) => isSet(from, path) === false);

function terraformAlone(from: Properties) {
  const alone = standsAlone(from, 'replicate_source_db');
  return {
    isMember: false,
    multiAz: alone ? from.flag('multi_az', false) : from.flag('multi_az'),
    backupRetentionDays: alone ? from.count('backup_retention_period', 0) : from.count('backup_retention_period'),
    source: filled(from.text('replicate_source_db')),
    isReplica: isSet(from, 'replicate_source_db'),
    replicas: setOf(from.texts('replicas[]')),
    encrypted: isSet(from, 'kms_key_id') === true ? true : from.flag('storage_encrypted'),
    managedPassword: from.flag('manage_master_user_password', false),
    passwordKey: filled(from.text('master_user_secret_kms_key_id')),
    passwordSecret: filled(from.text('master_user_secret.secret_arn')),
    deletionProtection: from.flag('deletion_protection', false),
    parameterGroup: filled(from.text('parameter_group_name')),
    optionGroup: filled(from.text('option_group_name')),
    subnetGroup: filled(from.text('db_subnet_group_name')),
    securityGroups: setOf(from.texts('vpc_security_group_ids[]')),
    storageGib: from.count('allocated_storage'),
    maxStorageGib: positive(from.count('max_allocated_storage', 0)) === true ? from.count('max_allocated_storage') : undefined,
    iops: from.count('iops'),
    logExports: setOf(from.texts('enabled_cloudwatch_logs_exports[]', [])),
  };
}

function terraformMember(from: Properties) {
  return {
    isMember: true,
    cluster: filled(from.text('cluster_identifier')),
    isReplica: false,
    encrypted: from.flag('storage_encrypted'),
    parameterGroup: filled(from.text('db_parameter_group_name')),
    subnetGroup: filled(from.text('db_subnet_group_name')),
  };
}

/** Settings that the service repeats for a member although they are its cluster's. */
function describedAlone(from: Properties) {
  return {
    multiAz: from.flag('MultiAZ'),
    backupRetentionDays: from.count('BackupRetentionPeriod'),
    automatedBackupRegions: setOf(from.texts('DBInstanceAutomatedBackupsReplications[].DBInstanceAutomatedBackupsArn', [])?.map((arn) => parseArn(arn)?.region ?? '')),
    managedPassword: from.has('MasterUserSecret'),
    passwordKey: filled(from.text('MasterUserSecret.KmsKeyId')),
    passwordSecret: filled(from.text('MasterUserSecret.SecretArn')),
    deletionProtection: from.flag('DeletionProtection', false),
    optionGroup: from.text('OptionGroupMemberships.OptionGroupName'),
    storageGib: from.count('AllocatedStorage'),
    maxStorageGib: from.count('MaxAllocatedStorage'),
    iops: from.count('Iops'),
    logExports: setOf(from.texts('EnabledCloudwatchLogsExports[]', [])),
  };
}
