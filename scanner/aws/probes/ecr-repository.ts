import { detail, probe, type Listed } from '../probe.ts';
import { ecr } from '../services/ecr.ts';

const repository = ({ name }: Listed): { repositoryName: string } => ({ repositoryName: name });

export const ecrRepository = probe({
  kind: 'ecr-repository',
  lists: [[ecr, 'DescribeRepositories']],
  async *list(place) {
    for await (const { repositories = [] } of place.pages(ecr, 'DescribeRepositories', { maxResults: 1000 })) {
      for (const each of repositories) {
        if (each.repositoryName !== undefined) yield { name: each.repositoryName, arn: each.repositoryArn, identities: [each.repositoryUri ?? ''].filter(Boolean), document: each };
      }
    }
  },
  details: {
    LifecyclePolicy: detail(ecr, 'GetLifecyclePolicy', {
      input: repository,
      take: ({ lifecyclePolicyText }) => ({ lifecyclePolicyText }),
      none: ['LifecyclePolicyNotFoundException'],
      answers: ['lifecyclePolicy'],
    }),
    RepositoryPolicy: detail(ecr, 'GetRepositoryPolicy', { input: repository, take: ({ policyText }) => policyText, none: ['RepositoryPolicyNotFoundException'], answers: ['policy'] }),
    Images: detail(ecr, 'ListImages', { input: ({ name }) => ({ repositoryName: name, maxResults: 1000 }), take: ({ imageIds }) => imageIds, answers: ['images'] }),
    Tags: detail(ecr, 'ListTagsForResource', { input: ({ arn }) => ({ resourceArn: arn }), take: ({ tags }) => tags, answers: ['tags'] }),
  },
  beyondConfig: ['kmsKey', 'lifecyclePolicy', 'policy', 'images'],
});
