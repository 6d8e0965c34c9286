import { assumed, documented, minutes, recovery } from '../recovery.ts';

export const elasticacheReplicationGroupRecovery = recovery({
  kind: 'elasticache-replication-group',
  copyRule: 'data-elasticache-no-global',
  ways: {
    membership: {
      title: 'Global Datastore',
      sync: 'continuous',
      writers: 'one',
      rpo: documented(1, 'replication lag is typically below a second'),
      setUp: ['Make {name} the primary of a global datastore and add a secondary in {target}'],
      verify: 'CloudWatch GlobalDatastoreReplicationLag',
      takeOver: [
        { text: 'Promote the secondary of {name} in {target}', time: documented(minutes(1), 'documented below a minute'), plane: 'control', irreversible: 'Writes that had not been shipped are lost' },
      ],
      giveBack: 'Promote the group in {home} when it has caught up',
    },
  },
  anew: { text: 'Create {name} in {target} from its template; it starts empty', time: assumed(minutes(15), 'creation of a cluster; what stands behind it bears the load until it is warm'), plane: 'control' },
  links: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Redis-Global-Datastore.html'],
});
