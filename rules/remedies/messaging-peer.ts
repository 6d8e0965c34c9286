import { expression, type MakeRemedy } from '../remedy.ts';
import { copyName, homeOf, label, logicalId, nameLimit } from './words.ts';

/** The same queue or topic in the target. What subscribes, consumes and may publish comes with its own template. */
export const messagingPeer: MakeRemedy = (resource, { intent: { home, target } }) => {
  if (resource.kind !== 'sqs-queue' && resource.kind !== 'sns-topic') return undefined;
  const fifo = resource.attributes.fifo === true;
  const base = copyName(resource.name, { from: homeOf(resource, home), to: target });
  const name = fifo && !base.endsWith('.fifo') ? `${base}.fifo` : base;
  const isQueue = resource.kind === 'sqs-queue';
  const seconds = resource.kind === 'sqs-queue' ? resource.attributes.retentionSeconds : undefined;
  const properties = { [isQueue ? 'QueueName' : 'TopicName']: name, ...(fifo ? { [isQueue ? 'FifoQueue' : 'FifoTopic']: true } : {}), ...(seconds === undefined ? {} : { MessageRetentionPeriod: seconds }) };
  const attributes = { ...(fifo ? { [isQueue ? 'FifoQueue' : 'FifoTopic']: 'true' } : {}), ...(seconds === undefined ? {} : { MessageRetentionPeriod: String(seconds) }) };
  const words = Object.keys(attributes).length === 0 ? [] : ['--attributes', JSON.stringify(attributes)];
  return {
    title: `Create ${name} in ${target}`,
    cloudformation: [{ region: target, resources: { [logicalId(name)]: { Type: isQueue ? 'AWS::SQS::Queue' : 'AWS::SNS::Topic', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', Properties: properties } } }],
    terraform: [
      { type: 'provider', labels: ['aws'], body: { alias: 'target', region: target } },
      { type: 'resource', labels: [isQueue ? 'aws_sqs_queue' : 'aws_sns_topic', label(name)], body: { provider: expression('aws.target'), name, ...(fifo ? { [isQueue ? 'fifo_queue' : 'fifo_topic']: true } : {}), ...(seconds === undefined ? {} : { message_retention_seconds: seconds }) } },
    ],
    cli: [{ region: target, words: isQueue ? ['sqs', 'create-queue', '--queue-name', name, ...words] : ['sns', 'create-topic', '--name', name, ...words] }],
    limits: [...nameLimit(resource), 'Policies, subscriptions, dead-letter queues and keys are those of the target: deploy the template that declares them there, rather than copies of single resources.', 'Messages that are in the home region stay there.'],
  };
};
