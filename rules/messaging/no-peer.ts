import { messagingPeer } from '../remedies/messaging-peer.ts';
import { rule } from '../rule.ts';
import { hasCounterpart } from '../support/has-counterpart.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';

const queue = yaml`
  Orders:
    Type: AWS::SQS::Queue
    Properties: { QueueName: orders }
`;

export const messagingNoPeer = rule({
  id: 'messaging-no-peer',
  title: 'Queue or topic does not exist in the target region',
  on: ['sqs-queue', 'sns-topic'],
  needs: [],
  severity: severities('L/H/C/C'),
  why: 'Queues and topics are not replicated: producers and consumers in the target region find none, or go on using those of the region that they left.',
  fix: 'Declare queues and topics in the target region by the same template, publish and consume within a region, and decide in the runbook what happens to messages that stay behind.',
  effect: 'RPO is the messages of the home region, which are readable again only when it is back. RTO grows by creating queue or topic, its policy and subscriptions in the target, and by giving producers and consumers the new address.',
  links: ['https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-multi-region-fundamentals/fundamental-2.html'],
  remedy: messagingPeer,
  examples: {
    gap: [{ home: queue }],
    ready: [{ home: queue, target: queue }],
  },

  check: hasCounterpart,
});
