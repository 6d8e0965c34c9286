import { detail, probe } from '../probe.ts';
import { sns } from '../services/sns.ts';

export const snsSubscription = probe({
  kind: 'sns-subscription',
  lists: [[sns, 'ListSubscriptions']],
  async *list(place) {
    for await (const { Subscriptions = [] } of place.pages(sns, 'ListSubscriptions', {})) {
      for (const each of Subscriptions) {
        const { SubscriptionArn: arn = '' } = each;
        // One that is not confirmed has no ARN and receives nothing.
        if (arn.startsWith('arn:')) yield { name: arn.slice(arn.lastIndexOf(':') + 1), arn, document: each };
      }
    }
  },
  details: {
    Attributes: detail(sns, 'GetSubscriptionAttributes', {
      input: ({ arn }) => ({ SubscriptionArn: arn }),
      take: ({ Attributes }) => ({ RedrivePolicy: Attributes?.['RedrivePolicy'], SubscriptionRoleArn: Attributes?.['SubscriptionRoleArn'] }),
      answers: ['deadLetterQueue', 'role'],
    }),
  },
});
