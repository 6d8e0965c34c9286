import { probe, type Listed, type Place } from '../probe.ts';
import { ecs } from '../services/ecs.ts';
import { tagsIn } from '../tags.ts';

/** The newest active revision of every family, and those that services run. Families keep thousands of old revisions. */
export const ecsTaskDefinition = probe({
  kind: 'ecs-task-definition',
  lists: [[ecs, 'ListTaskDefinitionFamilies'], [ecs, 'ListClusters'], [ecs, 'ListServices'], [ecs, 'DescribeServices'], [ecs, 'DescribeTaskDefinition']],
  within: ['ecs-cluster', 'ecs-service'],
  async *list(place) {
    const told = new Set<string>();
    for await (const { families = [] } of place.pages(ecs, 'ListTaskDefinitionFamilies', { status: 'ACTIVE', maxResults: 100 })) {
      for (const family of families) yield* described(place, family, told);
    }
    for (const arn of await inService(place)) if (!told.has(arn)) yield* described(place, arn, told);
  },
  beyondConfig: ['containers', 'architecture'],
});

async function* described(place: Place, taskDefinition: string, told: Set<string>): AsyncIterable<Listed> {
  const { taskDefinition: found, tags = [] } = await place.call(ecs, 'DescribeTaskDefinition', { taskDefinition, include: ['TAGS'] });
  const { family: name, taskDefinitionArn: arn } = found ?? {};
  if (found === undefined || name === undefined || arn === undefined) return;
  told.add(arn);
  yield { name, arn, tags: tagsIn(tags), document: found };
}

async function inService(place: Place): Promise<ReadonlySet<string>> {
  const running = new Set<string>();
  for await (const { clusterArns = [] } of place.pages(ecs, 'ListClusters', { maxResults: 100 })) {
    for (const cluster of clusterArns) {
      for await (const { serviceArns = [] } of place.pages(ecs, 'ListServices', { cluster, maxResults: 10 })) {
        if (serviceArns.length === 0) continue;
        const { services = [] } = await place.call(ecs, 'DescribeServices', { cluster, services: serviceArns });
        for (const { taskDefinition, status } of services) if (taskDefinition !== undefined && status !== 'INACTIVE') running.add(taskDefinition);
      }
    }
  }
  return running;
}
