import { expression, type MakeRemedy } from '../remedy.ts';
import { homeOf, isPhysical, label, logicalId, nameLimit } from './words.ts';

/** Daily backups of the server, copied to a vault in the target. */
export const serverBackupCopy: MakeRemedy = (server, { intent: { home, target } }) => {
  if (server.kind !== 'ec2-instance') return undefined;
  const { name, partition = 'aws', account = 'ACCOUNT' } = server;
  const from = homeOf(server, home);
  const id = logicalId(name);
  const tf = label(name);
  const vault = `recovery-${tf}`.slice(0, 50);
  const instance = server.arn !== undefined && isPhysical(server) ? server.arn : `arn:${partition}:ec2:${from}:${account}:instance/INSTANCE_ID`;
  const away = `arn:${partition}:backup:${target}:${account}:backup-vault:${vault}`;
  const role = `arn:${partition}:iam::${account}:role/service-role/AWSBackupDefaultServiceRole`;
  return {
    title: `Copy daily backups of ${name} to ${target}`,
    cloudformation: [
      { region: target, resources: { [`${id}Vault`]: { Type: 'AWS::Backup::BackupVault', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', Properties: { BackupVaultName: vault } } } },
      {
        region: from,
        note: `after the vault in ${target} exists`,
        resources: {
          [`${id}Vault`]: { Type: 'AWS::Backup::BackupVault', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', Properties: { BackupVaultName: vault } },
          [`${id}Plan`]: { Type: 'AWS::Backup::BackupPlan', Properties: { BackupPlan: { BackupPlanName: vault, BackupPlanRule: [{ RuleName: 'daily', TargetBackupVault: { Ref: `${id}Vault` }, ScheduleExpression: 'cron(0 3 * * ? *)', Lifecycle: { DeleteAfterDays: 35 }, CopyActions: [{ DestinationBackupVaultArn: away, Lifecycle: { DeleteAfterDays: 35 } }] }] } } },
          [`${id}Selection`]: { Type: 'AWS::Backup::BackupSelection', Properties: { BackupPlanId: { Ref: `${id}Plan` }, BackupSelection: { SelectionName: 'server', IamRoleArn: role, Resources: [instance] } } },
        },
      },
    ],
    terraform: [
      { type: 'provider', labels: ['aws'], body: { alias: 'target', region: target } },
      { type: 'resource', labels: ['aws_backup_vault', `${tf}_target`], body: { provider: expression('aws.target'), name: vault } },
      { type: 'resource', labels: ['aws_backup_vault', tf], body: { name: vault } },
      {
        type: 'resource', labels: ['aws_backup_plan', tf], body: { name: vault },
        blocks: [{
          type: 'rule', body: { rule_name: 'daily', target_vault_name: expression(`aws_backup_vault.${tf}.name`), schedule: 'cron(0 3 * * ? *)' },
          blocks: [{ type: 'lifecycle', body: { delete_after: 35 } }, { type: 'copy_action', body: { destination_vault_arn: expression(`aws_backup_vault.${tf}_target.arn`) }, blocks: [{ type: 'lifecycle', body: { delete_after: 35 } }] }],
        }],
      },
      { type: 'resource', labels: ['aws_backup_selection', tf], body: { plan_id: expression(`aws_backup_plan.${tf}.id`), name: 'server', iam_role_arn: role, resources: [instance] } },
    ],
    limits: [
      ...nameLimit(server),
      'A copied backup is enough up to a pilot light, and up to a day old; for a warm standby replicate the server by AWS Elastic Disaster Recovery, or move its state to a store that is replicated.',
      'Encrypted volumes are copied with the key of the vault in the target.',
    ],
  };
};
