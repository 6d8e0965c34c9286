import { probe } from '../probe.ts';
import { elasticache } from '../services/elasticache.ts';

/** Told in the regions of its members. */
export const elasticacheGlobalReplicationGroup = probe({
  kind: 'elasticache-global-replication-group',
  lists: [[elasticache, 'DescribeGlobalReplicationGroups']],
  async *list(place) {
    for await (const { GlobalReplicationGroups = [] } of place.pages(elasticache, 'DescribeGlobalReplicationGroups', { ShowMemberInfo: true, MaxRecords: 100 })) {
      for (const each of GlobalReplicationGroups) {
        if (each.GlobalReplicationGroupId !== undefined) yield { name: each.GlobalReplicationGroupId, arn: each.ARN, document: each };
      }
    }
  },
});
