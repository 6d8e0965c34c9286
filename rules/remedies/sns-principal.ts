import { parseArn } from '../../model/arn.ts';
import { regionOf } from '../../model/region.ts';
import type { MakeRemedy } from '../remedy.ts';
import { logicalId } from './words.ts';

/** A queue policy that admits SNS under the principal of the opt-in region. */
export const snsPrincipal: MakeRemedy = (subscription) => {
  if (subscription.kind !== 'sns-subscription' || subscription.attributes.protocol !== 'sqs') return undefined;
  const queue = parseArn(subscription.attributes.endpoint ?? '');
  const topic = subscription.attributes.topic ?? '';
  const special = [queue?.region, subscription.attributes.topicRegion ?? parseArn(topic)?.region].find((region) => region !== undefined && regionOf(region)?.optIn === true);
  if (queue?.region === undefined || special === undefined) return undefined;
  const url = `https://sqs.${queue.region}.${regionOf(queue.region)?.dnsSuffix ?? 'amazonaws.com'}/${queue.account ?? ''}/${queue.resource}`;
  const source = parseArn(topic) === undefined ? `arn:aws:sns:*:${queue.account ?? '*'}:*` : topic;
  const statement = { Effect: 'Allow', Principal: { Service: ['sns.amazonaws.com', `sns.${special}.amazonaws.com`] }, Action: 'sqs:SendMessage', Resource: subscription.attributes.endpoint ?? '*', Condition: { ArnLike: { 'aws:SourceArn': source } } };
  const policy = { Version: '2012-10-17', Statement: [statement] };
  return {
    title: `Admit SNS of ${special} to ${queue.resource}`,
    cloudformation: [{ region: queue.region, merge: true, note: 'merge the statement into the policy that the queue has', resources: { [logicalId(queue.resource, 'Policy')]: { Type: 'AWS::SQS::QueuePolicy', Properties: { PolicyDocument: policy } } } }],
    cli: [{ region: queue.region, words: ['sqs', 'set-queue-attributes', '--queue-url', url, '--attributes', JSON.stringify({ Policy: JSON.stringify(policy) })], note: 'Replaces the whole policy: add the statement to what is there' }],
  };
};
