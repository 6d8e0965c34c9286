import type { EstateView, ResourceOf } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';
import type { MakeRemedy } from '../remedy.ts';
import { leadingTo, replicationsOf } from '../support/s3-replication.ts';
import { homeOf, isPhysical, label, logicalId, nameLimit } from './words.ts';

/** Versioning, with noncurrent versions that go after a while. */
export const s3Versioning: MakeRemedy = (subject, { intent: { home, target }, graph }) => {
  const bucket = subject.kind === 's3-bucket' && subject.attributes.versioning === true ? unversionedCopy(subject, { graph, target }) : subject;
  if (bucket?.kind !== 's3-bucket') return undefined;
  const name = isPhysical(bucket) ? bucket.name : bucket.name.toLowerCase();
  const from = homeOf(bucket, home);
  const tf = label(name);
  return {
    title: `Version the objects of ${name}`,
    cloudformation: [{ region: from, merge: true, note: `merge these properties into the bucket ${name}`, resources: { [logicalId(name)]: { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', Properties: { VersioningConfiguration: { Status: 'Enabled' }, LifecycleConfiguration: { Rules: [{ Id: 'noncurrent', Status: 'Enabled', NoncurrentVersionExpiration: { NoncurrentDays: 90 } }] } } } } }],
    terraform: [
      { type: 'resource', labels: ['aws_s3_bucket_versioning', tf], body: { bucket: name }, blocks: [{ type: 'versioning_configuration', body: { status: 'Enabled' } }] },
      { type: 'resource', labels: ['aws_s3_bucket_lifecycle_configuration', tf], body: { bucket: name }, blocks: [{ type: 'rule', body: { id: 'noncurrent', status: 'Enabled' }, blocks: [{ type: 'filter' }, { type: 'noncurrent_version_expiration', body: { noncurrent_days: 90 } }] }] },
    ],
    cli: [{ region: from, words: ['s3api', 'put-bucket-versioning', '--bucket', name, '--versioning-configuration', 'Status=Enabled'] }],
    limits: [...nameLimit(bucket), 'Noncurrent versions are kept for 90 days here: decide on it, and merge the rule with those that exist.'],
  };
};

/** The bucket in the target that a rule leads to and that keeps no versions. */
function unversionedCopy(bucket: ResourceOf<'s3-bucket'>, { graph, target }: { readonly graph: EstateView; readonly target: string }): Resource | undefined {
  return leadingTo(replicationsOf(graph, bucket, bucket.attributes.replication ?? []), target).sure.map(({ to }) => to.resource).find((found) => found?.kind === 's3-bucket' && found.attributes.versioning === false);
}
