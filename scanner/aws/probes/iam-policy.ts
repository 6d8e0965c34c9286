import { detail, probe } from '../probe.ts';
import { iam } from '../services/iam.ts';

/** Managed policies of the account. Inline ones belong to their role, and AWS's own are in every account. */
export const iamPolicy = probe({
  kind: 'iam-policy',
  lists: [[iam, 'GetAccountAuthorizationDetails']],
  global: true,
  async *list(place) {
    for await (const { Policies = [] } of place.pages(iam, 'GetAccountAuthorizationDetails', { Filter: ['LocalManagedPolicy'], MaxItems: 1000 })) {
      for (const each of Policies) {
        const { Arn: arn = '', PolicyName: name = arn.slice(arn.lastIndexOf('/') + 1) } = each;
        if (arn !== '') yield { name, arn, document: each };
      }
    }
  },
  details: {
    Tags: detail(iam, 'ListPolicyTags', { input: ({ arn }) => ({ PolicyArn: arn }), take: ({ Tags }) => Tags, answers: ['tags'] }),
  },
  beyondConfig: ['statements'],
});
