import { expression, type MakeRemedy } from '../remedy.ts';
import { homeOf, inTarget, keyLimit, label, logicalId, targetProvider } from './words.ts';

/** A replication of the file system to a new one in the target. */
export const efsReplication: MakeRemedy = (system, { intent: { home, target } }) => {
  if (system.kind !== 'efs-file-system') return undefined;
  const { name, attributes: { kmsKey } } = system;
  const from = homeOf(system, home);
  const [id, tf] = [logicalId(name), label(name)];
  const fileSystem = name.startsWith('fs-') ? name : 'fs-00000000000000000';
  return {
    title: `Replicate ${name} to ${target}`,
    cloudformation: [{ region: from, merge: true, note: `merge this property into the file system ${name}`, resources: { [id]: { Type: 'AWS::EFS::FileSystem', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', Properties: { ReplicationConfiguration: { Destinations: [{ Region: target }] } } } } }],
    terraform: [
      targetProvider(target),
      { type: 'variable', labels: [`${tf}_subnets`], body: { type: expression('list(string)'), description: `Subnets of the target that mount the replica of ${name}`.replace(/[^\w .-]/g, ' ') } },
      { type: 'resource', labels: ['aws_efs_replication_configuration', tf], body: { source_file_system_id: fileSystem }, blocks: [{ type: 'destination', body: { region: target } }] },
      { type: 'resource', labels: ['aws_efs_mount_target', `${tf}_replica`], body: { provider: inTarget, for_each: expression(`toset(var.${tf}_subnets)`), file_system_id: expression(`aws_efs_replication_configuration.${tf}.destination[0].file_system_id`), subnet_id: expression('each.value') } },
    ],
    cli: [{ region: from, words: ['efs', 'create-replication-configuration', '--source-file-system-id', fileSystem, '--destinations', JSON.stringify([{ Region: target }])] }],
    limits: [
      ...(name.startsWith('fs-') ? [] : [`Nobody told us the id of ${name}: replace fs-00000000000000000 by it.`]), ...keyLimit(kmsKey, 'the replica'),
      'Mount targets, their security groups and access points are not replicated. The replica is read-only until the replication is deleted.',
    ],
  };
};
