import { probe } from '../probe.ts';
import { ecs } from '../services/ecs.ts';
import { tagsIn } from '../tags.ts';

export const ecsService = probe({
  kind: 'ecs-service',
  lists: [[ecs, 'ListClusters'], [ecs, 'ListServices'], [ecs, 'DescribeServices']],
  within: ['ecs-cluster'],
  async *list(place) {
    for await (const { clusterArns = [] } of place.pages(ecs, 'ListClusters', { maxResults: 100 })) {
      for (const cluster of clusterArns) {
        // One page has as many as one DescribeServices takes: 10.
        for await (const { serviceArns = [] } of place.pages(ecs, 'ListServices', { cluster, maxResults: 10 })) {
          if (serviceArns.length === 0) continue;
          const { services = [] } = await place.call(ecs, 'DescribeServices', { cluster, services: serviceArns, include: ['TAGS'] });
          for (const each of services) {
            if (each.serviceName !== undefined && each.status !== 'INACTIVE') yield { name: each.serviceName, arn: each.serviceArn, tags: tagsIn(each.tags ?? []), document: each };
          }
        }
      }
    }
  },
  beyondConfig: ['namespace'],
});
