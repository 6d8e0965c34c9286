import { detail, probe } from '../probe.ts';
import { sns } from '../services/sns.ts';

/** Its subscriptions are resources of their own. */
export const snsTopic = probe({
  kind: 'sns-topic',
  lists: [[sns, 'ListTopics']],
  async *list(place) {
    for await (const { Topics = [] } of place.pages(sns, 'ListTopics', {})) {
      for (const { TopicArn: arn = '' } of Topics) if (arn !== '') yield { name: arn.slice(arn.lastIndexOf(':') + 1), arn, document: { TopicArn: arn } };
    }
  },
  details: {
    Attributes: detail(sns, 'GetTopicAttributes', { input: ({ arn }) => ({ TopicArn: arn }), take: ({ Attributes }) => Attributes, base: true, answers: ['fifo', 'kmsKey', 'policy'] }),
    Tags: detail(sns, 'ListTagsForResource', { input: ({ arn }) => ({ ResourceArn: arn }), take: ({ Tags }) => Tags, answers: ['tags'] }),
  },
  beyondConfig: ['policy', 'subscribers'],
});
