import { z } from 'zod';
import { kind } from '../kind.ts';
import { attachesTo, edges, usesKeys } from '../linking.ts';
import { policyStatementSchema, statementsOf } from '../policy.ts';
import type { Properties } from '../properties.ts';
import { filled, is, isSet, setOf, told } from '../reading.ts';

const replica = z.object({
  region: z.string().optional().describe('Region of the replica'),
  fileSystem: z.string().optional().describe('File system that is the replica, where it is named: id, ARN or symbol'),
  kmsKey: z.string().optional().describe('Key of the replica'),
});

export const efsFileSystem = kind({
  id: 'efs-file-system',
  title: 'EFS file system',
  traits: ['data-store'],
  names: { cloudformation: 'AWS::EFS::FileSystem', terraform: ['aws_efs_file_system'] },
  arn: 'arn:{partition}:elasticfilesystem:{region}:{account}:file-system/{id}',
  name: {},
  hosts: ['{id}.efs.{region}.{suffix}', '*.{id}.efs.{region}.{suffix}'],
  attributes: z.object({
    replicaRegions: z.array(z.string()).describe('Regions that it is replicated to'),
    replicas: z.array(replica).describe('Replication destinations'),
    overwriteProtection: z.boolean().describe('It cannot become the destination of a replication'),
    backups: z.boolean().describe('Automatic backups are on'),
    encrypted: z.boolean().describe('Encryption at rest is on'),
    kmsKey: z.string().describe('Key for encryption at rest'),
    availabilityZone: z.string().describe('Availability Zone of a One Zone file system'),
    mountTargetSubnets: z.array(z.string()).describe('Subnets with a mount target'),
    securityGroups: z.array(z.string()).describe('Security groups of its mount targets'),
    policy: z.array(policyStatementSchema).describe('Statements of the file system policy'),
  }),
  read: {
    cloudformation: (from) => ({
      replicaRegions: setOf(from.texts('ReplicationConfiguration.Destinations[].Region', [])),
      replicas: from.items('ReplicationConfiguration.Destinations[]')?.map((each) =>
        told({ region: filled(each.text('Region')), fileSystem: filled(each.text('FileSystemId')), kmsKey: filled(each.text('KmsKeyId')) }),
      ),
      overwriteProtection: is(from.text('FileSystemProtection.ReplicationOverwriteProtection', 'ENABLED'), 'ENABLED'),
      backups: is(isSet(from, 'AvailabilityZoneName') === false ? from.text('BackupPolicy.Status', 'DISABLED') : from.text('BackupPolicy.Status'), 'ENABLED'),
      encrypted: isSet(from, 'KmsKeyId') === true ? true : from.flag('Encrypted'),
      kmsKey: filled(from.text('KmsKeyId')),
      availabilityZone: filled(from.text('AvailabilityZoneName')),
      policy: from.has('FileSystemPolicy') === false ? [] : statementsOf(from, 'FileSystemPolicy'),
    }),
    terraform: (from) => ({
      overwriteProtection: is(from.text('protection.replication_overwrite', 'ENABLED'), 'ENABLED'),
      encrypted: isSet(from, 'kms_key_id') === true ? true : from.flag('encrypted'),
      kmsKey: filled(from.text('kms_key_id')),
      availabilityZone: filled(from.text('availability_zone_name')),
    }),
    describe: (from) => ({
      replicaRegions: setOf(outgoing(from)?.map((each) => each.text('Region') ?? '')),
      replicas: outgoing(from)?.map((each) => told({ region: each.text('Region'), fileSystem: filled(each.text('FileSystemId')) })),
      overwriteProtection: is(from.text('FileSystemProtection.ReplicationOverwriteProtection', 'ENABLED'), 'ENABLED'),
      backups: is(from.text('BackupPolicy.Status', 'DISABLED'), 'ENABLED', 'ENABLING'),
      encrypted: from.flag('Encrypted', false),
      kmsKey: filled(from.text('KmsKeyId')),
      availabilityZone: filled(from.text('AvailabilityZoneName')),
      mountTargetSubnets: setOf(from.texts('MountTargets[].SubnetId', [])),
      securityGroups: setOf(from.texts('MountTargetSecurityGroups[].SecurityGroups[]', [])),
      policy: isSet(from, 'FileSystemPolicy') === false ? [] : statementsOf(from, 'FileSystemPolicy'),
    }),
  },
  parts: {
    'AWS::EFS::MountTarget': { of: 'FileSystemId', read: (from) => ({ mountTargetSubnets: from.texts('SubnetId'), securityGroups: setOf(from.texts('SecurityGroups[]')) }) },
    aws_efs_mount_target: {
      of: 'file_system_id',
      read: (from) => ({ mountTargetSubnets: from.texts('subnet_id'), securityGroups: setOf(from.texts('security_groups[]')) }),
      absent: { mountTargetSubnets: [] },
    },
    aws_efs_replication_configuration: { of: 'source_file_system_id', read: replication, absent: { replicaRegions: [], replicas: [] } },
    aws_efs_backup_policy: { of: 'file_system_id', read: (from) => ({ backups: is(from.text('backup_policy.status'), 'ENABLED') }) },
    aws_efs_file_system_policy: { of: 'file_system_id', read: (from) => ({ policy: statementsOf(from, 'policy') }), absent: { policy: [] } },
  },
  copies: ({ replicas = [] }) => replicas.flatMap(({ region, fileSystem, kmsKey }) => (region === undefined || fileSystem !== undefined ? [] : [{ region, attributes: { kmsKey, encrypted: true } }])),
  references: ({ kmsKey, replicas = [], mountTargetSubnets, securityGroups }) => [
    ...usesKeys(kmsKey, ...replicas.map((each) => each.kmsKey)),
    ...edges('replicates', replicas.map(({ fileSystem }) => fileSystem), 'AWS::EFS::FileSystem'),
    ...attachesTo({ subnets: mountTargetSubnets, securityGroups }),
  ],
});

function replication(from: Properties): { replicaRegions: string[] | undefined; replicas: z.infer<typeof replica>[] } {
  const region = filled(from.text('destination.region')) ?? zoneRegion(from.text('destination.availability_zone_name'));
  return {
    replicaRegions: region === undefined ? undefined : [region],
    replicas: [told({ region, fileSystem: filled(from.text('destination.file_system_id')), kmsKey: filled(from.text('destination.kms_key_id')) })],
  };
}

/** A One Zone destination is named by its zone: eu-central-1a. */
const zoneRegion = (zone: string | undefined): string | undefined => /^[a-z]{2,4}(?:-[a-z]+)+-\d+(?=[a-z]$)/.exec(zone ?? '')?.[0];

/** Destinations of the replications that start here: the service also tells of the one that ends here. */
function outgoing(from: Properties): Properties[] | undefined {
  const own = from.text('FileSystemId');
  return from.items('ReplicationConfigurations[]')?.filter((each) => each.text('SourceFileSystemId') === own).flatMap((each) => each.items('Destinations[]') ?? []);
}
