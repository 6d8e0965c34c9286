import { detail, probe } from '../probe.ts';
import { neptune } from '../services/neptune.ts';

export const neptuneInstance = probe({
  kind: 'neptune-instance',
  lists: [[neptune, 'DescribeDBInstances']],
  async *list(place) {
    const only = { Filters: [{ Name: 'engine', Values: ['neptune'] }], MaxRecords: 100 };
    for await (const { DBInstances = [] } of place.pages(neptune, 'DescribeDBInstances', only)) {
      for (const each of DBInstances) {
        const { DBInstanceIdentifier: name, DBInstanceArn: arn, DbiResourceId = '', Endpoint } = each;
        if (name === undefined || each.Engine !== 'neptune') continue;
        yield { name, arn, identities: [DbiResourceId, Endpoint?.Address ?? ''].filter(Boolean), document: each };
      }
    }
  },
  details: {
    TagList: detail(neptune, 'ListTagsForResource', { input: ({ arn }) => ({ ResourceName: arn }), take: ({ TagList }) => TagList, answers: ['tags'] }),
  },
});
