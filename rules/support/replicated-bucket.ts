import { yaml } from './yaml.ts';

/** For examples: a versioned bucket `media` with replication rules; `rest` are further properties. */
export const replicatedBucket = (rules: string, rest = ''): string => yaml`
  Media:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: media
      VersioningConfiguration: { Status: Enabled }
      ReplicationConfiguration: { Role: 'arn:aws:iam::111122223333:role/copy', Rules: [${rules}] }
      ${rest}
`;

export const wholeBucket = "{ Status: Enabled, Destination: { Bucket: 'arn:aws:s3:::media-copy' } }";
