import { assumed, documented, fromBackup, hours, minutes, recovery } from '../recovery.ts';

export const efsFileSystemRecovery = recovery({
  kind: 'efs-file-system',
  copyRule: 'data-efs-no-replication',
  ways: {
    replication: {
      title: 'EFS replication',
      sync: 'continuous',
      writers: 'one',
      rpo: documented(minutes(15), 'most file systems are replicated within 15 minutes'),
      setUp: ['Create a replication configuration of {name} to {target}, with mount targets there'],
      verify: 'CloudWatch TimeSinceLastSync of {name}',
      takeOver: [
        { text: 'Delete the replication configuration, which makes the copy in {target} writable', time: assumed(minutes(10), 'documented as minutes'), plane: 'control', irreversible: 'Changes that had not been replicated are lost' },
        { text: 'Mount the copy of {name} in {target}', time: assumed(minutes(5), 'a change of configuration and a restart of its users'), plane: 'data' },
      ],
      giveBack: 'Replicate from the copy back to {name} and fail back',
    },
    backup: fromBackup(assumed(hours(4), 'restore time grows with the files')),
  },
  anew: { text: 'Create {name} in {target} from its template, empty', time: assumed(minutes(5), 'creation of a file system and its mount targets'), plane: 'control' },
  links: ['https://docs.aws.amazon.com/efs/latest/ug/efs-replication.html'],
});
