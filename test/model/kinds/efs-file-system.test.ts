import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { efsFileSystem } from '../../../model/kinds/efs-file-system.ts';
import { attributesOf, partAttributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('efs-file-system', () => {
  const replicas = [{ region: 'eu-central-1', fileSystem: 'fs-0a1b2c3d4e5f60718', kmsKey: 'alias/files' }];

  it('reads the same attributes from both', () => {
    const read = sameAttributes(efsFileSystem, {
      cloudformation: { KmsKeyId: 'alias/files', AvailabilityZoneName: 'eu-west-1a', FileSystemProtection: { ReplicationOverwriteProtection: 'DISABLED' }, ReplicationConfiguration: { Destinations: [{ Region: 'eu-central-1', FileSystemId: 'fs-0a1b2c3d4e5f60718', KmsKeyId: 'alias/files' }] } },
      terraform: { kms_key_id: 'alias/files', availability_zone_name: 'eu-west-1a', protection: [{ replication_overwrite: 'DISABLED' }] },
      ignore: ['replicaRegions', 'replicas', 'policy'],
    });
    assert.deepEqual(read, { replicaRegions: ['eu-central-1'], replicas, overwriteProtection: false, encrypted: true, kmsKey: 'alias/files', availabilityZone: 'eu-west-1a', policy: [] });
    sameDescribed(efsFileSystem, {
      like: { ...read, replicas: [{ region: 'eu-central-1', fileSystem: 'fs-0a1b2c3d4e5f60718' }] },
      beyond: { backups: true, mountTargetSubnets: ['subnet-1'], securityGroups: ['sg-1', 'sg-2'] },
      describe: {
        FileSystemId: 'fs-1', Encrypted: true, KmsKeyId: 'alias/files', AvailabilityZoneName: 'eu-west-1a', FileSystemProtection: { ReplicationOverwriteProtection: 'DISABLED' }, BackupPolicy: { Status: 'ENABLED' },
        ReplicationConfigurations: [{ SourceFileSystemId: 'fs-1', SourceFileSystemRegion: 'eu-west-1', Destinations: [{ Status: 'ENABLED', FileSystemId: 'fs-0a1b2c3d4e5f60718', Region: 'eu-central-1' }] }],
        FileSystemPolicy: null, MountTargets: [{ MountTargetId: 'fsmt-1', SubnetId: 'subnet-1' }], MountTargetSecurityGroups: [{ SecurityGroups: ['sg-2', 'sg-1'] }],
      },
    });
    const destination = attributesOf(efsFileSystem, 'describe', { FileSystemId: 'fs-2', ReplicationConfigurations: [{ SourceFileSystemId: 'fs-1', Destinations: [{ FileSystemId: 'fs-2', Region: 'eu-west-1' }] }] });
    assert.deepEqual([destination['replicaRegions'], destination['replicas']], [[], []], 'the destination replicates to nowhere');
  });

  it('reads replication, mount targets and backups that are declared apart', () => {
    const of = (destination: Record<string, string>): unknown => partAttributesOf(efsFileSystem, 'aws_efs_replication_configuration', { source_file_system_id: 'fs-1', destination: [destination] });
    assert.deepEqual(of({ region: 'eu-central-1', file_system_id: 'fs-0a1b2c3d4e5f60718', kms_key_id: 'alias/files' }), { replicaRegions: ['eu-central-1'], replicas });
    assert.deepEqual(of({ region: '', availability_zone_name: 'us-west-2b' }), { replicaRegions: ['us-west-2'], replicas: [{ region: 'us-west-2' }] });
    assert.deepEqual(partAttributesOf(efsFileSystem, 'AWS::EFS::MountTarget', { FileSystemId: 'fs-1', SubnetId: 'subnet-1', SecurityGroups: ['sg-1'] }), { mountTargetSubnets: ['subnet-1'], securityGroups: ['sg-1'] });
    assert.deepEqual(partAttributesOf(efsFileSystem, 'aws_efs_backup_policy', { backup_policy: [{ status: 'ENABLED' }] }), { backups: true });
    assert.deepEqual(efsFileSystem.parts?.aws_efs_replication_configuration?.absent, { replicaRegions: [], replicas: [] });
  });

  it('knows the default of automatic backups only where all zones are used', () => {
    assert.equal(attributesOf(efsFileSystem, 'cloudformation', {})['backups'], false);
    assert.equal('backups' in attributesOf(efsFileSystem, 'cloudformation', { AvailabilityZoneName: 'eu-west-1a' }), false);
  });

  it('links keys and replicas', () => {
    assert.deepEqual(referencesOf(efsFileSystem, { replicas }), [
      { edge: 'uses-key', to: 'alias/files', target: 'AWS::KMS::Alias' },
      { edge: 'replicates', to: 'fs-0a1b2c3d4e5f60718', target: 'AWS::EFS::FileSystem' },
    ]);
  });
});
