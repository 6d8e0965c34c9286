import { likelyArn } from '../../graph/likely-arn.ts';
import type { MakeRemedy } from '../remedy.ts';
import { copyName, homeOf, logicalId, nameLimit } from './words.ts';

/** A table bucket in the target, and a rule that replicates every table to it. */
export const s3tablesReplication: MakeRemedy = (bucket, { intent: { home, target } }) => {
  if (bucket.kind !== 's3-table-bucket') return undefined;
  const { name, account = 'ACCOUNT', partition = 'aws' } = bucket;
  const from = homeOf(bucket, home);
  const copy = copyName(name, { from, to: target });
  const destination = `arn:${partition}:s3tables:${target}:${account}:bucket/${copy}`;
  const role = `arn:${partition}:iam::${account}:role/s3-tables-replication`;
  return {
    title: `Replicate the tables of ${name} to ${target}`,
    cloudformation: [
      { region: target, resources: { [logicalId(name, 'Copy')]: { Type: 'AWS::S3Tables::TableBucket', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', Properties: { TableBucketName: copy } } } },
      { region: from, merge: true, note: `merge this property into the table bucket ${name}`, resources: { [logicalId(name)]: { Type: 'AWS::S3Tables::TableBucket', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', Properties: { ReplicationConfiguration: { Role: role, Rules: [{ Destinations: [{ DestinationTableBucketARN: destination }] }] } } } } },
    ],
    cli: [
      { region: target, words: ['s3tables', 'create-table-bucket', '--name', copy] },
      { region: from, words: ['s3tables', 'put-table-bucket-replication', '--table-bucket-arn', bucket.arn ?? likelyArn(bucket), '--configuration', JSON.stringify({ role, rules: [{ destinations: [{ destinationTableBucketARN: destination }] }] })] },
    ],
    limits: [...nameLimit(bucket), `Create the role ${role}, which replication.s3tables.amazonaws.com may take, first.`, ...(bucket.account === undefined ? ['Put the account in place of ACCOUNT.'] : []), 'Replicas are read-only.'],
  };
};
