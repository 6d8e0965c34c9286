import { expression, jsonDocument, type MakeRemedy } from '../remedy.ts';
import { copyName, homeOf, isPhysical, label, logicalId, nameLimit } from './words.ts';

/** A versioned copy in the target, a role, a rule that covers the whole bucket, and the objects that exist already. */
export const s3Replication: MakeRemedy = (bucket, { intent: { home, target } }) => {
  if (bucket.kind !== 's3-bucket') return undefined;
  const { partition = 'aws', account = 'ACCOUNT' } = bucket;
  const name = isPhysical(bucket) ? bucket.name : bucket.name.toLowerCase();
  const from = homeOf(bucket, home);
  const copy = copyName(name, { from, to: target, unique: true });
  const [source, destination] = [`arn:${partition}:s3:::${name}`, `arn:${partition}:s3:::${copy}`];
  const id = logicalId(name);
  const tf = label(name);
  const rule = { Status: 'Enabled', Priority: 1, Filter: { Prefix: '' }, DeleteMarkerReplication: { Status: 'Enabled' }, Destination: { Bucket: destination } };
  const trust = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: 's3.amazonaws.com' }, Action: 'sts:AssumeRole' }] };
  const statements = [
    { Effect: 'Allow', Action: ['s3:GetReplicationConfiguration', 's3:ListBucket'], Resource: source },
    { Effect: 'Allow', Action: ['s3:GetObjectVersionForReplication', 's3:GetObjectVersionAcl', 's3:GetObjectVersionTagging'], Resource: `${source}/*` },
    { Effect: 'Allow', Action: ['s3:ReplicateObject', 's3:ReplicateDelete', 's3:ReplicateTags'], Resource: `${destination}/*` },
  ];
  const policy = { Version: '2012-10-17', Statement: statements };
  return {
    title: `Replicate ${name} to ${copy} in ${target}`,
    cloudformation: [
      { region: target, resources: { [`${id}Copy`]: { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', Properties: { BucketName: copy, VersioningConfiguration: { Status: 'Enabled' } } } } },
      {
        region: from,
        merge: true, note: `merge these properties into the bucket ${name}`,
        resources: {
          [`${id}ReplicationRole`]: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trust, Policies: [{ PolicyName: 'replicate', PolicyDocument: policy }] } },
          [id]: { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', Properties: { VersioningConfiguration: { Status: 'Enabled' }, ReplicationConfiguration: { Role: { 'Fn::GetAtt': [`${id}ReplicationRole`, 'Arn'] }, Rules: [{ Id: `to-${target}`, ...rule }] } } },
        },
      },
    ],
    terraform: [
      { type: 'provider', labels: ['aws'], body: { alias: 'target', region: target } },
      { type: 'resource', labels: ['aws_s3_bucket', `${tf}_copy`], body: { provider: expression('aws.target'), bucket: copy } },
      { type: 'resource', labels: ['aws_s3_bucket_versioning', `${tf}_copy`], body: { provider: expression('aws.target'), bucket: expression(`aws_s3_bucket.${tf}_copy.id`) }, blocks: [{ type: 'versioning_configuration', body: { status: 'Enabled' } }] },
      { type: 'resource', labels: ['aws_s3_bucket_versioning', tf], body: { bucket: name }, blocks: [{ type: 'versioning_configuration', body: { status: 'Enabled' } }] },
      { type: 'resource', labels: ['aws_iam_role', `${tf}_replication`], body: { name_prefix: 's3-replication-', assume_role_policy: jsonDocument(trust) } },
      { type: 'resource', labels: ['aws_iam_role_policy', `${tf}_replication`], body: { role: expression(`aws_iam_role.${tf}_replication.id`), policy: jsonDocument(policy) } },
      {
        type: 'resource',
        labels: ['aws_s3_bucket_replication_configuration', tf],
        body: { bucket: name, role: expression(`aws_iam_role.${tf}_replication.arn`), depends_on: [expression(`aws_s3_bucket_versioning.${tf}`)] },
        blocks: [{
          type: 'rule',
          body: { id: `to-${target}`, status: 'Enabled', priority: 1 },
          blocks: [{ type: 'filter' }, { type: 'delete_marker_replication', body: { status: 'Enabled' } }, { type: 'destination', body: { bucket: expression(`aws_s3_bucket.${tf}_copy.arn`) } }],
        }],
      },
    ],
    cli: [
      { region: target, words: ['s3api', 'create-bucket', '--bucket', copy, ...(target === 'us-east-1' ? [] : ['--create-bucket-configuration', `LocationConstraint=${target}`])] },
      { region: target, words: ['s3api', 'put-bucket-versioning', '--bucket', copy, '--versioning-configuration', 'Status=Enabled'] },
      { region: from, words: ['s3api', 'put-bucket-versioning', '--bucket', name, '--versioning-configuration', 'Status=Enabled'] },
      { region: from, words: ['iam', 'create-role', '--role-name', `s3-replication-${tf}`.slice(0, 64), '--assume-role-policy-document', JSON.stringify(trust)] },
      { region: from, words: ['iam', 'put-role-policy', '--role-name', `s3-replication-${tf}`.slice(0, 64), '--policy-name', 'replicate', '--policy-document', JSON.stringify(policy)] },
      { region: from, words: ['s3api', 'put-bucket-replication', '--bucket', name, '--replication-configuration', JSON.stringify({ Role: `arn:${partition}:iam::${account}:role/${`s3-replication-${tf}`.slice(0, 64)}`, Rules: [{ ID: `to-${target}`, ...rule }] })] },
    ],
    limits: [...nameLimit(bucket), 'Objects that exist already are not replicated: run an S3 Batch Replication job once.', 'Buckets encrypted with a customer managed key need SourceSelectionCriteria, a key in the target and grants on both keys.'],
  };
};
