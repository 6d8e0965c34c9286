import { service } from '../service.ts';

export const ecs = service({
  id: 'ecs',
  title: 'ECS',
  sdk: () => import('@aws-sdk/client-ecs'),
  client: 'ECSClient',
  rate: 20,
  operations: {
    ListClusters: { actions: ['ecs:ListClusters'], page: { ask: 'nextToken', next: 'nextToken' } },
    DescribeClusters: { actions: ['ecs:DescribeClusters'] },
    ListServices: { actions: ['ecs:ListServices'], page: { ask: 'nextToken', next: 'nextToken' } },
    DescribeServices: { actions: ['ecs:DescribeServices'] },
    ListTaskDefinitionFamilies: { actions: ['ecs:ListTaskDefinitionFamilies'], page: { ask: 'nextToken', next: 'nextToken' } },
    DescribeTaskDefinition: { actions: ['ecs:DescribeTaskDefinition'] },
  },
});
