import { rule } from '../rule.ts';
import { s3Replication } from '../remedies/s3-replication.ts';
import { copiedByBackup } from '../support/backup-copies.ts';
import { otherRegions } from '../support/list.ts';
import { leadingTo, replicationsOf } from '../support/s3-replication.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

export const dataS3NoCrr = rule({
  id: 'data-s3-no-crr',
  title: 'S3 bucket has no copy in the target region',
  on: 's3-bucket',
  needs: ['replication'],
  severity: severities('H/C/C/C'),
  why: 'Objects exist in one region only. When that region is lost they cannot be read, and copying them starts only after it is back.',
  fix: 'Enable versioning on both buckets, create the bucket in the target region from the same template, add a replication rule to it (decide on delete markers and KMS objects), run S3 Batch Replication for the objects that exist already, and alarm on failed operations.',
  effect: {
    otherwise: 'RPO is all objects, and RTO as long as the outage. Replicated objects take seconds to minutes as a rule, large ones hours; with Replication Time Control 99.9 % are there within 15 minutes.',
    'backup-restore': 'RPO is all objects, since neither a replica nor a copied backup is in the target, and RTO as long as the outage. With copied backups RPO is their interval, and RTO grows with the number of objects.',
  },
  remedy: s3Replication,
  links: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-requirements.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html',
  ],
  examples: {
    gap: [
      { name: 'no replication', home: yaml`
        Media:
          Type: AWS::S3::Bucket
      ` },
      { name: 'a rule that is switched off', home: yaml`
        Media:
          Type: AWS::S3::Bucket
          Properties:
            ReplicationConfiguration:
              Role: arn:aws:iam::111122223333:role/replication
              Rules:
                - Status: Disabled
                  Destination: { Bucket: arn:aws:s3:::media-copy }
      `, target: yaml`
        Copy:
          Type: AWS::S3::Bucket
          Properties:
            BucketName: media-copy
      ` },
    ],
    ready: [
      { home: yaml`
        Media:
          Type: AWS::S3::Bucket
          Properties:
            VersioningConfiguration: { Status: Enabled }
            ReplicationConfiguration:
              Role: arn:aws:iam::111122223333:role/replication
              Rules:
                - Status: Enabled
                  Destination: { Bucket: arn:aws:s3:::media-copy }
      `, target: yaml`
        Copy:
          Type: AWS::S3::Bucket
          Properties:
            BucketName: media-copy
            VersioningConfiguration: { Status: Enabled }
      ` },
    ],
    unknown: [
      { name: 'the destination is a bucket that nobody told us of', home: yaml`
        Media:
          Type: AWS::S3::Bucket
          Properties:
            ReplicationConfiguration:
              Role: arn:aws:iam::111122223333:role/replication
              Rules:
                - Status: Enabled
                  Destination: { Bucket: arn:aws:s3:::media-copy }
      ` },
    ],
    exempt: [
      { home: yaml`
        Scratch:
          Type: AWS::S3::Bucket
          Properties:
            Tags: [{ Key: mr:ephemeral, Value: 'true' }]
      ` },
    ],
  },

  check(bucket, context) {
    const { name, attributes } = bucket;
    const { graph, intent: { target } } = context;
    const replications = replicationsOf(graph, bucket, attributes.replication);
    const { sure, possible } = leadingTo(replications, target);
    if (sure.length > 0) return ready();
    const backed = copiedByBackup(bucket, context);
    if (backed !== undefined) return backed;
    const [maybe] = possible;
    if (maybe !== undefined) {
      return unknown(`${name} replicates to ${maybe.to.name}, whose region nobody told us; it may or may not be ${target}.`, {
        ask: `Give the template or account of ${maybe.to.name}, or allow s3:GetBucketLocation on it.`,
      });
    }
    const off = replications.some(({ rule: { enabled }, to }) => enabled === false && to.region === target);
    const regions = replications.flatMap(({ rule: { enabled }, to }) => (enabled === false || to.region === undefined ? [] : [to.region]));
    const also = off ? ' Its rule to that region is disabled.' : '';
    return gap(`${name} is replicated to ${otherRegions(regions)}, not to ${target}.${also}`);
  },
});
