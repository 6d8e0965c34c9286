import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { redshiftCluster } from '../../../model/kinds/redshift-cluster.ts';
import { attributesOf, partAttributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('redshift-cluster', () => {
  it('reads the same attributes from both', () => {
    const read = sameAttributes(redshiftCluster, {
      cloudformation: { ClusterIdentifier: 'dwh', NodeType: 'ra3.xlplus', NumberOfNodes: 2, KmsKeyId: 'alias/dwh', DestinationRegion: 'eu-central-1', SnapshotCopyGrantName: 'dr', ManageMasterPassword: true, IamRoles: ['arn:aws:iam::123456789012:role/load'], VpcSecurityGroupIds: ['sg-1'], LoggingProperties: { BucketName: 'audit' } },
      terraform: { cluster_identifier: 'dwh', node_type: 'ra3.xlplus', number_of_nodes: 2, kms_key_id: 'alias/dwh', snapshot_copy: [{ destination_region: 'eu-central-1', grant_name: 'dr' }], manage_master_password: true, iam_roles: ['arn:aws:iam::123456789012:role/load'], vpc_security_group_ids: ['sg-1'], logging: [{ enable: true, bucket_name: 'audit' }] },
    });
    assert.deepEqual(read, {
      copyRegions: ['eu-central-1'], copyGrant: 'dr', instanceClasses: ['ra3.xlplus'], nodes: 2, multiAz: false, encrypted: true, kmsKey: 'alias/dwh', snapshotRetentionDays: 1,
      managedPassword: true, roles: ['arn:aws:iam::123456789012:role/load'], securityGroups: ['sg-1'], logBucket: 'audit',
    });
    sameDescribed(redshiftCluster, {
      like: read,
      beyond: { subnetGroup: 'default', parameterGroup: 'default.redshift-1.0', availabilityZone: 'eu-west-1a', passwordKey: 'alias/dwh' },
      describe: {
        ClusterIdentifier: 'dwh', NodeType: 'ra3.xlplus', NumberOfNodes: 2, MultiAZ: 'Disabled', Encrypted: true, KmsKeyId: 'alias/dwh', AutomatedSnapshotRetentionPeriod: 1, AvailabilityZone: 'eu-west-1a',
        ClusterSnapshotCopyStatus: { DestinationRegion: 'eu-central-1', RetentionPeriod: 7, SnapshotCopyGrantName: 'dr' }, MasterPasswordSecretArn: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:redshift!dwh',
        MasterPasswordSecretKmsKeyId: 'alias/dwh', IamRoles: [{ IamRoleArn: 'arn:aws:iam::123456789012:role/load', ApplyStatus: 'in-sync' }], ClusterSubnetGroupName: 'default',
        ClusterParameterGroups: [{ ParameterGroupName: 'default.redshift-1.0', ParameterApplyStatus: 'in-sync' }], VpcSecurityGroups: [{ VpcSecurityGroupId: 'sg-1', Status: 'active' }],
        LoggingStatus: { LoggingEnabled: true, BucketName: 'audit' },
      },
    });
  });

  it('reads snapshot copies that are declared apart', () => {
    assert.equal('copyRegions' in attributesOf(redshiftCluster, 'terraform', {}), false);
    assert.deepEqual(partAttributesOf(redshiftCluster, 'aws_redshift_snapshot_copy', { cluster_identifier: 'dwh', destination_region: 'eu-central-1' }), { copyRegions: ['eu-central-1'] });
    assert.deepEqual(redshiftCluster.parts?.aws_redshift_snapshot_copy?.absent, { copyRegions: [] });
    assert.deepEqual(attributesOf(redshiftCluster, 'cloudformation', {})['copyRegions'], []);
  });

  it('links keys, roles and the log bucket', () => {
    assert.deepEqual(referencesOf(redshiftCluster, { kmsKey: 'alias/dwh', roles: ['load'], logBucket: 'audit' }), [
      { edge: 'uses-key', to: 'alias/dwh', target: 'AWS::KMS::Alias' },
      { edge: 'uses-role', to: 'load', target: 'AWS::IAM::Role' },
      { edge: 'writes', to: 'audit', target: 'AWS::S3::Bucket' },
    ]);
  });
});
