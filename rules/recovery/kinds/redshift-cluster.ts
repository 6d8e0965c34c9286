import { assumed, documented, hours, recovery } from '../recovery.ts';

export const redshiftClusterRecovery = recovery({
  kind: 'redshift-cluster',
  copyRule: 'data-redshift-no-copy',
  ways: {
    backup: {
      title: 'Copied snapshots',
      sync: 'periodic',
      writers: 'one',
      rpo: documented(hours(8), 'automated snapshots are made every eight hours or 5 GB of changes'),
      setUp: ['Turn on cross-region snapshot copy of {name} to {target}, with a grant for its key'],
      verify: 'redshift:DescribeClusterSnapshots in {target}: age of the newest',
      takeOver: [
        { text: 'Restore {name} from its newest snapshot in {target}', time: assumed(hours(1), 'the cluster serves before all blocks are loaded'), plane: 'control', irreversible: 'What was written after that snapshot is lost' },
      ],
      giveBack: 'Copy snapshots back and restore in {home} in a window without writes',
    },
  },
  anew: { text: 'Create {name} in {target} from its template and load again from the source', time: assumed(hours(8), 'loading time grows with the data'), plane: 'control' },
  links: ['https://docs.aws.amazon.com/redshift/latest/mgmt/cross-region-snapshot-copy.html'],
});
