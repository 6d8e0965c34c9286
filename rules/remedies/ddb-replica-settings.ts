import type { MakeRemedy } from '../remedy.ts';
import { nameLimit } from './words.ts';

/** Settings of a replica that never synchronise, set in its own region. */
export const ddbReplicaSettings: MakeRemedy = (table, { intent: { target } }) => {
  if (table.kind !== 'dynamodb-table') return undefined;
  const { name, attributes: { deletionProtection, contributorInsights } } = table;
  return {
    title: `Protect the replica of ${name} in ${target}`,
    cli: [
      { region: target, words: ['dynamodb', 'update-continuous-backups', '--table-name', name, '--point-in-time-recovery-specification', 'PointInTimeRecoveryEnabled=true'] },
      ...(deletionProtection === true ? [{ region: target, words: ['dynamodb', 'update-table', '--table-name', name, '--deletion-protection-enabled'] as const }] : []),
      ...(contributorInsights === true ? [{ region: target, words: ['dynamodb', 'update-contributor-insights', '--table-name', name, '--contributor-insights-action', 'ENABLE'] as const }] : []),
    ],
    limits: [...nameLimit(table), 'In a template set them for the entry of the target in Replicas of AWS::DynamoDB::GlobalTable, in Terraform in the replica block: what is set by hand is drift otherwise.'],
  };
};
