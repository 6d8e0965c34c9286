import { expression, type MakeRemedy } from '../remedy.ts';
import { homeOf, label, logicalId, nameLimit } from './words.ts';

/** A replica of the table in the target, by the 2019 version of global tables. */
export const dynamodbReplica: MakeRemedy = (table, { intent: { home, target } }) => {
  if (table.kind !== 'dynamodb-table') return undefined;
  const { name, attributes: { replicaRegions = [], kmsKey } } = table;
  const from = homeOf(table, home);
  const regions = [from, ...replicaRegions.filter((region) => region !== from && region !== target), target];
  const stream = { StreamViewType: 'NEW_AND_OLD_IMAGES' };
  return {
    title: `Add a replica of ${name} in ${target}`,
    cloudformation: [{
      region: from,
      merge: true, note: 'AWS::DynamoDB::Table cannot become AWS::DynamoDB::GlobalTable in place: retain the table, remove it from the stack and import it under the new type; take the key schema, indexes and capacity from the present template',
      resources: {
        [logicalId(name)]: {
          Type: 'AWS::DynamoDB::GlobalTable', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain',
          Properties: {
            TableName: name, StreamSpecification: stream,
            Replicas: regions.map((region) => ({ Region: region, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }, DeletionProtectionEnabled: true })),
          },
        },
      },
    }],
    terraform: [
      { type: 'provider', labels: ['aws'], body: { alias: 'target', region: target } },
      ...(table.arn === undefined ? [{ type: 'data', labels: ['aws_dynamodb_table', label(name)], body: { name } }] : []),
      { type: 'resource', labels: ['aws_dynamodb_table_replica', label(name)], body: { provider: expression('aws.target'), global_table_arn: table.arn ?? expression(`data.aws_dynamodb_table.${label(name)}.arn`), point_in_time_recovery: true, deletion_protection_enabled: true } },
    ],
    cli: [
      { region: from, words: ['dynamodb', 'update-table', '--table-name', name, '--stream-specification', 'StreamEnabled=true,StreamViewType=NEW_AND_OLD_IMAGES'], note: 'Only where the table has no stream of both images yet' },
      { region: from, words: ['dynamodb', 'wait', 'table-exists', '--table-name', name] },
      { region: from, words: ['dynamodb', 'update-table', '--table-name', name, '--replica-updates', JSON.stringify([{ Create: { RegionName: target } }])], note: 'Backfills by itself; the replica is ACTIVE when it is done' },
      { region: target, words: ['dynamodb', 'update-continuous-backups', '--table-name', name, '--point-in-time-recovery-specification', 'PointInTimeRecoveryEnabled=true'] },
    ],
    limits: [
      ...nameLimit(table),
      ...(kmsKey === undefined ? [] : ['The table has a customer managed key: name a key of the target as KMSMasterKeyId of the replica.']),
      'Terraform: where the table is declared with replica blocks, add one there instead, or ignore changes of `replica`.',
    ],
  };
};
