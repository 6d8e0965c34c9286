import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, identifierIn, usesKeys } from '../linking.ts';
import { policyStatementSchema, statementsOf } from '../policy.ts';
import { filled, setOf } from '../reading.ts';

/** Every topic lets its own account do everything, until it gets another policy. */
const given = '__default_statement_ID';

export const snsTopic = kind({
  id: 'sns-topic',
  title: 'SNS topic',
  traits: ['messaging'],
  names: { cloudformation: 'AWS::SNS::Topic', terraform: ['aws_sns_topic'] },
  arn: 'arn:{partition}:sns:{region}:{account}:{name}',
  name: { cloudformation: 'TopicName', terraform: 'name' },
  attributes: z.object({
    fifo: z.boolean().describe('It is a FIFO topic'),
    kmsKey: z.string().describe('Encryption key: ARN, id, alias or symbol'),
    subscribers: z.array(z.string()).describe('Queues, functions and streams that the topic itself subscribes: ARNs or symbols'),
    policy: z.array(policyStatementSchema).describe('Statements of the topic policy, without the one that SNS gives every topic'),
  }),
  read: {
    cloudformation: (from) => ({
      fifo: from.flag('FifoTopic', false),
      kmsKey: filled(from.text('KmsMasterKeyId')),
      subscribers: setOf(from.items('Subscription[]')?.flatMap((each) => identifierIn(each.text('Endpoint')) ?? [])),
    }),
    terraform: (from) => ({
      fifo: from.flag('fifo_topic', false),
      kmsKey: filled(from.text('kms_master_key_id')),
      subscribers: [],
      policy: statementsOf(from, 'policy', given),
    }),
    describe: (from) => ({
      fifo: from.flag('FifoTopic', false),
      kmsKey: filled(from.text('KmsMasterKeyId')),
      policy: statementsOf(from, 'Policy', given),
    }),
  },
  parts: {
    'AWS::SNS::TopicPolicy': { of: 'Topics[]', read: (from) => ({ policy: statementsOf(from, 'PolicyDocument') }) },
    'AWS::SNS::TopicInlinePolicy': { of: 'TopicArn', read: (from) => ({ policy: statementsOf(from, 'PolicyDocument') }) },
    aws_sns_topic_policy: { of: 'arn', read: (from) => ({ policy: statementsOf(from, 'policy') }), absent: { policy: [] } },
  },
  references: ({ kmsKey, subscribers }) => [...usesKeys(kmsKey), ...edges('triggers', subscribers)],
});
