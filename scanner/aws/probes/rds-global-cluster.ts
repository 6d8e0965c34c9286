import { probe } from '../probe.ts';
import { rds } from '../services/rds.ts';
import { tagsIn } from '../tags.ts';

/** Every region tells of all global clusters with a member there; those without members are told where they were created. */
export const rdsGlobalCluster = probe({
  kind: 'rds-global-cluster',
  lists: [[rds, 'DescribeGlobalClusters']],
  async *list(place) {
    for await (const { GlobalClusters = [] } of place.pages(rds, 'DescribeGlobalClusters', { MaxRecords: 100 })) {
      for (const each of GlobalClusters) {
        const { GlobalClusterIdentifier: name, GlobalClusterArn: arn, GlobalClusterResourceId = '', Endpoint = '', TagList } = each;
        if (name === undefined || each.Engine?.startsWith('aurora') !== true) continue;
        yield { name, arn, identities: [GlobalClusterResourceId, Endpoint].filter(Boolean), tags: tagsIn(TagList), document: each };
      }
    }
  },
  beyondConfig: ['members', 'writer', 'endpoint'],
});
