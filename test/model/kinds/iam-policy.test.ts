import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { iamPolicy } from '../../../model/kinds/iam-policy.ts';
import { attributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('iam-policy', () => {
  const document = { Statement: [{ Effect: 'Deny', NotAction: 'iam:*', Resource: '*', Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } } }, { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-west-1:123456789012:orders' }] };
  const statements = [
    { effect: 'Deny', notActions: ['iam:*'], resources: ['*'], conditional: true, conditions: [{ operator: 'StringNotEquals', key: 'aws:RequestedRegion', values: ['eu-west-1'] }] },
    { effect: 'Allow', actions: ['sqs:SendMessage'], resources: ['arn:aws:sqs:eu-west-1:123456789012:orders'], conditions: [] },
  ];

  it('reads the same attributes from both', () => {
    const read = sameAttributes(iamPolicy, {
      cloudformation: { ManagedPolicyName: 'shop', PolicyDocument: document, Roles: ['app'] },
      terraform: { name: 'shop', path: '/', policy: JSON.stringify(document) },
      ignore: ['roles'],
    });
    assert.deepEqual(read, { namedExplicitly: true, path: '/', managed: true, statements, roles: ['app'] });
    sameDescribed(iamPolicy, {
      like: read,
      untold: ['namedExplicitly', 'roles'],
      describe: {
        PolicyName: 'shop', Path: '/', DefaultVersionId: 'v2',
        PolicyVersionList: [{ VersionId: 'v3', IsDefaultVersion: false, Document: encodeURIComponent('{"Statement":[]}') }, { VersionId: 'v2', IsDefaultVersion: true, Document: encodeURIComponent(JSON.stringify(document)) }],
      },
    });
    assert.deepEqual(referencesOf(iamPolicy, read), [
      { edge: 'writes', to: 'arn:aws:sqs:eu-west-1:123456789012:orders' },
      { edge: 'attaches', from: 'app', to: '⟦itself⟧', target: 'AWS::IAM::Role' },
    ]);
  });

  it('knows inline policies, which have no ARN', () => {
    const read = attributesOf(iamPolicy, 'cloudformation', { PolicyName: 'access', PolicyDocument: document, Roles: ['app'] }, { type: 'AWS::IAM::Policy' });
    assert.deepEqual([read['managed'], read['namedExplicitly'], 'path' in read], [false, false, false]);
  });
});
