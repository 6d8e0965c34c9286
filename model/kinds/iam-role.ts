import { z } from 'zod';
import { accessOf } from '../access.ts';
import { encodedStatementsOf, encodedStatementsOfAll } from '../encoded-policy.ts';
import { kind } from '../kind.ts';
import { edges, inbound } from '../linking.ts';
import { policyStatementSchema, statementsOf, statementsOfAll } from '../policy.ts';
import { every, filled, isSet, not, setOf } from '../reading.ts';

export const iamRole = kind({
  id: 'iam-role',
  title: 'IAM role',
  traits: ['identity', 'global'],
  names: { cloudformation: 'AWS::IAM::Role', terraform: ['aws_iam_role'] },
  arn: 'arn:{partition}:iam::{account}:role{path}{name}',
  name: { cloudformation: 'RoleName', terraform: 'name' },
  attributes: z.object({
    namedExplicitly: z.boolean().describe('The template names it, so that a second deployment collides on the global name'),
    path: z.string().describe('Path: / or /service-role/'),
    trust: z.array(policyStatementSchema).describe('Statements of the trust policy'),
    statements: z.array(policyStatementSchema).describe('Statements of its inline policies'),
    managedPolicies: z.array(z.string()).describe('Managed policies that are attached to it: ARNs or symbols'),
    permissionsBoundary: z.string().describe('Managed policy that bounds its permissions'),
  }),
  read: {
    cloudformation: (from) => ({
      namedExplicitly: isSet(from, 'RoleName'),
      path: from.text('Path', '/'),
      trust: statementsOf(from, 'AssumeRolePolicyDocument'),
      statements: statementsOfAll(from.items('Policies[]'), 'PolicyDocument'),
      managedPolicies: setOf(from.texts('ManagedPolicyArns[]', [])),
      permissionsBoundary: filled(from.text('PermissionsBoundary')),
    }),
    terraform: (from) => ({
      namedExplicitly: isSet(from, 'name_prefix') === true ? false : every([isSet(from, 'name'), not(from.text('name', '')?.startsWith('terraform-'))]),
      path: filled(from.text('path', '/')),
      trust: statementsOf(from, 'assume_role_policy'),
      statements: from.has('inline_policy') === true ? statementsOfAll(from.items('inline_policy[]')?.filter((each) => isSet(each, 'policy') !== false), 'policy') : undefined,
      managedPolicies: from.has('managed_policy_arns') === true ? setOf(from.texts('managed_policy_arns[]')) : undefined,
      permissionsBoundary: filled(from.text('permissions_boundary')),
    }),
    describe: (from) => ({
      path: from.text('Path', '/'),
      trust: encodedStatementsOf(from, 'AssumeRolePolicyDocument'),
      statements: encodedStatementsOfAll(from.items('RolePolicyList[]'), 'PolicyDocument'),
      managedPolicies: setOf(from.texts('AttachedManagedPolicies[].PolicyArn', [])),
      permissionsBoundary: filled(from.text('PermissionsBoundary.PermissionsBoundaryArn')),
    }),
  },
  parts: {
    'AWS::IAM::RolePolicy': { of: 'RoleName', read: (from) => ({ statements: statementsOf(from, 'PolicyDocument') }) },
    aws_iam_role_policy: { of: 'role', read: (from) => ({ statements: statementsOf(from, 'policy') }), absent: { statements: [] } },
    aws_iam_role_policy_attachment: { of: 'role', read: (from) => ({ managedPolicies: from.texts('policy_arn') }), absent: { managedPolicies: [] } },
  },
  references: ({ statements, managedPolicies = [], permissionsBoundary }) => [
    ...accessOf(statements),
    ...edges('attaches', managedPolicies.filter(isOwn), 'AWS::IAM::ManagedPolicy'),
    ...inbound('limits', [permissionsBoundary].filter(isOwn), 'AWS::IAM::ManagedPolicy'),
  ],
});

/** Policies of AWS exist in every account. */
const isOwn = (policy: string | undefined): policy is string => policy !== undefined && !/^arn:[^:]*:iam::aws:/.test(policy);
