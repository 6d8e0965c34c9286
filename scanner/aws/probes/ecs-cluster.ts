import { probe } from '../probe.ts';
import { ecs } from '../services/ecs.ts';
import { tagsIn } from '../tags.ts';

export const ecsCluster = probe({
  kind: 'ecs-cluster',
  lists: [[ecs, 'ListClusters'], [ecs, 'DescribeClusters']],
  async *list(place) {
    // One page has as many as one DescribeClusters takes: 100.
    for await (const { clusterArns = [] } of place.pages(ecs, 'ListClusters', { maxResults: 100 })) {
      if (clusterArns.length === 0) continue;
      const { clusters = [] } = await place.call(ecs, 'DescribeClusters', { clusters: clusterArns, include: ['CONFIGURATIONS', 'TAGS'] });
      for (const each of clusters) {
        // Deleted clusters are told of for a while.
        if (each.clusterName !== undefined && each.status !== 'INACTIVE') yield { name: each.clusterName, arn: each.clusterArn, tags: tagsIn(each.tags ?? []), document: each };
      }
    }
  },
  beyondConfig: ['kmsKeys', 'namespace'],
});
