import { s3BatchReplication } from '../remedies/s3-batch-replication.ts';
import { rule } from '../rule.ts';
import { leadingTo, replicationsOf } from '../support/s3-replication.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const media = yaml`
  Media:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: media
      VersioningConfiguration: { Status: Enabled }
      ReplicationConfiguration:
        Role: arn:aws:iam::111122223333:role/replication
        Rules: [{ Status: Enabled, Destination: { Bucket: 'arn:aws:s3:::media-copy' } }]
`;
const copy = yaml`
  Copy:
    Type: AWS::S3::Bucket
    Properties: { BucketName: media-copy, VersioningConfiguration: { Status: Enabled } }
`;
const counted = (here: number, there: number) => [
  { kind: 's3-bucket', name: 'media', arn: 'arn:aws:s3:::media', document: { NumberOfObjects: here } },
  { kind: 's3-bucket', name: 'media-copy', arn: 'arn:aws:s3:::media-copy', region: 'eu-west-1', document: { NumberOfObjects: there } },
] as const;

/** Counts are daily, and objects on their way are in one of them only. */
const tolerance = 0.95;

export const dataS3CrrNotRetroactive = rule({
  id: 'data-s3-crr-not-retroactive',
  title: 'Objects that are older than the replication rule were never copied',
  on: 's3-bucket',
  needs: ['replication'],
  severity: severities('H/C/C/C'),
  why: 'A replication rule takes only what is written after it. What was there before exists in the home region alone, however long the rule has been on.',
  fix: 'Run S3 Batch Replication once, which takes existing objects, those that failed, and those that are replicas themselves. Objects in Glacier Flexible Retrieval, Deep Archive and the archive tiers of Intelligent-Tiering must be restored and copied to another class first.',
  effect: 'RPO of the objects that were there before the rule is everything, however long the rule has been on.',
  remedy: s3BatchReplication,
  links: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-batch-replication-batch.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-what-is-isnot-replicated.html',
  ],
  examples: {
    gap: [{ name: 'the copy holds a tenth of the objects', home: media, target: copy, described: counted(1_000_000, 100_000) }],
    ready: [{ name: 'both hold about as many', home: media, target: copy, described: counted(1_000_000, 998_000) }],
    unknown: [{ name: 'no template can say when the first object was written', home: media, target: copy }],
  },

  /** A bucket without a rule for the whole of it that leads to the target is the business of data-s3-no-crr and data-s3-crr-partial. */
  check(bucket, { intent: { target }, graph }) {
    const { name, attributes } = bucket;
    const whole = leadingTo(replicationsOf(graph, bucket, attributes.replication), target).sure.find(({ rule: { prefix = '', tagged } }) => prefix === '' && tagged !== true);
    if (whole === undefined) return undefined;
    const there = whole.to.resource?.kind === 's3-bucket' ? whole.to.resource.attributes.objects : undefined;
    const here = attributes.objects;
    if (here === undefined || there === undefined) {
      return unknown(`Whether objects that ${name} held before its replication rule are in ${whole.to.name} nobody told us.`, { ask: 'cloudwatch:GetMetricStatistics (NumberOfObjects of both buckets), or an S3 Batch Replication job that has completed.' });
    }
    const evidence = [{ what: `objects in ${name}`, value: String(here) }, { what: `objects in ${whole.to.name}`, value: String(there) }];
    if (there >= here * tolerance) return ready(`${whole.to.name} in ${target} holds about as many objects as ${name}.`, { evidence });
    return gap(`${whole.to.name} in ${target} holds ${there} objects, ${name} ${here}: older ones were not copied.`, { evidence });
  },
});
