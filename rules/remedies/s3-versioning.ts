import type { MakeRemedy } from '../remedy.ts';
import { homeOf, isPhysical, label, logicalId, nameLimit } from './words.ts';

/** Versioning, with noncurrent versions that go after a while. */
export const s3Versioning: MakeRemedy = (bucket, { intent: { home } }) => {
  if (bucket.kind !== 's3-bucket') return undefined;
  const name = isPhysical(bucket) ? bucket.name : bucket.name.toLowerCase();
  const from = homeOf(bucket, home);
  const tf = label(name);
  return {
    title: `Version the objects of ${name}`,
    cloudformation: [{ region: from, note: `merge these properties into the bucket ${name}`, resources: { [logicalId(name)]: { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', Properties: { BucketName: name, VersioningConfiguration: { Status: 'Enabled' }, LifecycleConfiguration: { Rules: [{ Id: 'noncurrent', Status: 'Enabled', NoncurrentVersionExpiration: { NoncurrentDays: 90 } }] } } } } }],
    terraform: [
      { type: 'resource', labels: ['aws_s3_bucket_versioning', tf], body: { bucket: name }, blocks: [{ type: 'versioning_configuration', body: { status: 'Enabled' } }] },
      { type: 'resource', labels: ['aws_s3_bucket_lifecycle_configuration', tf], body: { bucket: name }, blocks: [{ type: 'rule', body: { id: 'noncurrent', status: 'Enabled' }, blocks: [{ type: 'filter' }, { type: 'noncurrent_version_expiration', body: { noncurrent_days: 90 } }] }] },
    ],
    cli: [{ region: from, words: ['s3api', 'put-bucket-versioning', '--bucket', name, '--versioning-configuration', 'Status=Enabled'] }],
    limits: [...nameLimit(bucket), 'Noncurrent versions are kept for 90 days here: decide on it, and merge the rule with those that exist.'],
  };
};
