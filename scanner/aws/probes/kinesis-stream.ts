import { detail, probe } from '../probe.ts';
import { kinesis } from '../services/kinesis.ts';

export const kinesisStream = probe({
  kind: 'kinesis-stream',
  lists: [[kinesis, 'ListStreams']],
  async *list(place) {
    for await (const { StreamNames = [], StreamSummaries = [] } of place.pages(kinesis, 'ListStreams', { Limit: 1000 })) {
      const arns = new Map(StreamSummaries.map(({ StreamName, StreamARN }) => [StreamName, StreamARN]));
      for (const name of StreamNames) yield { name, arn: arns.get(name), document: {} };
    }
  },
  details: {
    StreamDescriptionSummary: detail(kinesis, 'DescribeStreamSummary', {
      input: ({ name }) => ({ StreamName: name }),
      take: ({ StreamDescriptionSummary }) => StreamDescriptionSummary,
      base: true,
      answers: ['mode', 'shards', 'retentionHours', 'encrypted', 'kmsKey'],
    }),
    // A stream has at most 50 tags.
    Tags: detail(kinesis, 'ListTagsForStream', { input: ({ name }) => ({ StreamName: name, Limit: 50 }), take: ({ Tags }) => Tags, answers: ['tags'] }),
  },
  beyondConfig: ['mode'],
});
