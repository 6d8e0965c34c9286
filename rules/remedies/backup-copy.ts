import { expression, type MakeRemedy } from '../remedy.ts';
import { homeOf, inTarget, label, logicalId, nameLimit, targetProvider } from './words.ts';

/** A vault with a key of its own in the target, and a copy action to it. */
export const backupCopy: MakeRemedy = (plan, { intent: { home, target } }) => {
  if (plan.kind !== 'backup-plan') return undefined;
  const { name, account = 'ACCOUNT', partition = 'aws', attributes: { rules = [] } } = plan;
  const from = homeOf(plan, home);
  const [id, tf] = [logicalId(name), label(name)];
  const vault = `${name.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 40)}-copies`;
  const arn = `arn:${partition}:backup:${target}:${account}:backup-vault:${vault}`;
  const copy = { DestinationBackupVaultArn: arn, Lifecycle: { DeleteAfterDays: 35 } };
  const told = rules.length === 0 ? [{ name: 'daily', vault: 'Default', schedule: undefined }] : rules;
  return {
    title: `Copy the recovery points of ${name} to ${target}`,
    cloudformation: [
      { region: target, resources: { [`${id}Copies`]: { Type: 'AWS::Backup::BackupVault', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', Properties: { BackupVaultName: vault } } } },
      {
        region: from,
        merge: true, note: `merge the copy actions into the rules of the plan ${name}`,
        resources: { [id]: { Type: 'AWS::Backup::BackupPlan', Properties: { BackupPlan: { BackupPlanName: name, BackupPlanRule: told.map((rule, index) => ({ RuleName: rule.name ?? `rule-${index + 1}`, TargetBackupVault: rule.vault ?? 'Default', ...(rule.schedule === undefined ? {} : { ScheduleExpression: rule.schedule }), CopyActions: [copy] })) } } } },
      },
    ],
    terraform: [
      targetProvider(target),
      { type: 'resource', labels: ['aws_backup_vault', `${tf}_copies`], body: { provider: inTarget, name: vault } },
      {
        type: 'resource', labels: ['aws_backup_plan', tf], body: { name },
        blocks: told.map((rule, index) => ({
          type: 'rule', body: { rule_name: rule.name ?? `rule-${index + 1}`, target_vault_name: rule.vault ?? 'Default', ...(rule.schedule === undefined ? {} : { schedule: rule.schedule }) },
          blocks: [{ type: 'copy_action', body: { destination_vault_arn: expression(`aws_backup_vault.${tf}_copies.arn`) }, blocks: [{ type: 'lifecycle', body: { delete_after: 35 } }] }],
        })),
      },
    ],
    cli: [
      { region: target, words: ['backup', 'create-backup-vault', '--backup-vault-name', vault] },
      {
        region: from,
        words: ['backup', 'update-backup-plan', '--backup-plan-id', plan.arn?.split(':').at(-1) ?? 'PLAN_ID', '--backup-plan', JSON.stringify({ BackupPlanName: name, Rules: told.map((rule, index) => ({ RuleName: rule.name ?? `rule-${index + 1}`, TargetBackupVaultName: rule.vault ?? 'Default', ...(rule.schedule === undefined ? {} : { ScheduleExpression: rule.schedule }), CopyActions: [copy] })) })],
        note: 'It replaces all rules of the plan: add their windows, lifecycles and other copies, which get-backup-plan tells',
      },
    ],
    limits: [
      ...nameLimit(plan), ...(plan.arn === undefined ? ['Put the id of the plan in place of PLAN_ID.'] : []), ...(plan.account === undefined ? ['Put the account in place of ACCOUNT.'] : []),
      'Copies are kept for 35 days here: decide on it. Give the vault a key of the target, and lock it against deletion.',
      'A copy of a continuous backup is a snapshot, without point-in-time recovery.',
    ],
  };
};
