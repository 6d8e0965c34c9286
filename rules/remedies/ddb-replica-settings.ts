import type { CliCall, MakeRemedy } from '../remedy.ts';
import { parameter } from './dns-words.ts';
import { homeOf, logicalId, nameLimit } from './words.ts';

/** Settings of a replica that never synchronise, set in its own region. */
export const ddbReplicaSettings: MakeRemedy = (table, { intent: { home, target } }) => {
  if (table.kind !== 'dynamodb-table') return undefined;
  const { name, attributes: { deletionProtection, contributorInsights, kinesisStream, replicas = [] } } = table;
  const replica = replicas.find(({ region }) => region === target);
  const streams = kinesisStream !== undefined && replica?.kinesisStream === undefined;
  const calls: readonly (CliCall | false)[] = [
    replica?.pointInTimeRecovery !== true && { region: target, words: ['dynamodb', 'update-continuous-backups', '--table-name', name, '--point-in-time-recovery-specification', 'PointInTimeRecoveryEnabled=true'] },
    deletionProtection === true && { region: target, words: ['dynamodb', 'update-table', '--table-name', name, '--deletion-protection-enabled'] },
    contributorInsights === true && { region: target, words: ['dynamodb', 'update-contributor-insights', '--table-name', name, '--contributor-insights-action', 'ENABLE'] },
    streams && { region: target, words: ['dynamodb', 'enable-kinesis-streaming-destination', '--table-name', name, '--stream-arn', `arn:${table.partition ?? 'aws'}:kinesis:${target}:${table.account ?? 'ACCOUNT'}:stream/STREAM`], note: 'Put the name of a stream of the target in place of STREAM' },
  ];
  const settings = {
    Region: target,
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    ...(deletionProtection === true ? { DeletionProtectionEnabled: true } : {}),
    ...(contributorInsights === true ? { ContributorInsightsSpecification: { Enabled: true } } : {}),
    ...(streams ? { KinesisStreamSpecification: { StreamArn: { Ref: 'StreamArn' } } } : {}),
  };
  return {
    title: `Protect the replica of ${name} in ${target}`,
    cloudformation: [{
      region: homeOf(table, home), merge: true, note: `merge these settings into the entry of ${target} in the replicas of ${name}`,
      ...(streams ? { parameters: { StreamArn: parameter(`ARN of a Kinesis stream in ${target}`) } } : {}),
      resources: { [logicalId(name)]: { Type: 'AWS::DynamoDB::GlobalTable', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', Properties: { Replicas: [settings] } } },
    }],
    cli: calls.filter((call) => call !== false),
    limits: [...nameLimit(table), 'Set by calls, it is drift from the template: set it there too. Terraform: in the replica block of the table.'],
  };
};
