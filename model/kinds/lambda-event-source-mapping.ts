import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, usesKeys } from '../linking.ts';
import { filled, is, union } from '../reading.ts';

export const lambdaEventSourceMapping = kind({
  id: 'lambda-event-source-mapping',
  title: 'Lambda event source mapping',
  traits: ['messaging'],
  names: { cloudformation: 'AWS::Lambda::EventSourceMapping', terraform: ['aws_lambda_event_source_mapping'] },
  arn: 'arn:{partition}:lambda:{region}:{account}:event-source-mapping:{id}',
  name: {},
  attributes: z.object({
    source: z.string().describe('Queue, stream, table stream, broker or cluster that is polled: ARN or symbol; missing for self-managed Kafka'),
    function: z.string().describe('Function that is invoked: name, ARN or symbol'),
    enabled: z.boolean().describe('It polls'),
    topics: z.array(z.string()).describe('Kafka topics or broker queues that it reads'),
    failureTarget: z.string().describe('Queue, topic or bucket for records that fail: ARN or symbol'),
    kmsKey: z.string().describe('Key that its filter criteria are encrypted with'),
  }),
  read: {
    cloudformation: (from) => ({
      source: filled(from.text('EventSourceArn')),
      function: from.text('FunctionName'),
      enabled: from.flag('Enabled', true),
      topics: union(from.texts('Topics[]', []), from.texts('Queues[]', [])),
      failureTarget: from.text('DestinationConfig.OnFailure.Destination'),
      kmsKey: filled(from.text('KmsKeyArn')),
    }),
    terraform: (from) => ({
      source: filled(from.text('event_source_arn')),
      function: from.text('function_name'),
      enabled: from.flag('enabled', true),
      topics: union(from.texts('topics[]', []), from.texts('queues[]', [])),
      failureTarget: from.text('destination_config.on_failure.destination_arn'),
      kmsKey: filled(from.text('kms_key_arn')),
    }),
    describe: (from) => ({
      source: filled(from.text('EventSourceArn')),
      function: from.text('FunctionArn'),
      enabled: polls(from.text('State')),
      topics: union(from.texts('Topics[]', []), from.texts('Queues[]', [])),
      failureTarget: filled(from.text('DestinationConfig.OnFailure.Destination')),
      kmsKey: filled(from.text('KMSKeyArn')),
    }),
  },
  references: ({ source, function: to, failureTarget, kmsKey }) => [
    ...(source === undefined || to === undefined || to === '' ? [] : [{ edge: 'triggers' as const, from: source, to, target: 'AWS::Lambda::Function' }]),
    ...edges('attaches', source),
    ...edges('attaches', to, 'AWS::Lambda::Function'),
    ...edges('writes', failureTarget),
    ...usesKeys(kmsKey),
  ],
});

/** Creating, Updating and Deleting do not say what will be. */
const polls = (state: string | undefined): boolean | undefined => (is(state, 'Enabled', 'Enabling', 'Disabled', 'Disabling') === true ? is(state, 'Enabled', 'Enabling') : undefined);
