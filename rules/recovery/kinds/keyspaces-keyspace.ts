import { assumed, documented, minutes, recovery } from '../recovery.ts';

export const keyspacesKeyspaceRecovery = recovery({
  kind: 'keyspaces-keyspace',
  copyRule: 'data-keyspaces-single-region',
  ways: {
    replication: {
      title: 'Multi-Region keyspace',
      sync: 'continuous',
      writers: 'both',
      rpo: documented(1, 'writes reach the other regions in about a second'),
      setUp: ['Add {target} to the regions of the keyspace {name}'],
      verify: 'CloudWatch ReplicationLatency',
      takeOver: [],
      giveBack: 'Nothing to do: the regions agree again by themselves; the last writer wins',
    },
  },
  anew: { text: 'Create {name} in {target} from its template, empty', time: assumed(minutes(5), 'creation of a keyspace and its tables'), plane: 'control' },
  links: ['https://docs.aws.amazon.com/keyspaces/latest/devguide/multiRegion-replication.html'],
});
