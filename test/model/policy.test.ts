import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { policyStatementSchema, statementsOf, statementsOfAll } from '../../model/policy.ts';
import { properties, propertiesOf, unresolved, type PropertyMap } from '../../model/properties.ts';

const read = (policy: PropertyMap[string]): unknown => {
  const statements = statementsOf(properties({ policy }), 'policy');
  return statements === undefined ? undefined : JSON.parse(JSON.stringify(statements));
};

const document = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: ['sqs:SendMessage', 'sqs:GetQueueUrl'], Resource: 'arn:aws:sqs:eu-west-1:123456789012:orders', Principal: { Service: ['events.amazonaws.com', 'sns.amazonaws.com'] } },
    { Effect: 'Deny', NotAction: 'iam:*', Resource: '*', Principal: '*', Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'us-east-1'] }, Bool: { 'aws:SecureTransport': 'false' } } },
  ],
};
const reduced = [
  { effect: 'Allow', actions: ['sqs:GetQueueUrl', 'sqs:SendMessage'], resources: ['arn:aws:sqs:eu-west-1:123456789012:orders'], principals: ['events.amazonaws.com', 'sns.amazonaws.com'], conditions: [] },
  { effect: 'Deny', notActions: ['iam:*'], resources: ['*'], principals: ['*'], conditional: true, conditions: [{ operator: 'StringNotEquals', key: 'aws:RequestedRegion', values: ['eu-west-1', 'us-east-1'] }] },
];

describe('statementsOf', () => {
  it('reduces a document and its JSON text alike', () => {
    assert.deepEqual(read(document), reduced);
    assert.deepEqual(read(JSON.stringify(document)), reduced);
  });

  it('takes a single statement without a list', () => {
    assert.deepEqual(read({ Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' } }), [{ effect: 'Allow', actions: ['s3:*'], resources: ['*'], conditions: [] }]);
  });

  it('keeps conditions that tie a statement to a region and drops the others', () => {
    const conditions = (Condition: PropertyMap): unknown => (read({ Statement: [{ Condition }] }) as { conditions?: unknown }[])[0]?.conditions;
    assert.deepEqual(conditions({ StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com', 'sts:ExternalId': 'not-to-be-kept' } }), [
      { operator: 'StringEquals', key: 'kms:ViaService', values: ['s3.eu-west-1.amazonaws.com'] },
    ]);
    assert.deepEqual(conditions({ StringEquals: { 'oidc.eks.eu-west-1.amazonaws.com/id/ABCD:sub': 'system:serviceaccount:shop:api' } }), [
      { operator: 'StringEquals', key: 'oidc.eks.eu-west-1.amazonaws.com/id/ABCD:sub', values: ['system:serviceaccount:shop:api'] },
    ]);
    assert.deepEqual(conditions({ StringEquals: { 'AWS:SourceVpce': 'vpce-0a1b2c3d4e5f60718' } }), [{ operator: 'StringEquals', key: 'AWS:SourceVpce', values: ['vpce-0a1b2c3d4e5f60718'] }]);
  });

  it('leaves untold what is unresolved, statement by statement', () => {
    assert.equal(read(unresolved('parameter')), undefined);
    assert.equal(read({ Statement: unresolved('parameter') }), undefined);
    const [first, second] = read({ Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: [unresolved('parameter')], Condition: { StringEquals: { 'aws:RequestedRegion': unresolved('parameter') } } }, { Effect: 'Deny' }] }) as object[];
    assert.deepEqual(first, { effect: 'Allow', actions: ['s3:*'], conditional: true });
    assert.deepEqual(second, { effect: 'Deny', conditions: [] });
  });

  it('is not led astray by hostile documents', () => {
    assert.equal(read('{'), undefined);
    assert.equal(read(''), undefined);
    assert.equal(read(`${'['.repeat(50_000)}`), undefined);
    assert.equal(read(`{"Statement":${'['.repeat(5_000)}${']'.repeat(5_000)}}`), undefined);
    assert.deepEqual(read('{"__proto__":{"Statement":[{"Effect":"Allow"}]}}'), []);
    assert.deepEqual(read('{"Statement":[{"Effect":"Allow","Principal":{"__proto__":{"AWS":"*"}}}]}'), [{ effect: 'Allow', principals: [], conditions: [] }]);
    fc.assert(fc.property(fc.jsonValue(), (Statement) => {
      for (const statement of statementsOf(propertiesOf({ policy: { Statement } } as never), 'policy') ?? []) policyStatementSchema.parse(statement);
    }), { seed: 7 });
  });
});

describe('statementsOfAll', () => {
  it('joins documents, and tells nothing if one of them is not told', () => {
    const from = (policies: PropertyMap[]): unknown => statementsOfAll(properties({ policies }).items('policies[]'), 'document')?.length;
    assert.equal(from([{ document }, { document: JSON.stringify(document) }]), 4);
    assert.equal(from([{ document }, { document: unresolved('parameter') }]), undefined);
  });
});
