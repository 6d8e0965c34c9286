import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { snsTopic } from '../../../model/kinds/sns-topic.ts';
import { attributesOf, partAttributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('sns-topic', () => {
  it('reads both, and subscribers that are resources only', () => {
    const queue = 'arn:aws:sqs:eu-west-1:123456789012:orders';
    const read = attributesOf(snsTopic, 'cloudformation', { TopicName: 'orders', KmsMasterKeyId: 'alias/orders', Subscription: [{ Protocol: 'sqs', Endpoint: queue }, { Protocol: 'email', Endpoint: 'ops@example.com' }, { Protocol: 'https', Endpoint: 'https://hooks.example.com/?token=secret' }] });
    assert.deepEqual(read, { fifo: false, kmsKey: 'alias/orders', subscribers: [queue] });
    sameDescribed(snsTopic, {
      like: read,
      untold: ['subscribers'],
      beyond: { policy: [{ effect: 'Allow', actions: ['sns:Publish'], resources: ['*'], principals: ['*'], conditions: [] }] },
      describe: {
        TopicArn: 'arn:aws:sns:eu-west-1:123456789012:orders', KmsMasterKeyId: 'alias/orders', SubscriptionsConfirmed: '3',
        Policy: '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sns:Publish","Resource":"*"}]}',
      },
    });
    assert.deepEqual(referencesOf(snsTopic, read), [{ edge: 'uses-key', to: 'alias/orders', target: 'AWS::KMS::Alias' }, { edge: 'triggers', to: queue }]);
  });

  it('reads the same attributes from each source, with the policy that templates declare apart', () => {
    const document = { Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sns:Publish', Resource: '*' }] };
    const like = sameAttributes(snsTopic, {
      cloudformation: { TopicName: 'orders.fifo', FifoTopic: true, KmsMasterKeyId: 'alias/orders' },
      terraform: { name: 'orders.fifo', fifo_topic: true, kms_master_key_id: 'alias/orders' },
      parts: { 'AWS::SNS::TopicPolicy': { Topics: ['t'], PolicyDocument: document }, aws_sns_topic_policy: { arn: 't', policy: JSON.stringify(document) } },
    });
    assert.deepEqual(like, { fifo: true, kmsKey: 'alias/orders', subscribers: [], policy: [{ effect: 'Allow', actions: ['sns:Publish'], resources: ['*'], principals: ['*'], conditions: [] }] });
    sameDescribed(snsTopic, { like, untold: ['subscribers'], describe: { TopicArn: 'arn:aws:sns:eu-west-1:123456789012:orders.fifo', FifoTopic: 'true', KmsMasterKeyId: 'alias/orders', Policy: JSON.stringify(document) } });
    const given = { Sid: '__default_statement_ID', Effect: 'Allow', Principal: { AWS: '*' }, Action: ['SNS:Publish'], Resource: '*', Condition: { StringEquals: { 'AWS:SourceOwner': '123456789012' } } };
    const bare = sameAttributes(snsTopic, { cloudformation: {}, terraform: { policy: JSON.stringify({ Statement: [given] }) }, ignore: [], parts: { 'AWS::SNS::TopicPolicy': { Topics: ['t'], PolicyDocument: { Statement: [] } } } });
    sameDescribed(snsTopic, { like: bare, untold: ['subscribers'], describe: { TopicArn: 'arn:aws:sns:eu-west-1:123456789012:orders', Policy: JSON.stringify({ Statement: [given] }) } });
    assert.deepEqual(partAttributesOf(snsTopic, 'AWS::SNS::TopicInlinePolicy', { TopicArn: 't', PolicyDocument: document }), { policy: like['policy'] });
  });
});
