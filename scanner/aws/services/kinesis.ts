import { service } from '../service.ts';

export const kinesis = service({
  id: 'kinesis',
  title: 'Kinesis Data Streams',
  sdk: () => import('@aws-sdk/client-kinesis'),
  client: 'KinesisClient',
  rate: 10,
  operations: {
    ListStreams: { actions: ['kinesis:ListStreams'], page: { ask: 'NextToken', next: 'NextToken' } },
    DescribeStreamSummary: { actions: ['kinesis:DescribeStreamSummary'] },
    ListTagsForStream: { actions: ['kinesis:ListTagsForStream'] },
  },
});
