import { z } from 'zod';
import { accessOf } from '../access.ts';
import { encodedStatementsOf } from '../encoded-policy.ts';
import { kind } from '../kind.ts';
import { inbound } from '../linking.ts';
import { policyStatementSchema, statementsOf, type PolicyStatement } from '../policy.ts';
import type { Properties } from '../properties.ts';
import { every, filled, isSet, not, setOf } from '../reading.ts';

export const iamPolicy = kind({
  id: 'iam-policy',
  title: 'IAM policy',
  traits: ['identity', 'global'],
  names: { cloudformation: 'AWS::IAM::ManagedPolicy', also: ['AWS::IAM::Policy'], terraform: ['aws_iam_policy'] },
  arn: 'arn:{partition}:iam::{account}:policy{path}{name}',
  name: { cloudformation: 'ManagedPolicyName', terraform: 'name' },
  attributes: z.object({
    namedExplicitly: z.boolean().describe('The template names it, so that a second deployment collides on the global name'),
    path: z.string().describe('Path: / or /service-role/'),
    managed: z.boolean().describe('It is a managed policy, not one inside of roles, users or groups'),
    statements: z.array(policyStatementSchema).describe('Statements of the policy'),
    roles: z.array(z.string()).describe('Roles that it names to be attached to: names or symbols'),
  }),
  read: {
    cloudformation: (from, { type }) => ({
      namedExplicitly: type === 'AWS::IAM::ManagedPolicy' ? isSet(from, 'ManagedPolicyName') : false,
      path: type === 'AWS::IAM::ManagedPolicy' ? from.text('Path', '/') : undefined,
      managed: type === 'AWS::IAM::ManagedPolicy',
      statements: statementsOf(from, 'PolicyDocument'),
      roles: setOf(from.texts('Roles[]', [])),
    }),
    terraform: (from) => ({
      namedExplicitly: isSet(from, 'name_prefix') === true ? false : every([isSet(from, 'name'), not(from.text('name', '')?.startsWith('terraform-'))]),
      path: filled(from.text('path', '/')),
      managed: true,
      statements: statementsOf(from, 'policy'),
    }),
    describe: (from) => ({
      path: from.text('Path', '/'),
      managed: true,
      statements: described(from),
    }),
  },
  references: ({ statements, roles }) => [...accessOf(statements), ...inbound('attaches', roles, 'AWS::IAM::Role')],
});

function described(from: Properties): PolicyStatement[] | undefined {
  const version = from.items('PolicyVersionList[]')?.find((each) => each.flag('IsDefaultVersion') === true);
  return version === undefined ? undefined : encodedStatementsOf(version, 'Document');
}
