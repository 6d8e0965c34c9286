import { s3Versioning } from '../remedies/s3-versioning.ts';
import { rule } from '../rule.ts';
import { leadingTo, replicationsOf } from '../support/s3-replication.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

export const dataS3VersioningOff = rule({
  id: 'data-s3-versioning-off',
  title: 'S3 bucket that needs a copy is not versioned',
  on: 's3-bucket',
  needs: ['versioning'],
  severity: severities('M/H/H/H'),
  why: 'Replication and AWS Backup need versioning on both sides. Without it an object that is overwritten or deleted is gone in every region.',
  fix: 'Enable versioning on the bucket and on its copy before adding the replication rule, and let noncurrent versions expire by a lifecycle rule.',
  effect: {
    otherwise: 'Blocks replication, so that RPO is all objects until it is on; and an object that is overwritten or deleted by mistake is lost in every region. No effect on RTO once data is there.',
    'backup-restore': 'Blocks AWS Backup and replication of the bucket, so that RPO is all objects; an object that is overwritten or deleted by mistake cannot be taken back.',
  },
  remedy: s3Versioning,
  links: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-requirements.html'],
  examples: {
    gap: [
      { home: yaml`
        Media:
          Type: AWS::S3::Bucket
      ` },
      { name: 'the copy is not versioned', home: yaml`
        Media:
          Type: AWS::S3::Bucket
          Properties:
            VersioningConfiguration: { Status: Enabled }
            ReplicationConfiguration:
              Role: arn:aws:iam::111122223333:role/replication
              Rules: [{ Status: Enabled, Destination: { Bucket: 'arn:aws:s3:::media-copy' } }]
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
      ` },
    ],
    unknown: [
      { home: yaml`
        Media:
          Type: AWS::S3::Bucket
          Properties:
            VersioningConfiguration: { Status: !ImportValue versioning }
      ` },
    ],
  },

  check(bucket, { intent, graph }) {
    const { name, attributes } = bucket;
    if (!attributes.versioning) return gap(`${name} is not versioned, so it cannot be replicated or backed up to ${intent.target}.`);
    const { sure } = leadingTo(replicationsOf(graph, bucket, attributes.replication ?? []), intent.target);
    const copy = sure.map(({ to }) => to.resource).find((found) => found?.kind === 's3-bucket' && found.attributes.versioning === false);
    return copy === undefined ? ready() : gap(`${copy.name}, the copy of ${name} in ${intent.target}, is not versioned: replication to it fails.`);
  },
});
