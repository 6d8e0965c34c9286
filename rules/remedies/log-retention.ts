import type { MakeRemedy } from '../remedy.ts';
import { homeOf, label, logicalId, nameLimit } from './words.ts';

const days = 30;

/** Events of the log group end after a while. */
export const logRetention: MakeRemedy = (group, { intent: { home } }) => {
  if (group.kind !== 'log-group') return undefined;
  const region = homeOf(group, home);
  return {
    title: `Keep the events of ${group.name} for ${days} days`,
    cloudformation: [{ region, merge: true, note: `merge this property into the log group ${group.name}`, resources: { [logicalId(group.name)]: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: days } } } }],
    terraform: [{ type: 'resource', labels: ['aws_cloudwatch_log_group', label(group.name)], body: { name: group.name, retention_in_days: days } }],
    cli: [{ region, words: ['logs', 'put-retention-policy', '--log-group-name', group.name, '--retention-in-days', String(days)] }],
    limits: [...nameLimit(group), `${days} days are ours: decide on it, and do the same in the target.`, 'Older events are deleted for good.'],
  };
};
