import { efsReplication } from '../remedies/efs-replication.ts';
import { rule } from '../rule.ts';
import { copiedByBackup } from '../support/backup-copies.ts';
import { regionsOf, replicasOf } from '../../graph/queries/copies.ts';
import { replicatedInto } from '../support/regions-held.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';

export const dataEfsNoReplication = rule({
  id: 'data-efs-no-replication',
  title: 'EFS file system is not replicated to the target region',
  on: 'efs-file-system',
  needs: ['replicaRegions'],
  severity: severities('H/C/C/C'),
  why: 'The files exist in one region only, and a file system cannot be mounted from another region when its own is lost.',
  fix: 'Add a replication to the target region with a key of that region, and create mount targets, security groups and access points there, which replication does not. The replica is read-only until the replication is deleted. For backup & restore copy recovery points with AWS Backup.',
  remedy: efsReplication,
  effect: {
    otherwise: 'RPO is everything since the last copied backup, or all files, and RTO the restore of all of them. A replica lags by less than 15 minutes for most file systems, longer with very many or very large files that change, and is writable minutes after the replication is deleted.',
    'backup-restore': 'RPO is all files, since neither a replica nor a copied backup is in the target; RTO is bringing them from elsewhere. With copied backups RPO is their interval.',
  },
  links: ['https://docs.aws.amazon.com/efs/latest/ug/efs-replication.html'],
  examples: {
    gap: [
      { home: yaml`
        Uploads:
          Type: AWS::EFS::FileSystem
      ` },
    ],
    ready: [
      { home: yaml`
        Uploads:
          Type: AWS::EFS::FileSystem
          Properties:
            ReplicationConfiguration: { Destinations: [{ Region: eu-west-1 }] }
      ` },
    ],
    unknown: [
      { home: yaml`
        Uploads:
          Type: AWS::EFS::FileSystem
          Properties:
            ReplicationConfiguration: { Destinations: [{ Region: '{{resolve:ssm:/uploads/region}}' }] }
      ` },
    ],
    exempt: [
      { name: 'a build cache', home: yaml`
        Builds:
          Type: AWS::EFS::FileSystem
          Properties: { FileSystemTags: [{ Key: mr:data-class, Value: cache }] }
      ` },
    ],
  },

  check(system, context) {
    const { name, attributes } = system;
    const regions = [...attributes.replicaRegions, ...regionsOf(replicasOf(context.graph, system))];
    const replicated = replicatedInto({ name, regions, target: context.intent.target });
    return replicated.state === 'ready' ? replicated : (copiedByBackup(system, context) ?? replicated);
  },
});
