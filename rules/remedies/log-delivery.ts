import { homeOf, isPhysical, label, logicalId, nameLimit } from './words.ts';
import { jsonDocument, type MakeRemedy } from '../remedy.ts';

/** A bucket policy that admits load balancers of every region by their service principal. */
export const logDelivery: MakeRemedy = (bucket, { intent: { home } }) => {
  if (bucket.kind !== 's3-bucket') return undefined;
  const { partition = 'aws', account = '111122223333' } = bucket;
  const region = homeOf(bucket, home);
  const name = isPhysical(bucket) ? bucket.name : bucket.name.toLowerCase();
  const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' }, Action: 's3:PutObject', Resource: `arn:${partition}:s3:::${name}/AWSLogs/${account}/*`, Condition: { ArnLike: { 'aws:SourceArn': `arn:${partition}:elasticloadbalancing:*:${account}:loadbalancer/*` } } }] };
  return {
    title: `Admit logs of load balancers of every region to ${name}`,
    cloudformation: [{ region, merge: true, note: 'merge the statement into the policy that the bucket has', resources: { [logicalId(name, 'Policy')]: { Type: 'AWS::S3::BucketPolicy', Properties: { PolicyDocument: policy } } } }],
    terraform: [{ type: 'resource', labels: ['aws_s3_bucket_policy', label(name)], body: { bucket: name, policy: jsonDocument(policy) } }],
    cli: [{ region, words: ['s3api', 'put-bucket-policy', '--bucket', name, '--policy', JSON.stringify(policy)], note: 'Replaces the whole policy: add the statement to what is there' }],
    limits: [...nameLimit(bucket), 'A load balancer delivers to a bucket of its own region: the target needs a bucket too.'],
  };
};
