import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accessOf } from '../../model/access.ts';

const of = (actions: string[], ...resources: string[]): unknown => accessOf([{ effect: 'Allow', actions, resources }]).map(({ edge, to }) => `${edge} ${to}`);
const table = 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders';

describe('accessOf', () => {
  it('tells reading from writing', () => {
    assert.deepEqual(of(['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'], table), [`reads ${table}`]);
    assert.deepEqual(of(['dynamodb:GetItem', 'dynamodb:PutItem'], table), [`writes ${table}`]);
    assert.deepEqual(of(['dynamodb:*'], table), [`writes ${table}`]);
    assert.deepEqual(of(['s3:GetObject'], 'arn:aws:s3:::media/*'), ['reads arn:aws:s3:::media/*']);
  });

  it('knows keys, secrets, functions and events', () => {
    assert.deepEqual(of(['kms:Decrypt'], 'arn:aws:kms:eu-west-1:123456789012:key/1'), ['uses-key arn:aws:kms:eu-west-1:123456789012:key/1']);
    assert.deepEqual(of(['secretsmanager:GetSecretValue'], '⟦cloudformation:shop/eu-west-1/Secret⟧'), ['uses-secret ⟦cloudformation:shop/eu-west-1/Secret⟧']);
    assert.deepEqual(of(['lambda:InvokeFunction'], 'arn:aws:lambda:eu-west-1:123456789012:function:pay'), ['calls arn:aws:lambda:eu-west-1:123456789012:function:pay']);
    assert.deepEqual(of(['sns:Publish'], 'arn:aws:sns:eu-west-1:123456789012:orders'), ['triggers arn:aws:sns:eu-west-1:123456789012:orders']);
  });

  it('takes the actions of the resource’s own service', () => {
    assert.deepEqual(of(['s3:PutObject', 'dynamodb:GetItem'], table), [`reads ${table}`]);
    assert.deepEqual(of(['s3:PutObject', 'dynamodb:GetItem'], '⟦cloudformation:shop/eu-west-1/Orders#Arn⟧'), []);
  });

  it('says nothing of everything', () => {
    assert.deepEqual(of(['dynamodb:*'], '*', 'arn:aws:dynamodb:eu-west-1:123456789012:table/*', 'arn:aws:s3:::*', 'arn:aws:sqs:*:*:*'), []);
    assert.deepEqual(accessOf([{ effect: 'Deny', actions: ['dynamodb:*'], resources: [table] }, { actions: ['dynamodb:*'], resources: [table] }]), []);
    assert.deepEqual(accessOf(undefined), []);
  });
});
