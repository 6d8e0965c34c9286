import { rule } from '../rule.ts';
import { judgeBinding } from '../support/code-binding.ts';
import { claimed } from '../support/code-check.ts';
import { regionFix } from '../support/code-fix.ts';
import { codeOptions } from '../support/code-options.ts';
import { severities } from '../support/severities.ts';

export const codeS3Location = rule({
  id: 'code-s3-location',
  title: 'Bucket is created in a fixed region',
  on: 'code',
  severity: severities('L/M/M/M'),
  why: 'The LocationConstraint decides for good where the bucket is. In the target region the program creates it in the old one, or S3 refuses the call.',
  fix: 'Set the LocationConstraint to the region of the client, and leave it out for us-east-1.',
  effect: 'No effect on RPO of buckets that exist. New ones are made in the region that failed, or not at all, and the deployment to the target stops there until the code is changed.',
  links: ['https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucketConfiguration.html'],
  options: codeOptions,
  examples: {
    gap: [{
      ts: `await s3.createBucket({ Bucket, CreateBucketConfiguration: { LocationConstraint: 'us-west-2' } });`,
      py: `s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": "us-west-2"})`,
    }],
    ready: [{ name: 'the target', ts: `await s3.createBucket({ Bucket, CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' } });` }],
  },

  check: claimed('code-s3-location', (occurrence, context) => judgeBinding(occurrence, context, (where) => ({
    message: `The bucket is created in ${occurrence.regions.join(', ')}, from ${where} too.`,
    fix: regionFix(occurrence),
  }))),
});
