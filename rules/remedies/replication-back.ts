import { hasSymbol } from '../../model/symbol.ts';
import type { MakeRemedy } from '../remedy.ts';
import { leadingTo, replicationsOf } from '../support/s3-replication.ts';
import { isPhysical, label, logicalId, nameLimit } from './words.ts';

/** A rule from the copy in the target back to the bucket at home; for active-active with changes of replicas as well. */
export const replicationBack: MakeRemedy = (bucket, { intent: { target, strategy }, graph }) => {
  if (bucket.kind !== 's3-bucket' || !isPhysical(bucket)) return undefined;
  const copy = leadingTo(replicationsOf(graph, bucket, bucket.attributes.replication ?? []), target).sure.map(({ to }) => to.resource).find((each) => each?.kind === 's3-bucket');
  if (copy === undefined || hasSymbol(copy.name)) return undefined;
  const { partition = 'aws', account = 'ACCOUNT' } = bucket;
  const [from, to] = [`arn:${partition}:s3:::${copy.name}`, `arn:${partition}:s3:::${bucket.name}`];
  const id = logicalId(copy.name);
  const role = `s3-replication-${label(copy.name)}`.slice(0, 64);
  const trust = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: 's3.amazonaws.com' }, Action: 'sts:AssumeRole' }] };
  const policy = { Version: '2012-10-17', Statement: [
    { Effect: 'Allow', Action: ['s3:GetReplicationConfiguration', 's3:ListBucket'], Resource: from },
    { Effect: 'Allow', Action: ['s3:GetObjectVersionForReplication', 's3:GetObjectVersionAcl', 's3:GetObjectVersionTagging'], Resource: `${from}/*` },
    { Effect: 'Allow', Action: ['s3:ReplicateObject', 's3:ReplicateDelete', 's3:ReplicateTags'], Resource: `${to}/*` },
  ] };
  const both = strategy === 'active-active' ? { SourceSelectionCriteria: { ReplicaModifications: { Status: 'Enabled' } } } : {};
  const rule = { Status: 'Enabled', Priority: 1, Filter: { Prefix: '' }, DeleteMarkerReplication: { Status: 'Enabled' }, ...both, Destination: { Bucket: to } };
  const region = copy.region ?? target;
  return {
    title: `Replicate ${copy.name} back to ${bucket.name}`,
    cloudformation: [{
      region, merge: true, note: `merge the role and these properties into the template of the bucket ${copy.name}`,
      resources: {
        [`${id}ReplicationRole`]: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trust, Policies: [{ PolicyName: 'replicate', PolicyDocument: policy }] } },
        [id]: { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', Properties: { VersioningConfiguration: { Status: 'Enabled' }, ReplicationConfiguration: { Role: { 'Fn::GetAtt': [`${id}ReplicationRole`, 'Arn'] }, Rules: [rule] } } },
      },
    }],
    cli: [
      { region, words: ['iam', 'create-role', '--role-name', role, '--assume-role-policy-document', JSON.stringify(trust)] },
      { region, words: ['iam', 'put-role-policy', '--role-name', role, '--policy-name', 'replicate', '--policy-document', JSON.stringify(policy)] },
      { region, words: ['s3api', 'put-bucket-replication', '--bucket', copy.name, '--replication-configuration', JSON.stringify({ Role: `arn:${partition}:iam::${account}:role/${role}`, Rules: [rule] })], note: 'Replaces the rules that the copy has' },
    ],
    limits: [...nameLimit(copy), 'Replicas are not replicated again, so nothing goes round in circles.', ...(strategy === 'active-active' ? ['The rule at home needs ReplicaModifications too, or changes of replicas travel one way.'] : []), 'Terraform: aws_s3_bucket_replication_configuration of the copy, with a role of its own.'],
  };
};
