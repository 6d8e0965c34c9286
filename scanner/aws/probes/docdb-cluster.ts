import { detail, probe } from '../probe.ts';
import { docdb } from '../services/docdb.ts';

export const docdbCluster = probe({
  kind: 'docdb-cluster',
  lists: [[docdb, 'DescribeDBClusters']],
  async *list(place) {
    const only = { Filters: [{ Name: 'engine', Values: ['docdb'] }], MaxRecords: 100 };
    for await (const { DBClusters = [] } of place.pages(docdb, 'DescribeDBClusters', only)) {
      for (const each of DBClusters) {
        const { DBClusterIdentifier: name, DBClusterArn: arn, DbClusterResourceId, Endpoint, ReaderEndpoint } = each;
        if (name === undefined || each.Engine !== 'docdb') continue;
        yield { name, arn, identities: [DbClusterResourceId, Endpoint, ReaderEndpoint].filter((identity) => identity !== undefined), document: each };
      }
    }
  },
  details: {
    TagList: detail(docdb, 'ListTagsForResource', { input: ({ arn }) => ({ ResourceName: arn }), take: ({ TagList }) => TagList, answers: ['tags'] }),
  },
});
