import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, usesKeys } from '../linking.ts';
import { policyStatementSchema, statementsOf } from '../policy.ts';
import { filled, isSet } from '../reading.ts';

export const eventsBus = kind({
  id: 'events-bus',
  title: 'EventBridge event bus',
  traits: ['messaging'],
  names: { cloudformation: 'AWS::Events::EventBus', terraform: ['aws_cloudwatch_event_bus'] },
  arn: 'arn:{partition}:events:{region}:{account}:event-bus/{name}',
  name: { cloudformation: 'Name', terraform: 'name' },
  attributes: z.object({
    kmsKey: z.string().describe('Encryption key: ARN, id, alias or symbol'),
    partnerSource: z.string().describe('Partner event source that feeds it'),
    deadLetterQueue: z.string().describe('Queue for events that cannot be delivered: ARN or symbol'),
    policy: z.array(policyStatementSchema).describe('Statements of the bus policy'),
  }),
  read: {
    cloudformation: (from) => ({
      kmsKey: filled(from.text('KmsKeyIdentifier')),
      partnerSource: filled(from.text('EventSourceName')),
      deadLetterQueue: from.text('DeadLetterConfig.Arn'),
      policy: statementsOf(from, 'Policy'),
    }),
    terraform: (from) => ({
      kmsKey: filled(from.text('kms_key_identifier')),
      partnerSource: filled(from.text('event_source_name')),
      deadLetterQueue: filled(from.text('dead_letter_config.arn')),
    }),
    describe: (from) => ({
      kmsKey: filled(from.text('KmsKeyIdentifier')),
      partnerSource: from.text('Name')?.startsWith('aws.partner/') === true ? from.text('Name') : undefined,
      deadLetterQueue: filled(from.text('DeadLetterConfig.Arn')),
      policy: isSet(from, 'Policy') === false ? [] : statementsOf(from, 'Policy'),
    }),
  },
  parts: {
    aws_cloudwatch_event_bus_policy: { of: 'event_bus_name', read: (from) => ({ policy: statementsOf(from, 'policy') }), absent: { policy: [] } },
  },
  references: ({ kmsKey, deadLetterQueue }) => [...usesKeys(kmsKey), ...edges('writes', deadLetterQueue, 'AWS::SQS::Queue')],
});
