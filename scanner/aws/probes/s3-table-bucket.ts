import { detail, probe, type Listed } from '../probe.ts';
import { s3tables } from '../services/s3tables.ts';

const bucket = ({ arn }: Listed): { tableBucketARN: string | undefined } => ({ tableBucketARN: arn });

export const s3TableBucket = probe({
  kind: 's3-table-bucket',
  lists: [[s3tables, 'ListTableBuckets']],
  async *list(place) {
    for await (const { tableBuckets = [] } of place.pages(s3tables, 'ListTableBuckets', { maxBuckets: 1000 })) {
      for (const each of tableBuckets) if (each.name !== undefined) yield { name: each.name, arn: each.arn, document: { name: each.name } };
    }
  },
  details: {
    ReplicationConfiguration: detail(s3tables, 'GetTableBucketReplication', {
      input: bucket,
      take: ({ configuration }) => configuration,
      none: ['NotFoundException'],
      answers: ['destinations', 'replicationRole'],
    }),
    EncryptionConfiguration: detail(s3tables, 'GetTableBucketEncryption', {
      input: bucket,
      take: ({ encryptionConfiguration }) => encryptionConfiguration,
      none: ['NotFoundException'],
      answers: ['kmsKey'],
    }),
    Tags: detail(s3tables, 'ListTagsForResource', { input: ({ arn }) => ({ resourceArn: arn }), take: ({ tags = {} }) => tags, answers: ['tags'] }),
  },
});
