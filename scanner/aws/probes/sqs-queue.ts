import { detail, probe } from '../probe.ts';
import { sqs } from '../services/sqs.ts';

const url = ({ identities = [] }: { readonly identities?: readonly string[] | undefined }): { QueueUrl: string | undefined } => ({ QueueUrl: identities[0] });

export const sqsQueue = probe({
  kind: 'sqs-queue',
  lists: [[sqs, 'ListQueues']],
  async *list(place) {
    for await (const { QueueUrls = [] } of place.pages(sqs, 'ListQueues', { MaxResults: 1000 })) {
      for (const each of QueueUrls) {
        const name = each.slice(each.lastIndexOf('/') + 1);
        yield { name, arn: `arn:${place.partition}:sqs:${place.region}:${place.account}:${name}`, identities: [each], document: {} };
      }
    }
  },
  details: {
    Attributes: detail(sqs, 'GetQueueAttributes', {
      input: (item) => ({ ...url(item), AttributeNames: ['All' as const] }),
      take: ({ Attributes }) => Attributes,
      base: true,
      answers: ['fifo', 'retentionSeconds', 'kmsKey', 'deadLetters', 'deadLetterQueue', 'policy'],
    }),
    Tags: detail(sqs, 'ListQueueTags', { input: url, take: ({ Tags = {} }) => Tags, answers: ['tags'] }),
  },
  beyondConfig: ['policy', 'deadLetters', 'deadLetterQueue'],
});
