import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, usesKeys } from '../linking.ts';
import { policyStatementSchema, statementsOf } from '../policy.ts';
import type { Properties } from '../properties.ts';
import { document, filled, isSet } from '../reading.ts';

export const sqsQueue = kind({
  id: 'sqs-queue',
  title: 'SQS queue',
  traits: ['messaging'],
  names: { cloudformation: 'AWS::SQS::Queue', terraform: ['aws_sqs_queue'] },
  arn: 'arn:{partition}:sqs:{region}:{account}:{name}',
  name: { cloudformation: 'QueueName', terraform: 'name' },
  hosts: ['sqs.{region}.{suffix}/{account}/{name}', '{region}.queue.{suffix}/{account}/{name}'],
  attributes: z.object({
    fifo: z.boolean().describe('It is a FIFO queue'),
    retentionSeconds: z.number().describe('Seconds that messages are kept'),
    kmsKey: z.string().describe('Encryption key: ARN, id, alias or symbol'),
    deadLetters: z.boolean().describe('Messages that cannot be processed go to another queue'),
    deadLetterQueue: z.string().describe('Queue for messages that cannot be processed: ARN or symbol'),
    policy: z.array(policyStatementSchema).describe('Statements of the queue policy'),
  }),
  read: {
    cloudformation: (from) => ({
      fifo: from.flag('FifoQueue', false),
      retentionSeconds: from.count('MessageRetentionPeriod', 345_600),
      kmsKey: filled(from.text('KmsMasterKeyId')),
      deadLetters: isSet(from, 'RedrivePolicy'),
      deadLetterQueue: deadLetterQueue(from, 'RedrivePolicy'),
    }),
    terraform: (from) => ({
      fifo: from.flag('fifo_queue', false),
      retentionSeconds: from.count('message_retention_seconds', 345_600),
      kmsKey: filled(from.text('kms_master_key_id')),
      deadLetters: isSet(from, 'redrive_policy') || undefined,
      deadLetterQueue: deadLetterQueue(from, 'redrive_policy'),
      policy: statementsOf(from, 'policy'),
    }),
    describe: (from) => ({
      fifo: from.flag('FifoQueue', false),
      retentionSeconds: from.count('MessageRetentionPeriod'),
      kmsKey: filled(from.text('KmsMasterKeyId')),
      deadLetters: isSet(from, 'RedrivePolicy'),
      deadLetterQueue: deadLetterQueue(from, 'RedrivePolicy'),
      policy: isSet(from, 'Policy') === false ? [] : statementsOf(from, 'Policy'),
    }),
  },
  parts: {
    'AWS::SQS::QueuePolicy': { of: 'Queues[]', read: (from) => ({ policy: statementsOf(from, 'PolicyDocument') }) },
    'AWS::SQS::QueueInlinePolicy': { of: 'Queue', read: (from) => ({ policy: statementsOf(from, 'PolicyDocument') }) },
    aws_sqs_queue_policy: { of: 'queue_url', read: (from) => ({ policy: statementsOf(from, 'policy') }), absent: { policy: [] } },
    aws_sqs_queue_redrive_policy: {
      of: 'queue_url',
      read: (from) => ({ deadLetters: true, deadLetterQueue: deadLetterQueue(from, 'redrive_policy') }),
      absent: { deadLetters: false },
      unless: 'redrive_policy',
    },
  },
  references: ({ kmsKey, deadLetterQueue: dead }) => [...usesKeys(kmsKey), ...edges('writes', dead, 'AWS::SQS::Queue')],
});

const deadLetterQueue = (from: Properties, path: string): string | undefined => document(from, path)?.text('deadLetterTargetArn');
