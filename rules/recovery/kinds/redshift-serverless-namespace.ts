import { assumed, hours, recovery } from '../recovery.ts';

export const redshiftServerlessNamespaceRecovery = recovery({
  kind: 'redshift-serverless-namespace',
  copyRule: 'data-redshift-no-copy',
  ways: {
    backup: {
      title: 'Copied snapshots',
      sync: 'periodic',
      writers: 'one',
      rpo: assumed(hours(24), 'age of the last snapshot'),
      setUp: ['Turn on snapshot copy of {name} to {target}'],
      verify: 'redshift-serverless:ListSnapshots in {target}: age of the newest',
      takeOver: [
        { text: 'Restore {name} from its newest snapshot in {target}', time: assumed(hours(1), 'restore time grows with the data'), plane: 'control', irreversible: 'What was written after that snapshot is lost' },
      ],
      giveBack: 'Copy snapshots back and restore in {home} in a window without writes',
    },
  },
  anew: { text: 'Create {name} in {target} from its template and load again from the source', time: assumed(hours(8), 'loading time grows with the data'), plane: 'control' },
  links: ['https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-snapshots-recovery-points.html'],
});
