import { service } from '../service.ts';

export const ecr = service({
  id: 'ecr',
  title: 'ECR',
  sdk: () => import('@aws-sdk/client-ecr'),
  client: 'ECRClient',
  rate: 10,
  operations: {
    DescribeRepositories: { actions: ['ecr:DescribeRepositories'], page: { ask: 'nextToken', next: 'nextToken' } },
    DescribeRegistry: { actions: ['ecr:DescribeRegistry'] },
    ListImages: { actions: ['ecr:ListImages'], page: { ask: 'nextToken', next: 'nextToken' } },
    GetLifecyclePolicy: { actions: ['ecr:GetLifecyclePolicy'] },
    GetRepositoryPolicy: { actions: ['ecr:GetRepositoryPolicy'] },
    ListTagsForResource: { actions: ['ecr:ListTagsForResource'] },
  },
});
