import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { snsSubscription } from '../../../model/kinds/sns-subscription.ts';
import { attributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('sns-subscription', () => {
  const topic = 'arn:aws:sns:us-east-1:123456789012:orders';
  const endpoint = 'arn:aws:sqs:eu-west-1:123456789012:orders';

  it('reads the same attributes from both, and says that the topic triggers the endpoint', () => {
    const read = sameAttributes(snsSubscription, {
      cloudformation: { TopicArn: topic, Protocol: 'sqs', Endpoint: endpoint, RedrivePolicy: { deadLetterTargetArn: 'dead' } },
      terraform: { topic_arn: topic, protocol: 'sqs', endpoint, redrive_policy: '{"deadLetterTargetArn":"dead"}' },
    });
    assert.deepEqual(read, { topic, topicRegion: 'us-east-1', protocol: 'sqs', endpoint, endpointRegion: 'eu-west-1', deadLetterQueue: 'dead' });
    sameDescribed(snsSubscription, {
      like: read,
      beyond: { role: 'arn:aws:iam::123456789012:role/firehose' },
      describe: {
        SubscriptionArn: `${topic}:1`, Owner: '123456789012', TopicArn: topic, Protocol: 'sqs', Endpoint: endpoint,
        Attributes: { RedrivePolicy: '{"deadLetterTargetArn":"dead"}', SubscriptionRoleArn: 'arn:aws:iam::123456789012:role/firehose' },
      },
    });
    assert.deepEqual(referencesOf(snsSubscription, read), [
      { edge: 'triggers', from: topic, to: endpoint },
      { edge: 'attaches', to: topic, target: 'AWS::SNS::Topic' },
      { edge: 'writes', to: 'dead', target: 'AWS::SQS::Queue' },
    ]);
  });

  it('keeps no addresses and no web hooks', () => {
    const kept = ['ops@example.com', '+15555550100', 'https://hooks.example.com/?token=secret', '⟦cloudformation:shop/eu-west-1/Api#Url⟧?token=secret'].map(
      (Endpoint) => attributesOf(snsSubscription, 'cloudformation', { Protocol: 'https', Endpoint })['endpoint'],
    );
    assert.deepEqual(kept, [undefined, undefined, undefined, undefined]);
  });
});
