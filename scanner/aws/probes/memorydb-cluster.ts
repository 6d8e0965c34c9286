import { detail, probe } from '../probe.ts';
import { memorydb } from '../services/memorydb.ts';

export const memorydbCluster = probe({
  kind: 'memorydb-cluster',
  lists: [[memorydb, 'DescribeClusters']],
  async *list(place) {
    for await (const { Clusters = [] } of place.pages(memorydb, 'DescribeClusters', { ShowShardDetails: true, MaxResults: 50 })) {
      for (const each of Clusters) {
        const hosts = [each.ClusterEndpoint?.Address].filter((host) => host !== undefined);
        if (each.Name !== undefined) yield { name: each.Name, arn: each.ARN, identities: hosts, document: each };
      }
    }
  },
  details: {
    TagList: detail(memorydb, 'ListTags', { input: ({ arn }) => ({ ResourceArn: arn }), take: ({ TagList }) => TagList, answers: ['tags'] }),
  },
});
