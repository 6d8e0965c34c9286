import { detail, probe, type Listed } from '../probe.ts';
import { mq } from '../services/mq.ts';

const broker = ({ identities = [] }: Listed): { BrokerId: string | undefined } => ({ BrokerId: identities[0] });

export const mqBroker = probe({
  kind: 'mq-broker',
  lists: [[mq, 'ListBrokers']],
  async *list(place) {
    for await (const { BrokerSummaries = [] } of place.pages(mq, 'ListBrokers', { MaxResults: 100 })) {
      for (const each of BrokerSummaries) {
        if (each.BrokerName !== undefined && each.BrokerId !== undefined) yield { name: each.BrokerName, arn: each.BrokerArn, identities: [each.BrokerId], document: each };
      }
    }
  },
  details: {
    Broker: detail(mq, 'DescribeBroker', {
      input: broker,
      take: (output) => output,
      base: true,
      answers: ['engineVersion', 'replicationMode', 'kmsKey', 'subnets', 'securityGroups'],
    }),
    Tags: detail(mq, 'DescribeBroker', { input: broker, take: ({ Tags = {} }) => Tags, answers: ['tags'] }),
  },
  beyondConfig: ['replicationMode', 'replicates'],
});
