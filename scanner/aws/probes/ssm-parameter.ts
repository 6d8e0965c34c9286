import { detail, probe } from '../probe.ts';
import { ssm } from '../services/ssm.ts';

/** Names that AWS keeps for parameters of its own, which every region has; some emulators list them among the account's. */
const isPublic = (name: string): boolean => name.startsWith('/aws/service/');

/** Asks for nothing of the parameters' values. */
export const ssmParameter = probe({
  kind: 'ssm-parameter',
  lists: [[ssm, 'DescribeParameters']],
  async *list(place) {
    for await (const { Parameters = [] } of place.pages(ssm, 'DescribeParameters', { MaxResults: 50 })) {
      for (const each of Parameters) {
        const { Name: name } = each;
        if (name === undefined || isPublic(name)) continue;
        const arn = each.ARN ?? `arn:${place.partition}:ssm:${place.region}:${place.account}:parameter${name.startsWith('/') ? '' : '/'}${name}`;
        yield { name, arn, document: each };
      }
    }
  },
  details: {
    Tags: detail(ssm, 'ListTagsForResource', { input: ({ name }) => ({ ResourceType: 'Parameter' as const, ResourceId: name }), take: ({ TagList }) => TagList, answers: ['tags'] }),
  },
});
