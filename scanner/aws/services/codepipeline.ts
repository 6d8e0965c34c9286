import { service } from '../service.ts';

export const codepipeline = service({
  id: 'codepipeline',
  title: 'CodePipeline',
  sdk: () => import('@aws-sdk/client-codepipeline'),
  client: 'CodePipelineClient',
  rate: 10,
  operations: {
    ListPipelines: { actions: ['codepipeline:ListPipelines'], page: { ask: 'nextToken', next: 'nextToken' } },
    GetPipeline: { actions: ['codepipeline:GetPipeline'] },
    ListTagsForResource: { actions: ['codepipeline:ListTagsForResource'], page: { ask: 'nextToken', next: 'nextToken' } },
  },
});
