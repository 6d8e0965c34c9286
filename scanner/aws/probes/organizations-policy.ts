import { detail, probe } from '../probe.ts';
import { organizations } from '../services/organizations.ts';

/** Guardrails of the organization: told to its management account and delegated administrators only. */
export const organizationsPolicy = probe({
  kind: 'organizations-policy',
  lists: [[organizations, 'ListPolicies']],
  rounds: 2,
  global: true,
  async *list(place) {
    for (const Filter of ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'] as const) {
      for await (const { Policies = [] } of place.pages(organizations, 'ListPolicies', { Filter, MaxResults: 20 })) {
        for (const { Id, Arn: arn, Name: name, Type } of Policies) if (name !== undefined && Id !== undefined) yield { name, arn, identities: [Id], document: { Id, Name: name, Type } };
      }
    }
  },
  details: {
    Content: detail(organizations, 'DescribePolicy', { input: ({ identities: [PolicyId] = [] }) => ({ PolicyId }), take: ({ Policy }) => Policy?.Content, answers: ['statements'] }),
  },
});
