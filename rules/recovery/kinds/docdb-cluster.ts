import { assumed, documented, fromBackup, hours, minutes, recovery } from '../recovery.ts';

export const docdbClusterRecovery = recovery({
  kind: 'docdb-cluster',
  copyRule: 'data-docdb-no-global',
  ways: {
    membership: {
      title: 'Global cluster',
      sync: 'continuous',
      writers: 'one',
      rpo: documented(1, 'replication lag is typically below a second'),
      setUp: ['Add {name} to a global cluster and create a secondary cluster with instances in {target}'],
      verify: 'CloudWatch GlobalClusterReplicationLag of the secondary in {target}',
      takeOver: [
        { text: 'Fail over the global cluster of {name} to {target}, allowing data loss', time: documented(minutes(2), 'documented below a minute for the promotion, and the clients follow'), plane: 'control', irreversible: 'Writes that had not been shipped are lost' },
      ],
      switchOver: [{ text: 'Switch the global cluster of {name} over to {target}', time: documented(minutes(5), 'a managed switchover waits until nothing is missing'), plane: 'control' }],
      giveBack: 'Switch the global cluster back to {home} when its cluster has caught up',
    },
    backup: fromBackup(assumed(hours(1), 'restore time grows with the cluster')),
  },
  anew: { text: 'Create {name} in {target} from its template, empty', time: assumed(minutes(20), 'creation of a cluster'), plane: 'control' },
  links: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/global-clusters.html'],
});
