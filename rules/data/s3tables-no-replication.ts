import { regionsOf, replicasOf } from '../../graph/queries/copies.ts';
import { s3tablesReplication } from '../remedies/s3tables-replication.ts';
import { rule } from '../rule.ts';
import { otherRegions } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const lake = (destination?: string): string => yaml`
  Lake:
    Type: AWS::S3Tables::TableBucket
    Properties:
      TableBucketName: lake${destination === undefined ? '' : `
      ReplicationConfiguration:
        Role: arn:aws:iam::111122223333:role/replication
        Rules: [{ Destinations: [{ DestinationTableBucketARN: '${destination}' }] }]`}
`;

export const dataS3tablesNoReplication = rule({
  id: 'data-s3tables-no-replication',
  title: 'S3 table bucket is not replicated to the target region',
  on: 's3-table-bucket',
  needs: ['destinations'],
  severity: severities('H/H/C/-'),
  why: 'Its Iceberg tables exist in one region only. Replication of ordinary buckets does not reach them.',
  fix: 'Create a table bucket in the target region and replicate to it with S3 Tables replication, which also copies what is there already. Replicas are read-only: writers need a home region for each table.',
  remedy: s3tablesReplication,
  effect: 'RPO is all tables, and RTO loading them again in the target. Replicated commits arrive in the order of the source, most of them within minutes.',
  links: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-replication-how-replication-works.html'],
  examples: {
    gap: [
      { home: lake() },
      { name: 'replicated to another region', home: lake('arn:aws:s3tables:eu-central-1:111122223333:bucket/lake') },
    ],
    ready: [{ home: lake('arn:aws:s3tables:eu-west-1:111122223333:bucket/lake') }],
    unknown: [{ name: 'the destination is told at deployment', home: lake('{{resolve:ssm:/lake/copy}}') }],
  },

  check(bucket, { intent: { target }, graph }) {
    const { name } = bucket;
    const places = replicasOf(graph, bucket);
    if (regionsOf(places).includes(target)) return ready();
    const untold = places.find(({ region }) => region === undefined);
    if (untold !== undefined) return unknown(`${name} is replicated to ${untold.name}, whose region nobody told us; it may or may not be ${target}.`, { ask: 's3tables:GetTableBucketReplication.' });
    return gap(`${name} is replicated to ${otherRegions(regionsOf(places))}, not to ${target}.`);
  },
});
