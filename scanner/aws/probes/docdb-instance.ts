import { detail, probe } from '../probe.ts';
import { docdb } from '../services/docdb.ts';

export const docdbInstance = probe({
  kind: 'docdb-instance',
  lists: [[docdb, 'DescribeDBInstances']],
  async *list(place) {
    const only = { Filters: [{ Name: 'engine', Values: ['docdb'] }], MaxRecords: 100 };
    for await (const { DBInstances = [] } of place.pages(docdb, 'DescribeDBInstances', only)) {
      for (const each of DBInstances) {
        const { DBInstanceIdentifier: name, DBInstanceArn: arn, DbiResourceId = '', Endpoint } = each;
        if (name === undefined || each.Engine !== 'docdb') continue;
        yield { name, arn, identities: [DbiResourceId, Endpoint?.Address ?? ''].filter(Boolean), document: each };
      }
    }
  },
  details: {
    TagList: detail(docdb, 'ListTagsForResource', { input: ({ arn }) => ({ ResourceName: arn }), take: ({ TagList }) => TagList, answers: ['tags'] }),
  },
});
