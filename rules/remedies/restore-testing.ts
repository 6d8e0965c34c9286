import type { MakeRemedy } from '../remedy.ts';
import { label, logicalId } from './words.ts';

/** A restore testing plan in the region of the vault. */
export const restoreTesting: MakeRemedy = (vault, { intent: { target } }) => {
  if (vault.kind !== 'backup-vault') return undefined;
  const [id, name] = [logicalId(vault.name, 'RestoreTests'), `${label(vault.name)}_weekly`.slice(0, 50)];
  const schedule = 'cron(0 5 ? * 1 *)';
  const selection = { Algorithm: 'LATEST_WITHIN_WINDOW', IncludeVaults: ['*'], RecoveryPointTypes: ['SNAPSHOT'], SelectionWindowDays: 30 };
  return {
    title: `Test restores in ${target} every week`,
    cloudformation: [{ region: target, resources: { [id]: { Type: 'AWS::Backup::RestoreTestingPlan', Properties: { RestoreTestingPlanName: name, ScheduleExpression: schedule, StartWindowHours: 24, RecoveryPointSelection: selection } } } }],
    cli: [{ region: target, words: ['backup', 'create-restore-testing-plan', '--restore-testing-plan', JSON.stringify({ RestoreTestingPlanName: name, ScheduleExpression: schedule, StartWindowHours: 24, RecoveryPointSelection: selection })] }],
    limits: ['Add a restore testing selection for each type of resource, with the role that restores and the subnets, groups and keys of the target.', 'Validate what was restored: AWS Backup reports the result of your validation with the test.'],
  };
};
