import { assumed, documented, minutes, recovery } from '../recovery.ts';

export const mskClusterRecovery = recovery({
  kind: 'msk-cluster',
  copyRule: 'data-msk-no-replicator',
  ways: {
    replication: {
      title: 'MSK Replicator',
      sync: 'continuous',
      writers: 'one',
      rpo: documented(minutes(1), 'records arrive within seconds to a minute as a rule'),
      setUp: ['Create a cluster in {target} and a replicator from {name} to it, with consumer group offsets'],
      verify: 'CloudWatch MessageLag of the replicator',
      takeOver: [
        { text: 'Point producers and consumers of {name} to the cluster in {target}', time: assumed(minutes(10), 'a change of configuration and a restart of its users'), plane: 'data' },
      ],
      giveBack: 'Replicate from {target} to {home} and point back when it has caught up',
    },
  },
  anew: { text: 'Create {name} in {target} from its template, empty', time: assumed(minutes(40), 'creation of a cluster'), plane: 'control' },
  links: ['https://docs.aws.amazon.com/msk/latest/developerguide/msk-replicator.html'],
});
