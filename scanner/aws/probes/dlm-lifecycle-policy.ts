import { detail, probe } from '../probe.ts';
import { dlm } from '../services/dlm.ts';

export const dlmLifecyclePolicy = probe({
  kind: 'dlm-lifecycle-policy',
  lists: [[dlm, 'GetLifecyclePolicies']],
  async *list(place) {
    const { Policies = [] } = await place.call(dlm, 'GetLifecyclePolicies', {});
    for (const each of Policies) {
      const { PolicyId: name, Tags: tags } = each;
      if (name !== undefined) yield { name, arn: `arn:${place.partition}:dlm:${place.region}:${place.account}:policy/${name}`, tags, document: each };
    }
  },
  details: {
    Policy: detail(dlm, 'GetLifecyclePolicy', {
      input: ({ name }) => ({ PolicyId: name }),
      take: ({ Policy }) => Policy,
      base: true,
      answers: ['enabled', 'takes', 'everything', 'excludes', 'targetTags', 'copyRegions', 'copyKeys', 'role'],
    }),
  },
});
