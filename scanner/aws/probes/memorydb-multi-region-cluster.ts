import { detail, probe } from '../probe.ts';
import { memorydb } from '../services/memorydb.ts';

/** Told in the regions of its members. */
export const memorydbMultiRegionCluster = probe({
  kind: 'memorydb-multi-region-cluster',
  lists: [[memorydb, 'DescribeMultiRegionClusters']],
  async *list(place) {
    for await (const { MultiRegionClusters = [] } of place.pages(memorydb, 'DescribeMultiRegionClusters', { ShowClusterDetails: true, MaxResults: 50 })) {
      for (const each of MultiRegionClusters) {
        if (each.MultiRegionClusterName !== undefined) yield { name: each.MultiRegionClusterName, arn: each.ARN, document: each };
      }
    }
  },
  details: {
    TagList: detail(memorydb, 'ListTags', { input: ({ arn }) => ({ ResourceArn: arn }), take: ({ TagList }) => TagList, answers: ['tags'] }),
  },
});
