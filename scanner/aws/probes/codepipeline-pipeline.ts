import { detail, probe } from '../probe.ts';
import { codepipeline } from '../services/codepipeline.ts';

export const codepipelinePipeline = probe({
  kind: 'codepipeline-pipeline',
  lists: [[codepipeline, 'ListPipelines']],
  async *list(place) {
    for await (const { pipelines = [] } of place.pages(codepipeline, 'ListPipelines', { maxResults: 1000 })) {
      for (const { name } of pipelines) if (name !== undefined) yield { name, arn: `arn:${place.partition}:codepipeline:${place.region}:${place.account}:${name}`, document: {} };
    }
  },
  details: {
    Pipeline: detail(codepipeline, 'GetPipeline', {
      input: ({ name }) => ({ name }),
      take: ({ pipeline }) => ({ pipeline }),
      base: true,
      answers: ['actionRegions', 'storeRegions', 'deploys', 'artifactBuckets', 'role', 'keys'],
    }),
    Tags: detail(codepipeline, 'ListTagsForResource', { input: ({ arn }) => ({ resourceArn: arn }), take: ({ tags }) => tags, answers: ['tags'] }),
  },
  beyondConfig: ['storeRegions', 'artifactBuckets', 'keys'],
});
