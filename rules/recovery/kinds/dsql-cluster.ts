import { assumed, documented, fromBackup, hours, minutes, recovery } from '../recovery.ts';

export const dsqlClusterRecovery = recovery({
  kind: 'dsql-cluster',
  copyRule: 'data-dsql-single-region',
  ways: {
    replication: {
      title: 'Peered cluster',
      sync: 'synchronous',
      writers: 'both',
      rpo: documented(0, 'transactions commit in both regions'),
      setUp: ['Create a cluster in {target} and peer it with {name}, with a witness region'],
      verify: 'dsql:GetCluster of both: status ACTIVE',
      takeOver: [],
      giveBack: 'Nothing to do: the peers agree again by themselves',
    },
    backup: fromBackup(assumed(hours(1), 'restore time grows with the cluster')),
  },
  anew: { text: 'Create the cluster of {name} in {target} from its template, empty', time: assumed(minutes(5), 'creation of a cluster'), plane: 'control' },
  links: ['https://docs.aws.amazon.com/aurora-dsql/latest/userguide/multi-region-clusters.html'],
});
