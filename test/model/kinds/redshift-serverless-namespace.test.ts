import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { redshiftServerlessNamespace } from '../../../model/kinds/redshift-serverless-namespace.ts';
import { referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('redshift-serverless-namespace', () => {
  it('reads both; Terraform has no snapshot copies, so that they stay untold', () => {
    const read = sameAttributes(redshiftServerlessNamespace, {
      cloudformation: { NamespaceName: 'dwh', KmsKeyId: 'alias/dwh', IamRoles: ['load'], ManageAdminPassword: true, SnapshotCopyConfigurations: [{ DestinationRegion: 'eu-central-1' }] },
      terraform: { namespace_name: 'dwh', kms_key_id: 'alias/dwh', iam_roles: ['load'], manage_admin_password: true, admin_user_password: 'not-to-be-kept' },
      ignore: ['copyRegions'],
    });
    assert.deepEqual(read, { copyRegions: ['eu-central-1'], kmsKey: 'alias/dwh', managedPassword: true, roles: ['load'] });
    sameDescribed(redshiftServerlessNamespace, {
      like: { ...read, roles: ['arn:aws:iam::123456789012:role/load'] },
      describe: {
        namespaceName: 'dwh', namespaceId: '1', kmsKeyId: 'alias/dwh', iamRoles: ['IamRole(applyStatus=in-sync, iamRoleArn=arn:aws:iam::123456789012:role/load)'],
        adminPasswordSecretArn: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:redshift!dwh', SnapshotCopyConfigurations: [{ destinationRegion: 'eu-central-1', snapshotRetentionPeriod: 7 }],
      },
    });
    assert.deepEqual(referencesOf(redshiftServerlessNamespace, read), [
      { edge: 'uses-key', to: 'alias/dwh', target: 'AWS::KMS::Alias' },
      { edge: 'uses-role', to: 'load', target: 'AWS::IAM::Role' },
    ]);
  });
});
