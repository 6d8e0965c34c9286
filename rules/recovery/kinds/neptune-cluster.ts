import { assumed, documented, fromBackup, hours, minutes, recovery } from '../recovery.ts';

export const neptuneClusterRecovery = recovery({
  kind: 'neptune-cluster',
  copyRule: 'data-neptune-no-global',
  ways: {
    membership: {
      title: 'Global database',
      sync: 'continuous',
      writers: 'one',
      rpo: documented(1, 'replication lag is typically below a second'),
      setUp: ['Add {name} to a global database and create a secondary cluster with instances in {target}'],
      verify: 'CloudWatch GlobalDbProgressLag of the secondary in {target}',
      takeOver: [
        { text: 'Detach the secondary cluster of {name} in {target} and promote it, or fail over the global database', time: assumed(minutes(5), 'promotion, and clients that follow'), plane: 'control', irreversible: 'Writes that had not been shipped are lost' },
      ],
      giveBack: 'Build a new secondary in {home} and switch over when it has caught up',
    },
    backup: fromBackup(assumed(hours(1), 'restore time grows with the cluster')),
  },
  anew: { text: 'Create {name} in {target} from its template, empty', time: assumed(minutes(20), 'creation of a cluster'), plane: 'control' },
  links: ['https://docs.aws.amazon.com/neptune/latest/userguide/neptune-global-database.html'],
});
