import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fsxFileSystem } from '../../../model/kinds/fsx-file-system.ts';
import { attributesOf, partAttributesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('fsx-file-system', () => {
  it('reads the same attributes from both', () => {
    const read = sameAttributes(fsxFileSystem, {
      cloudformation: { FileSystemType: 'WINDOWS', KmsKeyId: 'alias/files', SubnetIds: ['subnet-2', 'subnet-1'], SecurityGroupIds: ['sg-1'], WindowsConfiguration: { DeploymentType: 'MULTI_AZ_1', AutomaticBackupRetentionDays: 7 } },
      terraform: { kms_key_id: 'alias/files', subnet_ids: ['subnet-2', 'subnet-1'], security_group_ids: ['sg-1'], deployment_type: 'MULTI_AZ_1', automatic_backup_retention_days: 7 },
    });
    assert.deepEqual(read, { system: 'WINDOWS', deployment: 'MULTI_AZ_1', backupRetentionDays: 7, repositories: [], kmsKey: 'alias/files', subnets: ['subnet-1', 'subnet-2'], securityGroups: ['sg-1'] });
    sameDescribed(fsxFileSystem, {
      like: read, untold: ['securityGroups'],
      describe: { FileSystemType: 'WINDOWS', KmsKeyId: 'alias/files', SubnetIds: ['subnet-2', 'subnet-1'], WindowsConfiguration: { DeploymentType: 'MULTI_AZ_1', AutomaticBackupRetentionDays: 7 } },
    });
  });

  it('reads the buckets behind a Lustre file system', () => {
    const path = 's3://training-data/images';
    const lustre = attributesOf(fsxFileSystem, 'cloudformation', { FileSystemType: 'LUSTRE', LustreConfiguration: { DeploymentType: 'SCRATCH_2', ImportPath: path } });
    assert.deepEqual(lustre['repositories'], [path]);
    assert.deepEqual(attributesOf(fsxFileSystem, 'describe', { FileSystemType: 'LUSTRE', LustreConfiguration: { DataRepositoryConfiguration: { ImportPath: path } } })['repositories'], [path]);
    assert.deepEqual(partAttributesOf(fsxFileSystem, 'AWS::FSx::DataRepositoryAssociation', { DataRepositoryPath: path }), { repositories: [path] });
    assert.deepEqual(fsxFileSystem.references?.({ repositories: [path] }).map(({ edge, to }) => `${edge} ${to}`), ['reads training-data']);
  });

  it('takes the system from Terraform’s type', () => {
    assert.equal(attributesOf(fsxFileSystem, 'terraform', {}, { type: 'aws_fsx_ontap_file_system' })['system'], 'ONTAP');
  });
});
