import { probe } from '../probe.ts';
import { rds } from '../services/rds.ts';
import { tagsIn } from '../tags.ts';

/** Engines of which the RDS API tells although they are services of their own. */
const others = ['docdb', 'neptune'];

export const rdsInstance = probe({
  kind: 'rds-instance',
  lists: [[rds, 'DescribeDBInstances']],
  async *list(place) {
    for await (const { DBInstances = [] } of place.pages(rds, 'DescribeDBInstances', { MaxRecords: 100 })) {
      for (const each of DBInstances) {
        const { DBInstanceIdentifier: name, DBInstanceArn: arn, DbiResourceId = '', Endpoint, TagList = [] } = each;
        if (name === undefined || others.includes(each.Engine ?? '')) continue;
        yield { name, arn, identities: [DbiResourceId, Endpoint?.Address ?? ''].filter(Boolean), tags: tagsIn(TagList), document: each };
      }
    }
  },
  beyondConfig: ['managedPassword', 'passwordKey', 'passwordSecret', 'source', 'isReplica'],
});
