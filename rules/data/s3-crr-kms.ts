import { replicateEncrypted } from '../remedies/replication-rules.ts';
import { rule } from '../rule.ts';
import { placeOf, type Place } from '../support/places.ts';
import { leadingTo, replicationsOf } from '../support/s3-replication.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const copy = yaml`
  Copy:
    Type: AWS::S3::Bucket
    Properties: { BucketName: media-copy }
`;
const encrypted = (rules: string): string => yaml`
  Media:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }]
      ReplicationConfiguration:
        Role: arn:aws:iam::111122223333:role/replication
        Rules: ${rules}
`;

export const dataS3CrrKms = rule({
  id: 'data-s3-crr-kms',
  title: 'S3 replication skips objects encrypted with KMS, or uses a key of another region',
  on: 's3-bucket',
  needs: ['replication', 'encryption'],
  severity: severities('H/C/C/C'),
  why: 'Replication leaves objects under SSE-KMS out unless the rule asks for them and names a key in the region of the copy. A key of another region makes the rule fail.',
  fix: 'Create a key in the target region (single-Region is enough, S3 encrypts anew), allow its readers and the replication role to use it, set SourceSelectionCriteria.SseKmsEncryptedObjects and Destination.EncryptionConfiguration.ReplicaKmsKeyID, and run S3 Batch Replication for what was skipped.',
  effect: 'RPO of objects that the rule leaves out is everything; with the key of another region nothing is replicated at all. RTO of what was replicated grows by granting its key to readers in the target.',
  remedy: replicateEncrypted,
  links: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html',
  ],
  examples: {
    gap: [
      { name: 'the rule skips encrypted objects', home: encrypted("[{ Status: Enabled, Destination: { Bucket: 'arn:aws:s3:::media-copy' } }]"), target: copy },
      {
        name: 'the copy is encrypted with a key of the home region',
        home: encrypted(`
          - Status: Enabled
            SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: Enabled } }
            Destination:
              Bucket: arn:aws:s3:::media-copy
              EncryptionConfiguration: { ReplicaKmsKeyID: 'arn:aws:kms:us-east-1:111122223333:alias/media' }`),
        target: copy,
      },
    ],
    ready: [
      {
        home: encrypted(`
          - Status: Enabled
            SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: Enabled } }
            Destination:
              Bucket: arn:aws:s3:::media-copy
              EncryptionConfiguration: { ReplicaKmsKeyID: 'arn:aws:kms:eu-west-1:111122223333:alias/media' }`),
        target: copy,
      },
    ],
    unknown: [
      {
        name: 'the key depends on deployment',
        home: encrypted(`
          - Status: Enabled
            SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: Enabled } }
            Destination:
              Bucket: arn:aws:s3:::media-copy
              EncryptionConfiguration: { ReplicaKmsKeyID: !ImportValue media-key }`),
        target: copy,
      },
    ],
  },

  /** Buckets without a rule to the target, and those that are not encrypted with KMS, are not its business. */
  check(bucket, { intent, graph }) {
    const { name, attributes } = bucket;
    const { target } = intent;
    if (!attributes.encryption.startsWith('aws:kms')) return undefined;
    const { sure } = leadingTo(replicationsOf(graph, bucket, attributes.replication), target);
    if (sure.length === 0) return undefined;
    const taking = sure.filter(({ rule: { kmsObjects } }) => kmsObjects !== false);
    if (taking.length === 0) return gap(`The replication of ${name} to ${target} skips objects that are encrypted with KMS, which is the bucket's default.`);
    const keys = taking.map(({ rule: { replicaKey } }): Place | undefined => (replicaKey === undefined ? undefined : placeOf(graph, replicaKey, { from: bucket, type: 'AWS::KMS::Key' })));
    if (keys.some((key, index) => key?.region === target && taking[index]?.rule.kmsObjects === true)) return ready();
    const wrong = keys.find((key) => key?.region !== undefined && key.region !== target);
    if (wrong !== undefined) return gap(`The copy of ${name} in ${target} is to be encrypted with a key of ${wrong.region}, which S3 cannot use there.`);
    return unknown(`Nobody told us which key encrypts the copy of ${name} in ${target}.`, { ask: 'Give the value that ReplicaKmsKeyID is deployed with, or allow s3:GetReplicationConfiguration.' });
  },
});
