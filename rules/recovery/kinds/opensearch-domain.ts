import { assumed, documented, hours, minutes, recovery } from '../recovery.ts';

export const opensearchDomainRecovery = recovery({
  kind: 'opensearch-domain',
  copyRule: 'data-opensearch-no-ccr',
  ways: {
    replication: {
      title: 'Cross-cluster replication',
      sync: 'continuous',
      writers: 'one',
      rpo: documented(minutes(1), 'followers lag by about a minute at most'),
      setUp: ['Create a domain in {target}, connect it with {name} and start followers or an auto-follow rule'],
      verify: 'GET _plugins/_replication/follower_stats in {target}',
      takeOver: [
        { text: 'Stop replication of the followers in {target}, which makes them writable', time: assumed(minutes(5), 'one call for each index'), plane: 'data', irreversible: 'A stopped follower cannot resume: build it again' },
      ],
      giveBack: 'Replicate from {target} to {home} and switch in a window without writes',
    },
  },
  anew: { text: 'Create {name} in {target} from its template and index again from the source', time: assumed(hours(4), 'indexing time grows with the documents'), plane: 'control' },
  links: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/replication.html'],
});
