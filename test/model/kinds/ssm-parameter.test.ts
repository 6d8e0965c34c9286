import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ssmParameter } from '../../../model/kinds/ssm-parameter.ts';
import { unresolved } from '../../../model/properties.ts';
import { attributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('ssm-parameter', () => {
  it('reads the same attributes from both, and of the value only the regions that it names', () => {
    const read = sameAttributes(ssmParameter, {
      cloudformation: { Name: '/shop/queue', Type: 'String', Value: 'https://sqs.eu-west-1.amazonaws.com/123456789012/orders' },
      terraform: { name: '/shop/queue', type: 'String', value: 'https://sqs.eu-west-1.amazonaws.com/123456789012/orders', data_type: 'text' },
    });
    assert.deepEqual(read, { path: '/shop/queue', type: 'String', dataType: 'text', regionsInValue: ['eu-west-1'] });
    sameDescribed(ssmParameter, { like: read, untold: ['regionsInValue'], beyond: { tier: 'Standard' }, describe: { Name: '/shop/queue', Type: 'String', DataType: 'text', Tier: 'Standard', Version: 3 } });
  });

  it('does not look at secure strings and takes no region from a symbol', () => {
    assert.equal('regionsInValue' in attributesOf(ssmParameter, 'terraform', { name: 'x', type: 'SecureString', value: 'eu-west-1' }), false);
    assert.deepEqual(attributesOf(ssmParameter, 'cloudformation', { Type: 'String', Value: '⟦cloudformation:shop/eu-west-1/Queue#Arn⟧' })['regionsInValue'], []);
    assert.equal('regionsInValue' in attributesOf(ssmParameter, 'cloudformation', { Value: unresolved('parameter') }), false);
  });

  it('knows its path in the hierarchy, and its key', () => {
    assert.equal(attributesOf(ssmParameter, 'cloudformation', { Name: 'plain' })['path'], '/plain');
    assert.deepEqual(referencesOf(ssmParameter, { kmsKey: 'alias/aws/ssm' }), []);
  });
});
