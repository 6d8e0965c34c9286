import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventsBus } from '../../../model/kinds/events-bus.ts';
import { partAttributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('events-bus', () => {
  it('reads the same attributes and links from both', () => {
    const read = sameAttributes(eventsBus, {
      cloudformation: { Name: 'shop', KmsKeyIdentifier: 'alias/shop', DeadLetterConfig: { Arn: 'dead' } },
      terraform: { name: 'shop', kms_key_identifier: 'alias/shop', dead_letter_config: [{ arn: 'dead' }] },
    });
    assert.deepEqual(read, { kmsKey: 'alias/shop', deadLetterQueue: 'dead' });
    sameDescribed(eventsBus, {
      like: read,
      beyond: { policy: [] },
      describe: { Name: 'shop', Arn: 'arn:aws:events:eu-west-1:123456789012:event-bus/shop', KmsKeyIdentifier: 'alias/shop', DeadLetterConfig: { Arn: 'dead' } },
    });
    assert.deepEqual(referencesOf(eventsBus, read), [{ edge: 'uses-key', to: 'alias/shop', target: 'AWS::KMS::Alias' }, { edge: 'writes', to: 'dead', target: 'AWS::SQS::Queue' }]);
  });

  it('reads the policy that Terraform declares apart', () => {
    assert.deepEqual(partAttributesOf(eventsBus, 'aws_cloudwatch_event_bus_policy', { event_bus_name: 'shop', policy: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"events:PutEvents","Resource":"*"}]}' }), {
      policy: [{ effect: 'Allow', actions: ['events:PutEvents'], resources: ['*'], principals: ['*'], conditions: [] }],
    });
  });
});
