import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ecsTaskDefinition } from '../../../../scanner/aws/probes/ecs-task-definition.ts';
import { listed, scriptedPlace } from '../../../support/scripted-place.ts';

const arn = (revision: string): string => `arn:aws:ecs:eu-west-1:123456789012:task-definition/${revision}`;

it('ecs-task-definition lists the newest revision of each family and what services run, each once', async () => {
  const place = scriptedPlace({
    ListTaskDefinitionFamilies: () => ({ families: ['shop', 'batch'] }),
    ListClusters: () => ({ clusterArns: ['main'] }),
    ListServices: () => [{ serviceArns: ['a', 'b'] }, { serviceArns: [] }],
    DescribeServices: () => ({ services: [{ taskDefinition: arn('shop:3') }, { taskDefinition: arn('batch:9') }, { taskDefinition: arn('old:1'), status: 'INACTIVE' }] }),
    DescribeTaskDefinition: ({ taskDefinition }: { taskDefinition: string }) => {
      const revision = { shop: 'shop:7', batch: 'batch:9' }[taskDefinition] ?? taskDefinition.slice(taskDefinition.lastIndexOf('/') + 1);
      return { taskDefinition: { family: revision.split(':')[0], taskDefinitionArn: arn(revision) }, tags: [{ key: 'team', value: 'shop' }] };
    },
  });
  const found = await listed(ecsTaskDefinition, place);
  assert.deepEqual(found.map((each) => [each.name, each.arn]), [['shop', arn('shop:7')], ['batch', arn('batch:9')], ['shop', arn('shop:3')]]);
  assert.deepEqual(found[0]?.tags, { team: 'shop' });
});
