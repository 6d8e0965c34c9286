import type { MakeRemedy } from '../remedy.ts';
import { homeOf, isPhysical, nameLimit } from './words.ts';

/** A job of S3 Batch Operations that replicates what the bucket held before its rule. */
export const s3BatchReplication: MakeRemedy = (bucket, { intent: { home } }) => {
  if (bucket.kind !== 's3-bucket') return undefined;
  const { account = 'ACCOUNT', partition = 'aws' } = bucket;
  const arn = `arn:${partition}:s3:::${isPhysical(bucket) ? bucket.name : bucket.name.toLowerCase()}`;
  const manifest = { S3JobManifestGenerator: { SourceBucket: arn, EnableManifestOutput: false, Filter: { EligibleForReplication: true, ObjectReplicationStatuses: ['NONE', 'FAILED'] } } };
  return {
    title: `Replicate what ${bucket.name} held before its rule`,
    cli: [{
      region: homeOf(bucket, home),
      words: ['s3control', 'create-job', '--account-id', account, '--operation', '{"S3ReplicateObject":{}}', '--manifest-generator', JSON.stringify(manifest), '--report', '{"Enabled":false}', '--priority', '1', '--role-arn', `arn:${partition}:iam::${account}:role/ROLE`, '--confirmation-required'],
      note: 'Put a role in place of ROLE that batchoperations.s3.amazonaws.com may take and that may s3:InitiateReplication, s3:GetReplicationConfiguration and s3:PutInventoryConfiguration on the bucket. The job waits until it is confirmed',
    }],
    limits: [...nameLimit(bucket), ...(bucket.account === undefined ? ['Put the account in place of ACCOUNT.'] : []), 'Objects in archive classes must be restored and copied to another class first.'],
  };
};
