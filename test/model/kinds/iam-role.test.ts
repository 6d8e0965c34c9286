import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { iamRole } from '../../../model/kinds/iam-role.ts';
import { attributesOf, partAttributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('iam-role', () => {
  const trust = { Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }] };
  const access = { Statement: [{ Effect: 'Allow', Action: ['dynamodb:GetItem', 'dynamodb:Query'], Resource: 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders' }] };
  const statements = [{ effect: 'Allow', actions: ['dynamodb:GetItem', 'dynamodb:Query'], resources: ['arn:aws:dynamodb:eu-west-1:123456789012:table/orders'], conditions: [] }];

  it('reads the same attributes from both', () => {
    const read = sameAttributes(iamRole, {
      cloudformation: { RoleName: 'shop', Path: '/app/', AssumeRolePolicyDocument: trust, Policies: [{ PolicyName: 'access', PolicyDocument: access }], ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'], PermissionsBoundary: 'arn:aws:iam::123456789012:policy/bound' },
      terraform: { name: 'shop', path: '/app/', assume_role_policy: JSON.stringify(trust), inline_policy: [{ name: 'access', policy: JSON.stringify(access) }], managed_policy_arns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'], permissions_boundary: 'arn:aws:iam::123456789012:policy/bound' },
    });
    assert.deepEqual(read, {
      namedExplicitly: true, path: '/app/', trust: [{ effect: 'Allow', actions: ['sts:AssumeRole'], principals: ['lambda.amazonaws.com'], conditions: [] }], statements,
      managedPolicies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'], permissionsBoundary: 'arn:aws:iam::123456789012:policy/bound',
    });
    sameDescribed(iamRole, {
      like: read,
      untold: ['namedExplicitly'],
      describe: {
        Path: '/app/', RoleName: 'shop', AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(trust)), RolePolicyList: [{ PolicyName: 'access', PolicyDocument: encodeURIComponent(JSON.stringify(access)) }],
        AttachedManagedPolicies: [{ PolicyName: 'ReadOnlyAccess', PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
        PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: 'arn:aws:iam::123456789012:policy/bound' }, InstanceProfileList: [],
      },
    });
  });

  it('reads policies that are declared apart', () => {
    assert.deepEqual(partAttributesOf(iamRole, 'AWS::IAM::RolePolicy', { RoleName: 'shop', PolicyName: 'access', PolicyDocument: access }), { statements });
    assert.deepEqual(partAttributesOf(iamRole, 'aws_iam_role_policy', { role: 'shop', policy: JSON.stringify(access) }), { statements });
    assert.deepEqual(partAttributesOf(iamRole, 'aws_iam_role_policy_attachment', { role: 'shop', policy_arn: 'arn:aws:iam::123456789012:policy/own' }), { managedPolicies: ['arn:aws:iam::123456789012:policy/own'] });
    const read = attributesOf(iamRole, 'terraform', { name: 'shop' });
    assert.deepEqual(['statements' in read, 'managedPolicies' in read], [false, false]);
  });

  it('reads what its statements allow, and is attached to its own policies only', () => {
    assert.deepEqual(referencesOf(iamRole, { statements, managedPolicies: ['arn:aws:iam::aws:policy/ReadOnlyAccess', 'arn:aws:iam::123456789012:policy/own'] }), [
      { edge: 'reads', to: 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders' },
      { edge: 'attaches', to: 'arn:aws:iam::123456789012:policy/own', target: 'AWS::IAM::ManagedPolicy' },
    ]);
  });
});
