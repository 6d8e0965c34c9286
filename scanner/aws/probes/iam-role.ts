import { probe } from '../probe.ts';
import { iam } from '../services/iam.ts';
import { tagsIn } from '../tags.ts';

export const iamRole = probe({
  kind: 'iam-role',
  lists: [[iam, 'GetAccountAuthorizationDetails']],
  global: true,
  async *list(place) {
    for await (const { RoleDetailList = [] } of place.pages(iam, 'GetAccountAuthorizationDetails', { Filter: ['Role'], MaxItems: 1000 })) {
      for (const each of RoleDetailList) {
        const { RoleName: name, Arn: arn, RoleId = '', InstanceProfileList = [] } = each;
        if (name !== undefined) yield { name, arn, identities: [RoleId, ...InstanceProfileList.flatMap(({ Arn }) => Arn ?? [])].filter(Boolean), tags: tagsIn(each.Tags ?? []), document: each };
      }
    }
  },
  beyondConfig: ['trust', 'statements'],
});
