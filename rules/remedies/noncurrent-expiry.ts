import type { MakeRemedy } from '../remedy.ts';
import { homeOf, isPhysical, label, logicalId, nameLimit } from './words.ts';

const days = 30;

/** Noncurrent versions end after a while. */
export const noncurrentExpiry: MakeRemedy = (bucket, { intent: { home } }) => {
  if (bucket.kind !== 's3-bucket') return undefined;
  const region = homeOf(bucket, home);
  const name = isPhysical(bucket) ? bucket.name : bucket.name.toLowerCase();
  return {
    title: `Let noncurrent versions of ${bucket.name} end after ${days} days`,
    cloudformation: [{ region, merge: true, note: `merge the rule into those of the bucket ${bucket.name}`, resources: { [logicalId(bucket.name)]: { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', Properties: { LifecycleConfiguration: { Rules: [{ Id: 'noncurrent', Status: 'Enabled', NoncurrentVersionExpiration: { NoncurrentDays: days } }] } } } } }],
    terraform: [{ type: 'resource', labels: ['aws_s3_bucket_lifecycle_configuration', label(name)], body: { bucket: name }, blocks: [{ type: 'rule', body: { id: 'noncurrent', status: 'Enabled' }, blocks: [{ type: 'filter' }, { type: 'noncurrent_version_expiration', body: { noncurrent_days: days } }] }] }],
    cli: [{ region, words: ['s3api', 'put-bucket-lifecycle-configuration', '--bucket', name, '--lifecycle-configuration', JSON.stringify({ Rules: [{ ID: 'noncurrent', Status: 'Enabled', Filter: { Prefix: '' }, NoncurrentVersionExpiration: { NoncurrentDays: days } }] })], note: 'Replaces the lifecycle rules that the bucket has: add them' }],
    limits: [...nameLimit(bucket), 'Lifecycle rules are not replicated: give the copy the same.', 'What is overwritten or deleted can be brought back for so long only.'],
  };
};
