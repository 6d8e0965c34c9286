import { probe } from '../probe.ts';
import { docdb } from '../services/docdb.ts';
import { tagsIn } from '../tags.ts';

/** Every region tells of all global clusters with a member there; those without members are told where they were created. */
export const docdbGlobalCluster = probe({
  kind: 'docdb-global-cluster',
  lists: [[docdb, 'DescribeGlobalClusters']],
  async *list(place) {
    for await (const { GlobalClusters = [] } of place.pages(docdb, 'DescribeGlobalClusters', { MaxRecords: 100 })) {
      for (const each of GlobalClusters) {
        const { GlobalClusterIdentifier: name, GlobalClusterArn: arn, GlobalClusterResourceId = '', TagList } = each;
        if (name === undefined || each.Engine !== 'docdb') continue;
        yield { name, arn, identities: [GlobalClusterResourceId].filter(Boolean), tags: tagsIn(TagList), document: each };
      }
    }
  },
});
