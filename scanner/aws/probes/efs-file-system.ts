import type { MountTargetDescription } from '@aws-sdk/client-efs';
import { detail, follow, probe, type Listed } from '../probe.ts';
import { dnsSuffix } from '../probing/dns-suffix.ts';
import { efs } from '../services/efs.ts';
import { tagsIn } from '../tags.ts';

const fileSystem = ({ name }: Listed): { FileSystemId: string } => ({ FileSystemId: name });

export const efsFileSystem = probe({
  kind: 'efs-file-system',
  lists: [[efs, 'DescribeFileSystems']],
  async *list(place) {
    for await (const { FileSystems = [] } of place.pages(efs, 'DescribeFileSystems', { MaxItems: 100 })) {
      for (const each of FileSystems) {
        if (each.FileSystemId === undefined) continue;
        const host = `${each.FileSystemId}.efs.${place.region}.${dnsSuffix(place)}`;
        yield { name: each.FileSystemId, arn: each.FileSystemArn, identities: [host], tags: tagsIn(each.Tags), document: each };
      }
    }
  },
  details: {
    ReplicationConfigurations: detail(efs, 'DescribeReplicationConfigurations', {
      input: fileSystem,
      take: ({ Replications }) => Replications,
      none: ['ReplicationNotFound'],
      answers: ['replicaRegions', 'replicas'],
    }),
    BackupPolicy: detail(efs, 'DescribeBackupPolicy', { input: fileSystem, take: ({ BackupPolicy }) => BackupPolicy, none: ['PolicyNotFound'], answers: ['backups'] }),
    FileSystemPolicy: detail(efs, 'DescribeFileSystemPolicy', { input: fileSystem, take: ({ Policy }) => Policy, none: ['PolicyNotFound'], answers: ['policy'] }),
    MountTargets: detail(efs, 'DescribeMountTargets', { input: fileSystem, take: ({ MountTargets }) => MountTargets, answers: ['mountTargetSubnets'] }),
    MountTargetSecurityGroups: detail(efs, 'DescribeMountTargets', {
      input: fileSystem,
      take: ({ MountTargets }) => MountTargets,
      each: follow(efs, 'DescribeMountTargetSecurityGroups', {
        input: ({ MountTargetId }: MountTargetDescription) => ({ MountTargetId }),
        take: ({ SecurityGroups }) => ({ SecurityGroups }),
      }),
      answers: ['securityGroups'],
    }),
  },
  beyondConfig: ['replicaRegions', 'replicas', 'mountTargetSubnets', 'securityGroups', 'overwriteProtection', 'availabilityZone', 'policy'],
});
