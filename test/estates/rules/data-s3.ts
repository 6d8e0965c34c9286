import type { Closings } from '../../support/closing/case.ts';
import { yaml } from '../../../rules/support/yaml.ts';
import { byHand, byTemplate, byTerraform } from './words.ts';

const named = { name: 'a bucket whose name is known', home: yaml`
  Media:
    Type: AWS::S3::Bucket
    Properties: { BucketName: media }
` };

export const s3 = {
  'data-s3-bucket-config-drift': byHand('both buckets send events', { target: 'Media: { Properties: { NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } } } }' }),
  'data-s3-crr-deletes': byTemplate({ replace: ['Rules'] }),
  'data-s3-crr-kms': [byTemplate({ replace: ['Rules'] }), byTemplate({ from: 1, replace: ['Rules'] })],
  'data-s3-crr-no-rtc': byTemplate({ replace: ['Rules'] }),
  'data-s3-crr-not-retroactive': {
    by: 'cli', calls: ['s3control create-job'], says: 'the job has run',
    leaves: ([job]) => {
      const { S3JobManifestGenerator: { SourceBucket: source } } = JSON.parse(job?.option('manifest-generator') ?? '') as { S3JobManifestGenerator: { SourceBucket: string } };
      const holds = (name: string, region: string) => ({ kind: 's3-bucket', name, region, arn: `arn:aws:s3:::${name}`, document: { NumberOfObjects: 1_000_000 } } as const);
      return { now: { described: [holds(source.replace('arn:aws:s3:::', ''), 'us-east-1'), holds('media-copy', 'eu-west-1')] } };
    },
  },
  'data-s3-crr-one-way': byTemplate(),
  'data-s3-crr-partial': byTemplate({ replace: ['Rules'] }),
  'data-s3-mrap-limits': byHand('a new access point takes in a bucket of the target', { home: 'Entry: { Properties: { Regions: [{ Bucket: media-us }, { Bucket: media-eu }] } }', target: "Copy: { Type: 'AWS::S3::Bucket', Properties: { BucketName: media-eu } }" }),
  'data-s3-no-crr': [byTemplate({ from: named }), byTerraform({ from: named }), byTemplate()],
  'data-s3-unreplicable-class': byHand('both are filled from one source, and the tag says so', { deploy: true, home: 'Fast: { Properties: { Tags: [{ Key: mr:counterpart, Value: Fast }] } }' }),
  'data-s3-versioning-off': [byTemplate(), byTemplate({ from: 1 }), byTerraform({ from: named })],
  'data-s3tables-no-replication': [byTemplate(), byTemplate({ from: 1 })],
} as const satisfies Closings;
