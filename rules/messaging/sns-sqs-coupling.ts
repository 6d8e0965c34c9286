import { rule } from '../rule.ts';
import { placeOf } from '../support/places.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const subscription = (endpoint: string): string => yaml`
  Orders:
    Type: AWS::SNS::Topic
    Properties: { TopicName: orders }
  Subscription:
    Type: AWS::SNS::Subscription
    Properties: { Protocol: sqs, TopicArn: !Ref Orders, Endpoint: '${endpoint}' }
`;

export const messagingSnsSqsCoupling = rule({
  id: 'messaging-sns-sqs-coupling',
  title: 'Topic delivers to a queue or function in another region',
  on: 'sns-subscription',
  needs: ['topic', 'protocol'],
  severity: severities('I/M/H/H'),
  why: 'Publisher and consumer work only while both regions do, and what is on its way when one is lost is lost too.',
  fix: 'Pair topics and queues within each region. Where messages must reach the other region, bridge them on purpose, with a dead-letter queue on both sides.',
  links: ['https://docs.aws.amazon.com/sns/latest/dg/sns-cross-region-delivery.html'],
  examples: {
    gap: [{ home: subscription('arn:aws:sqs:eu-central-1:111122223333:orders') }],
    ready: [{ home: subscription('arn:aws:sqs:us-east-1:111122223333:orders') }],
    unknown: [{ name: 'the queue is told at deployment', home: subscription('{{resolve:ssm:/orders/queue}}') }],
  },

  check(subscription, { graph }) {
    const { topic, protocol, endpoint, topicRegion, endpointRegion } = subscription.attributes;
    if (!['sqs', 'lambda', 'firehose'].includes(protocol)) return undefined;
    const from = placeOf(graph, topic, { from: subscription, type: 'AWS::SNS::Topic' });
    const to = endpoint === undefined ? undefined : placeOf(graph, endpoint, { from: subscription });
    const here = topicRegion ?? from.region;
    const there = endpointRegion ?? to?.region;
    if (here === undefined || there === undefined) return unknown(`Nobody told us in which region ${here === undefined ? 'the topic' : 'the endpoint'} of ${subscription.name} is.`);
    return here === there ? ready() : gap(`${from.name} in ${here} delivers to ${to?.name ?? 'an endpoint'} in ${there}.`);
  },
});
