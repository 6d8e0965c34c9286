import { detail, probe } from '../probe.ts';
import { neptune } from '../services/neptune.ts';

export const neptuneCluster = probe({
  kind: 'neptune-cluster',
  lists: [[neptune, 'DescribeDBClusters']],
  async *list(place) {
    const only = { Filters: [{ Name: 'engine', Values: ['neptune'] }], MaxRecords: 100 };
    for await (const { DBClusters = [] } of place.pages(neptune, 'DescribeDBClusters', only)) {
      for (const each of DBClusters) {
        const { DBClusterIdentifier: name, DBClusterArn: arn, DbClusterResourceId, Endpoint, ReaderEndpoint } = each;
        if (name === undefined || each.Engine !== 'neptune') continue;
        yield { name, arn, identities: [DbClusterResourceId, Endpoint, ReaderEndpoint].filter((identity) => identity !== undefined), document: each };
      }
    }
  },
  details: {
    TagList: detail(neptune, 'ListTagsForResource', { input: ({ arn }) => ({ ResourceName: arn }), take: ({ TagList }) => TagList, answers: ['tags'] }),
  },
});
