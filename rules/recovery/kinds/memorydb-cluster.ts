import { assumed, documented, minutes, recovery } from '../recovery.ts';

export const memorydbClusterRecovery = recovery({
  kind: 'memorydb-cluster',
  copyRule: 'data-memorydb-no-multiregion',
  ways: {
    membership: {
      title: 'Multi-Region cluster',
      sync: 'continuous',
      writers: 'both',
      rpo: documented(1, 'writes reach the other regions in about a second'),
      setUp: ['Create a multi-Region cluster and add {name} and a cluster in {target}; data moves by snapshot'],
      verify: 'CloudWatch MultiRegionClusterReplicationLag',
      takeOver: [],
      giveBack: 'Nothing to do: the regions agree again by themselves',
    },
  },
  anew: { text: 'Create {name} in {target} from its template, empty', time: assumed(minutes(15), 'creation of a cluster'), plane: 'control' },
  links: ['https://docs.aws.amazon.com/memorydb/latest/devguide/multi-Region.html'],
});
