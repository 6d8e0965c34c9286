import { z } from 'zod';
import { kind } from '../kind.ts';
import { policyStatementSchema, statementsOf } from '../policy.ts';
import { filled, setOf } from '../reading.ts';

export const organizationsPolicy = kind({
  id: 'organizations-policy',
  title: 'Organizations policy',
  traits: ['identity', 'global'],
  names: { cloudformation: 'AWS::Organizations::Policy', terraform: ['aws_organizations_policy'] },
  name: { cloudformation: 'Name', terraform: 'name' },
  attributes: z.object({
    type: z.string().describe('SERVICE_CONTROL_POLICY, RESOURCE_CONTROL_POLICY, TAG_POLICY …'),
    statements: z.array(policyStatementSchema).describe('Statements of a service or resource control policy'),
    targets: z.array(z.string()).describe('Roots, units and accounts that it is attached to, where its template says so'),
  }),
  read: {
    cloudformation: (from) => ({ type: from.text('Type'), statements: statementsOf(from, 'Content'), targets: setOf(from.texts('TargetIds[]', [])) }),
    terraform: (from) => ({ type: filled(from.text('type', 'SERVICE_CONTROL_POLICY')), statements: statementsOf(from, 'content') }),
    describe: (from) => ({ type: from.text('Type'), statements: statementsOf(from, 'Content') }),
  },
});
