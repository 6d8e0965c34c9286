import { tagged } from '../../model/tag-table.ts';
import { backupCopies } from '../../graph/queries/backup-copies.ts';
import { peers } from '../../graph/queries/peer.ts';
import { rule } from '../rule.ts';
import { copiedByBackup } from '../support/backup-copies.ts';
import { listed } from '../support/list.ts';
import { copyingPlan } from '../support/copying-plan.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { exempt, gap, ready, unknown } from '../verdict.ts';

const files = (rest: string): string => yaml`
  Files:
    Type: AWS::FSx::FileSystem
    Properties: { SubnetIds: [subnet-0123456789abcdef0], ${rest} }
`;
const windows = 'FileSystemType: WINDOWS, WindowsConfiguration: { DeploymentType: MULTI_AZ_1, ThroughputCapacity: 32 }';

export const dataFsxNoXregion = rule({
  id: 'data-fsx-no-xregion',
  title: 'FSx file system has no copy in the target region',
  on: 'fsx-file-system',
  needs: ['system'],
  severity: severities('H/C/C/C'),
  why: 'The files exist in one region only; no FSx file system replicates across regions by itself.',
  fix: 'Windows, Lustre, OpenZFS: copy backups with AWS Backup or CopyBackup, and for a file system that stands ready keep one in the target region in step by DataSync (OpenZFS: CopySnapshotAndUpdateVolume; Lustre: a data repository association with a replicated bucket). ONTAP: SnapMirror to a file system in the target region. Declare such a pair with the tag mr:counterpart, and give Windows its directory and DNS aliases there.',
  effect: 'RPO is all files, and RTO bringing them from elsewhere. Copied backups lose what came after the last copy and take as long to restore as the file system is large; a second file system kept in step loses one interval of its task.',
  links: [
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html',
    'https://docs.aws.amazon.com/fsx/latest/APIReference/API_CopyBackup.html',
  ],
  examples: {
    gap: [
      { home: files(windows) },
      { name: 'AWS Backup does not copy ONTAP', strategy: 'backup-restore', home: `${files("FileSystemType: ONTAP, Tags: [{ Key: backup, Value: daily }]")}\n${copyingPlan}` },
    ],
    ready: [
      { name: 'backups are copied', strategy: 'backup-restore', home: `${files(`${windows}, Tags: [{ Key: backup, Value: daily }]`)}\n${copyingPlan}` },
      { name: 'a pair that is kept in step', home: files(`${windows}, Tags: [{ Key: mr:counterpart, Value: Files }]`), target: files(windows) },
    ],
    unknown: [
      { name: 'a file system in both regions: templates cannot say who fills it', home: files(windows), target: files(windows) },
      { name: 'whether a restore is fast enough', strategy: 'pilot-light', home: `${files(`${windows}, Tags: [{ Key: backup, Value: daily }]`)}\n${copyingPlan}` },
    ],
    exempt: [{ name: 'scratch that is filled from a bucket', home: files("FileSystemType: LUSTRE, LustreConfiguration: { DeploymentType: SCRATCH_2, ImportPath: 's3://training' }") }],
  },

  check(system, context) {
    const { name, attributes } = system;
    const { graph, intent: { target, strategy } } = context;
    const { repositories = [], deployment = '' } = attributes;
    if (deployment.startsWith('SCRATCH') && repositories.length > 0) return exempt(`${name} is scratch storage that is filled from ${listed(repositories)}.`);
    const peer = peers(graph, system, target)[0];
    if (peer !== undefined && tagged(system, 'mr:counterpart') !== undefined) return ready(`${name} is declared to have the counterpart ${peer.resource.name} in ${target}.`);
    const backed = copiedByBackup(system, context);
    if (backed !== undefined) return backed;
    if (peer !== undefined) return unknown(`${peer.resource.name} exists in ${target}; whether the files of ${name} are in it nobody told us.`, { ask: 'The tag mr:counterpart where they are.' });
    const copied = backupCopies(graph, system, target).sure.length > 0;
    if (copied && strategy === 'pilot-light') return unknown(`Backups of ${name} are copied to ${target}; whether a restore from them fits the recovery time objective nobody told us.`, { ask: `A timed restore in ${target}.` });
    return gap(`${name} has no counterpart in ${target}.${copied ? ` Its backups are copied there, which ${strategy.replace('-', ' ')} cannot wait for.` : ''}`);
  },
});
