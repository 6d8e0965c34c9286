import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sqsQueue } from '../../../model/kinds/sqs-queue.ts';
import { attributesOf, partAttributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('sqs-queue', () => {
  const dead = 'arn:aws:sqs:eu-west-1:123456789012:orders-dead';
  const statement = { Effect: 'Allow', Principal: { Service: 'sns.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: '*' };
  const policy = [{ effect: 'Allow', actions: ['sqs:SendMessage'], resources: ['*'], principals: ['sns.amazonaws.com'], conditions: [] }];

  it('reads the same attributes from both', () => {
    const read = sameAttributes(sqsQueue, {
      cloudformation: { QueueName: 'orders.fifo', FifoQueue: true, KmsMasterKeyId: 'alias/orders', RedrivePolicy: { deadLetterTargetArn: dead, maxReceiveCount: 5 } },
      terraform: { name: 'orders.fifo', fifo_queue: true, kms_master_key_id: 'alias/orders', redrive_policy: JSON.stringify({ deadLetterTargetArn: dead, maxReceiveCount: 5 }) },
    });
    assert.deepEqual(read, { fifo: true, retentionSeconds: 345_600, kmsKey: 'alias/orders', deadLetters: true, deadLetterQueue: dead });
    sameDescribed(sqsQueue, {
      like: read,
      beyond: { policy },
      describe: {
        QueueArn: 'arn:aws:sqs:eu-west-1:123456789012:orders.fifo', FifoQueue: 'true', MessageRetentionPeriod: '345600', KmsMasterKeyId: 'alias/orders', Policy: JSON.stringify({ Statement: [statement] }),
        RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead, maxReceiveCount: 5 }),
      },
    });
    assert.deepEqual(referencesOf(sqsQueue, read), [{ edge: 'uses-key', to: 'alias/orders', target: 'AWS::KMS::Alias' }, { edge: 'writes', to: dead, target: 'AWS::SQS::Queue' }]);
  });

  it('reads policies and redrive policies that are declared apart', () => {
    assert.deepEqual(partAttributesOf(sqsQueue, 'AWS::SQS::QueuePolicy', { Queues: ['q'], PolicyDocument: { Statement: [statement] } }), { policy });
    assert.deepEqual(partAttributesOf(sqsQueue, 'aws_sqs_queue_policy', { queue_url: 'q', policy: JSON.stringify({ Statement: [statement] }) }), { policy });
    assert.deepEqual(partAttributesOf(sqsQueue, 'aws_sqs_queue_redrive_policy', { redrive_policy: JSON.stringify({ deadLetterTargetArn: dead }) }), { deadLetters: true, deadLetterQueue: dead });
    assert.equal('deadLetters' in attributesOf(sqsQueue, 'terraform', {}), false);
  });
});
