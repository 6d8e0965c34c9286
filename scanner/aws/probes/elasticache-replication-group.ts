import { detail, probe, type Listed } from '../probe.ts';
import { elasticache } from '../services/elasticache.ts';
import type { ReplicationGroup } from '@aws-sdk/client-elasticache';

export const elasticacheReplicationGroup = probe({
  kind: 'elasticache-replication-group',
  lists: [[elasticache, 'DescribeReplicationGroups']],
  async *list(place) {
    for await (const { ReplicationGroups = [] } of place.pages(elasticache, 'DescribeReplicationGroups', { MaxRecords: 100 })) {
      for (const each of ReplicationGroups) {
        if (each.ReplicationGroupId === undefined) continue;
        yield { name: each.ReplicationGroupId, arn: each.ARN, identities: hosts(each), document: each };
      }
    }
  },
  details: {
    // The group does not say what all of its cache clusters share.
    MemberCluster: detail(elasticache, 'DescribeCacheClusters', {
      input: (item) => ({ CacheClusterId: group(item).MemberClusters?.[0] }),
      take: ({ CacheClusters }) => CacheClusters?.[0],
      when: (item) => (group(item).MemberClusters?.length ?? 0) > 0,
      answers: ['engineVersion', 'parameterGroup', 'subnetGroup', 'securityGroups', 'topic'],
    }),
    TagList: detail(elasticache, 'ListTagsForResource', { input: ({ arn }) => ({ ResourceName: arn }), take: ({ TagList }) => TagList, answers: ['tags'] }),
  },
});

const group = ({ document }: Listed): ReplicationGroup => document;

function hosts({ ConfigurationEndpoint, NodeGroups = [] }: ReplicationGroup): string[] {
  const endpoints = [ConfigurationEndpoint, ...NodeGroups.flatMap(({ PrimaryEndpoint, ReaderEndpoint }) => [PrimaryEndpoint, ReaderEndpoint])];
  return [...new Set(endpoints.map((endpoint) => endpoint?.Address))].filter((host) => host !== undefined);
}
