import type { EstateView } from '../../graph/view.ts';
import { withoutRegions } from '../../model/region-token.ts';
import type { Resource } from '../../model/resource.ts';
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

const near = yaml`
  Near:
    Type: AWS::SNS::Subscription
    Properties: { Protocol: sqs, TopicArn: !Ref Orders, Endpoint: 'arn:aws:sqs:us-east-1:111122223333:orders' }
`;

export const messagingSnsSqsCoupling = rule({
  id: 'messaging-sns-sqs-coupling',
  title: 'Topic delivers to a queue or function in another region',
  on: 'sns-subscription',
  needs: ['topic', 'protocol'],
  severity: severities('I/M/H/H'),
  why: 'Publisher and consumer work only while both regions do, and what is on its way when one is lost is lost too.',
  fix: 'Pair topics and queues within each region. Where messages must reach the other region, bridge them on purpose, with a dead-letter queue on both sides.',
  effect: 'RPO is what is on its way between the regions when one is lost. RTO of the consumer is that of the later one of both regions.',
  links: ['https://docs.aws.amazon.com/sns/latest/dg/sns-cross-region-delivery.html'],
  examples: {
    gap: [{ home: subscription('arn:aws:sqs:eu-central-1:111122223333:orders') }],
    ready: [
      { home: subscription('arn:aws:sqs:us-east-1:111122223333:orders') },
      { name: 'the queue of the same name at home gets every message too', home: `${subscription('arn:aws:sqs:eu-west-1:111122223333:orders')}\n${near}` },
    ],
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
    if (here === there) return ready();
    const local = deliveryAtHome(graph, subscription, { topic: from.resource, endpoint: to?.name, here });
    if (local !== undefined) return ready(`${from.name} delivers the same to ${here}, so that nothing there waits for ${there}.`, { evidence: [{ what: 'delivers in its own region too', value: local.name, source: local.sources[0] }] });
    return gap(`${from.name} in ${here} delivers to ${to?.name ?? 'an endpoint'} in ${there}.`);
  },
});

interface Delivery {
  readonly topic: Resource | undefined;
  readonly endpoint: string | undefined;
  readonly here: string;
}

/** The subscription that takes the same messages to the endpoint's namesake in the topic's own region: nothing there waits for the other region. */
function deliveryAtHome(graph: EstateView, subscription: Resource, { topic, endpoint, here }: Delivery): Resource | undefined {
  if (topic === undefined || endpoint === undefined) return undefined;
  const alike = withoutRegions(endpoint);
  return graph.ofKind('sns-subscription').find((other) => {
    if (other.id === subscription.id || other.attributes.endpoint === undefined || other.attributes.topic === undefined) return false;
    const at = placeOf(graph, other.attributes.endpoint, { from: other });
    return (other.attributes.endpointRegion ?? at.region) === here && withoutRegions(at.name) === alike && placeOf(graph, other.attributes.topic, { from: other, type: 'AWS::SNS::Topic' }).resource?.id === topic.id;
  });
}
