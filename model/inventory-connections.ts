/**
 * What members mean in the answers of services about resources that no template declares, as inventories record them; written as in
 * `connectionTable`. The types are AWS Config's, or named as it would.
 */
export const inventoryConnections: Readonly<Record<string, readonly string[]>> = {
  'AWS::Backup::RecoveryPoint': ['BackupVaultArn contains .', '. backs-up ResourceArn', '. uses-role IamRoleArn', '. uses-key EncryptionKeyArn', '. refers CreatedBy.BackupPlanArn'],
  'AWS::EC2::Image': ['. refers BlockDeviceMappings[].Ebs.SnapshotId', 'SourceImageId replicates .'],
  'AWS::EC2::Snapshot': ['. backs-up VolumeId', '. uses-key KmsKeyId'],
  'AWS::ECS::ContainerInstance': ['ClusterArn contains .', '. attaches Ec2InstanceId'],
  'AWS::ECS::Task': ['ClusterArn contains .', 'Group contains .', '. refers TaskDefinitionArn', '. attaches ContainerInstanceArn', '. uses-role Overrides.TaskRoleArn', '. uses-role Overrides.ExecutionRoleArn'],
  'AWS::RDS::DBClusterSnapshot': ['. backs-up DBClusterIdentifier', '. uses-key KmsKeyId', 'SourceDBClusterSnapshotArn replicates .'],
  'AWS::RDS::DBSnapshot': ['. backs-up DBInstanceIdentifier', '. uses-key KmsKeyId', 'SourceDBSnapshotIdentifier replicates .'],
  'AWS::SSM::ManagedInstanceInventory': ['. observes InstanceId'],
};
