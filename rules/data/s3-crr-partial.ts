import { hasSymbol } from '../../model/symbol.ts';
import { replicateAll } from '../remedies/replication-rules.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { leadingTo, replicationsOf, type ReplicationRule } from '../support/s3-replication.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

export const dataS3CrrPartial = rule({
  id: 'data-s3-crr-partial',
  title: 'S3 replication covers only part of the bucket',
  on: 's3-bucket',
  needs: ['replication'],
  severity: severities('M/H/H/H'),
  why: 'Objects outside the filter of the replication rules exist at home only, and nothing shows it until they are missed.',
  fix: 'Add a rule without filter to the bucket in the target region, or rules with priorities for the remaining prefixes. Replicate from the bucket of origin: replicas are not replicated again.',
  effect: 'RPO of the objects outside the filters is everything; what needs them has no RTO in the target.',
  remedy: replicateAll,
  links: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-what-is-isnot-replicated.html'],
  examples: {
    gap: [
      { home: yaml`
        Media:
          Type: AWS::S3::Bucket
          Properties:
            ReplicationConfiguration:
              Role: arn:aws:iam::111122223333:role/replication
              Rules:
                - Status: Enabled
                  Filter: { Prefix: invoices/ }
                  Destination: { Bucket: arn:aws:s3:::media-copy }
      `, target: yaml`
        Copy:
          Type: AWS::S3::Bucket
          Properties: { BucketName: media-copy }
      ` },
    ],
    ready: [
      { home: yaml`
        Media:
          Type: AWS::S3::Bucket
          Properties:
            ReplicationConfiguration:
              Role: arn:aws:iam::111122223333:role/replication
              Rules:
                - Status: Enabled
                  Filter: { Prefix: '' }
                  Destination: { Bucket: arn:aws:s3:::media-copy }
      `, target: yaml`
        Copy:
          Type: AWS::S3::Bucket
          Properties: { BucketName: media-copy }
      ` },
    ],
    unknown: [
      { home: yaml`
        Media:
          Type: AWS::S3::Bucket
          Properties:
            ReplicationConfiguration:
              Role: arn:aws:iam::111122223333:role/replication
              Rules:
                - Status: Enabled
                  Filter: { Prefix: !ImportValue prefix }
                  Destination: { Bucket: arn:aws:s3:::media-copy }
      `, target: yaml`
        Copy:
          Type: AWS::S3::Bucket
          Properties: { BucketName: media-copy }
      ` },
    ],
  },

  /** A bucket without a rule to the target is data-s3-no-crr's business. */
  check(bucket, { intent, graph }) {
    const { name, attributes } = bucket;
    const { sure } = leadingTo(replicationsOf(graph, bucket, attributes.replication), intent.target);
    if (sure.length === 0) return undefined;
    const filters = sure.map(({ rule: { filtered, prefix = '', tagged } }) => (hasSymbol(prefix) && tagged !== true ? undefined : filtered));
    if (filters.includes(false)) return ready();
    if (filters.includes(undefined)) return unknown(`Nobody told us which objects of ${name} its replication to ${intent.target} covers.`);
    return gap(`${name} replicates only ${listed(sure.map(({ rule: each }) => partOf(each)))} to ${intent.target}.`);
  },
});

function partOf({ prefix, tagged }: ReplicationRule): string {
  if (prefix !== undefined && prefix !== '') return `the prefix ${prefix}`;
  return tagged === true ? 'objects with certain tags' : 'some prefixes';
}
