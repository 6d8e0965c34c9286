import { z } from 'zod';
import { parseArn } from '../arn.ts';
import { kind } from '../kind.ts';
import { edges, identifierIn, usesRoles } from '../linking.ts';
import { document, filled } from '../reading.ts';

export const snsSubscription = kind({
  id: 'sns-subscription',
  title: 'SNS subscription',
  traits: ['messaging'],
  names: { cloudformation: 'AWS::SNS::Subscription', terraform: ['aws_sns_topic_subscription'] },
  arn: 'arn:{partition}:sns:{region}:{account}:{id}',
  name: {},
  attributes: z.object({
    topic: z.string().describe('Topic: ARN or symbol'),
    topicRegion: z.string().describe('Region of the topic, where its ARN or the subscription says so'),
    protocol: z.string().describe('sqs, lambda, firehose, https, email …'),
    endpoint: z.string().describe('Queue, function or stream that messages go to: ARN or symbol; addresses of people and web hooks are not kept'),
    endpointRegion: z.string().describe('Region of the endpoint, where its ARN says so'),
    deadLetterQueue: z.string().describe('Queue for messages that cannot be delivered: ARN or symbol'),
    role: z.string().describe('Role for deliveries to Firehose'),
  }),
  read: {
    cloudformation: (from) => ({
      topic: from.text('TopicArn'),
      topicRegion: filled(from.text('Region')) ?? regionOf(from.text('TopicArn')),
      protocol: from.text('Protocol'),
      endpoint: identifierIn(from.text('Endpoint')),
      endpointRegion: regionOf(from.text('Endpoint')),
      deadLetterQueue: document(from, 'RedrivePolicy')?.text('deadLetterTargetArn'),
      role: filled(from.text('SubscriptionRoleArn')),
    }),
    terraform: (from) => ({
      topic: from.text('topic_arn'),
      topicRegion: regionOf(from.text('topic_arn')),
      protocol: from.text('protocol'),
      endpoint: identifierIn(from.text('endpoint')),
      endpointRegion: regionOf(from.text('endpoint')),
      deadLetterQueue: document(from, 'redrive_policy')?.text('deadLetterTargetArn'),
      role: filled(from.text('subscription_role_arn')),
    }),
    describe: (from) => ({
      topic: from.text('TopicArn'),
      topicRegion: regionOf(from.text('TopicArn')),
      protocol: from.text('Protocol'),
      endpoint: identifierIn(from.text('Endpoint')),
      endpointRegion: regionOf(from.text('Endpoint')),
      deadLetterQueue: document(from, 'Attributes.RedrivePolicy')?.text('deadLetterTargetArn'),
      role: filled(from.text('Attributes.SubscriptionRoleArn')),
    }),
  },
  references: ({ topic, endpoint, deadLetterQueue, role }) => [
    ...(topic === undefined || endpoint === undefined || topic === '' ? [] : [{ edge: 'triggers' as const, from: topic, to: endpoint }]),
    ...edges('attaches', topic, 'AWS::SNS::Topic'),
    ...edges('writes', deadLetterQueue, 'AWS::SQS::Queue'),
    ...usesRoles(role),
  ],
});

function regionOf(arn: string | undefined): string | undefined {
  const region = arn === undefined ? undefined : parseArn(arn)?.region;
  return region === undefined || region.includes('⟦') ? undefined : filled(region);
}
