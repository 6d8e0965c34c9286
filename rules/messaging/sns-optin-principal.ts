import type { PolicyStatement } from '../../model/policy.ts';
import { regionOf } from '../../model/region.ts';
import { snsPrincipal } from '../remedies/sns-principal.ts';
import { rule } from '../rule.ts';
import { placeOf } from '../support/places.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const subscription = yaml`
  Orders:
    Type: AWS::SNS::Topic
    Properties: { TopicName: orders }
  Subscription:
    Type: AWS::SNS::Subscription
    Properties: { Protocol: sqs, TopicArn: !Ref Orders, Endpoint: 'arn:aws:sqs:ap-east-1:111122223333:orders' }
`;
const queue = (principal: string): string => yaml`
  Orders:
    Type: AWS::SQS::Queue
    Properties: { QueueName: orders }
  Policy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Orders]
      PolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ${principal} }, Action: 'sqs:SendMessage', Resource: '*' }] }
`;

export const messagingSnsOptinPrincipal = rule({
  id: 'messaging-sns-optin-principal',
  title: 'Topic may not deliver across regions of which one needs opting in',
  on: 'sns-subscription',
  needs: ['topic', 'protocol', 'endpoint'],
  severity: severities('L/H/H/H'),
  why: 'Where one of the regions needs opting in, SNS comes under a principal of that region. A policy that allows sns.amazonaws.com refuses it, and messages are lost without an error for the publisher.',
  fix: 'Allow sns.<opt-in region>.amazonaws.com in the policy of the queue or function, beside sns.amazonaws.com, and subscribe in the region of the topic. Lambda functions of an opt-in region are not reached from a default region at all: deliver to a queue there.',
  effect: 'RPO is every message that the queue or function refuses, without an error for the publisher. RTO of the consumer grows by finding that out and changing the policy.',
  links: ['https://docs.aws.amazon.com/sns/latest/dg/sns-cross-region-delivery.html', 'https://docs.aws.amazon.com/sns/latest/dg/lambda-prereq.html'],
  remedy: snsPrincipal,
  examples: {
    gap: [
      { name: 'the queue allows the global principal', home: subscription, targetRegion: 'ap-east-1', target: queue('sns.amazonaws.com') },
      { name: 'a function of an opt-in region', home: subscription.replace('sqs,', 'lambda,').replace('sqs:ap', 'lambda:ap').replace(':orders', ':function:orders'), targetRegion: 'ap-east-1' },
    ],
    ready: [{ home: subscription, targetRegion: 'ap-east-1', target: queue('sns.ap-east-1.amazonaws.com') }],
    unknown: [{ name: 'the queue is not in the estate', home: subscription, targetRegion: 'ap-east-1' }],
  },

  /** That it crosses regions at all is messaging-sns-sqs-coupling's business. */
  check(subscription, { graph }) {
    const { topic, protocol, endpoint, topicRegion, endpointRegion } = subscription.attributes;
    if (protocol !== 'sqs' && protocol !== 'lambda') return undefined;
    const to = placeOf(graph, endpoint, { from: subscription });
    const here = topicRegion ?? placeOf(graph, topic, { from: subscription, type: 'AWS::SNS::Topic' }).region;
    const there = endpointRegion ?? to.region;
    if (here === undefined || there === undefined || here === there) return undefined;
    const optIn = [there, here].filter((region) => regionOf(region)?.optIn === true);
    const [special] = optIn;
    if (special === undefined) return undefined;
    if (optIn.length === 2 && protocol === 'lambda') return gap(`${to.name} in ${there} gets nothing from ${here}: SNS does not forward to functions from one opt-in region to another.`);
    if (protocol === 'lambda' && special === there) return gap(`${to.name} in ${there} gets nothing from ${here}: SNS does not deliver from a default region to functions of an opt-in region.`);
    const principal = `sns.${special}.amazonaws.com`;
    const policy = to.resource?.kind === 'sqs-queue' ? to.resource.attributes.policy : undefined;
    if (policy === undefined) return unknown(`Nobody told us whether the policy of ${to.name} in ${there} allows ${principal}.`, { ask: 'The policy of the queue or function, by its template or a scan of its region.' });
    return allows(policy, principal) ? ready() : gap(`The policy of ${to.name} in ${there} does not allow ${principal}, under which SNS delivers from ${here}.`);
  },
});

const allows = (statements: readonly PolicyStatement[], principal: string): boolean =>
  statements.some(({ effect, principals = [] }) => effect === 'Allow' && (principals.includes(principal) || principals.includes('*')));
