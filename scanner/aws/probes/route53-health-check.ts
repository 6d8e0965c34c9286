import { detail, probe } from '../probe.ts';
import { route53 } from '../services/route53.ts';

export const route53HealthCheck = probe({
  kind: 'route53-health-check',
  lists: [[route53, 'ListHealthChecks']],
  global: true,
  async *list(place) {
    for await (const { HealthChecks = [] } of place.pages(route53, 'ListHealthChecks', { MaxItems: 100 })) {
      for (const each of HealthChecks) if (each.Id !== undefined) yield { name: each.Id, arn: `arn:${place.partition}:route53:::healthcheck/${each.Id}`, document: each };
    }
  },
  details: {
    Tags: detail(route53, 'ListTagsForResource', {
      input: ({ name }) => ({ ResourceType: 'healthcheck' as const, ResourceId: name }),
      take: ({ ResourceTagSet }) => ResourceTagSet?.Tags ?? [],
      answers: ['tags'],
    }),
  },
  beyondConfig: ['disabled'],
});
