import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, usesRoles } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { filled, setOf, told, union } from '../reading.ts';

const copy = z.object({
  vault: z.string().optional().describe('Vault that recovery points are copied to: ARN or symbol'),
  retentionDays: z.number().optional().describe('Days that copies are kept; for ever if missing'),
});
const backupRule = z.object({
  name: z.string().optional().describe('Name of the rule'),
  schedule: z.string().optional().describe('Schedule expression'),
  vault: z.string().optional().describe('Vault that recovery points go to: name or symbol'),
  retentionDays: z.number().optional().describe('Days that recovery points are kept; for ever if missing'),
  continuous: z.boolean().optional().describe('Continuous backup for point-in-time recovery is on'),
  copies: z.array(copy).optional().describe('Copies to other vaults'),
});

export const backupPlan = kind({
  id: 'backup-plan',
  title: 'AWS Backup plan',
  traits: ['operations'],
  names: { cloudformation: 'AWS::Backup::BackupPlan', terraform: ['aws_backup_plan'] },
  arn: 'arn:{partition}:backup:{region}:{account}:backup-plan:{id}',
  name: { cloudformation: 'BackupPlan.BackupPlanName', terraform: 'name' },
  attributes: z.object({
    rules: z.array(backupRule).describe('Rules of the plan'),
    copyVaults: z.array(z.string()).describe('Vaults that any rule copies to: ARNs or symbols'),
    selects: z.array(z.string()).describe('What selections assign to it: ARNs, patterns, symbols, tags as tag:key=value, what they leave out as not:pattern, and conditions as if:StringEquals:key=value'),
    selections: z.array(z.array(z.string())).describe('The same by selection: what one selection names must hold together, and one selection is enough'),
    roles: z.array(z.string()).describe('Roles that selections back up with'),
    failedCopies: z.number().describe('Copy jobs of its rules that failed in the last 7 days'),
  }),
  read: {
    cloudformation: (from) => ({
      rules: from.items('BackupPlan.BackupPlanRule[]')?.map((rule) =>
        told({
          name: rule.text('RuleName'),
          schedule: rule.text('ScheduleExpression'),
          vault: rule.text('TargetBackupVault'),
          retentionDays: rule.count('Lifecycle.DeleteAfterDays'),
          continuous: rule.flag('EnableContinuousBackup', false),
          copies: rule.items('CopyActions[]')?.map((action) => told({ vault: action.text('DestinationBackupVaultArn'), retentionDays: action.count('Lifecycle.DeleteAfterDays') })),
        }),
      ),
      copyVaults: setOf(from.texts('BackupPlan.BackupPlanRule[].CopyActions[].DestinationBackupVaultArn', [])),
    }),
    terraform: (from) => ({
      rules: from.items('rule[]')?.map((rule) =>
        told({
          name: rule.text('rule_name'),
          schedule: filled(rule.text('schedule')),
          vault: rule.text('target_vault_name'),
          retentionDays: rule.count('lifecycle.delete_after') || undefined,
          continuous: rule.flag('enable_continuous_backup', false),
          copies: rule.items('copy_action[]')?.map((action) => told({ vault: action.text('destination_vault_arn'), retentionDays: action.count('lifecycle.delete_after') || undefined })),
        }),
      ),
      copyVaults: setOf(from.texts('rule[].copy_action[].destination_vault_arn', [])),
    }),
    describe: (from) => ({
      rules: from.items('BackupPlan.Rules[]')?.map((rule) =>
        told({
          name: rule.text('RuleName'),
          schedule: rule.text('ScheduleExpression'),
          vault: rule.text('TargetBackupVaultName'),
          retentionDays: rule.count('Lifecycle.DeleteAfterDays'),
          continuous: rule.flag('EnableContinuousBackup', false),
          copies: rule.items('CopyActions[]')?.map((action) => told({ vault: action.text('DestinationBackupVaultArn'), retentionDays: action.count('Lifecycle.DeleteAfterDays') })),
        }),
      ),
      copyVaults: setOf(from.texts('BackupPlan.Rules[].CopyActions[].DestinationBackupVaultArn', [])),
      ...selected(from.items('BackupSelections[]')?.map(selectionOf)),
      roles: setOf(from.texts('BackupSelections[].IamRoleArn', [])),
    }),
  },
  parts: {
    'AWS::Backup::BackupSelection': {
      of: 'BackupPlanId',
      read: (from) => ({ ...selected(from.items('BackupSelection')?.map(selectionOf)), roles: from.texts('BackupSelection.IamRoleArn') }),
    },
    aws_backup_selection: {
      of: 'plan_id',
      read: (from) => ({
        ...selected([union(
          from.texts('resources[]', []),
          pairs('tag', from.items('selection_tag[]'), ['key', 'value']),
          from.texts('not_resources[]', [])?.map((each) => `not:${each}`),
          ...Object.entries(operators).map(([operator, name]) => pairs(`if:${operator}`, from.items(`condition[].${name}[]`), ['key', 'value'])),
        )]),
        roles: from.texts('iam_role_arn'),
      }),
      absent: { selects: [], selections: [] },
    },
  },
  references: ({ rules = [], copyVaults, selects = [], roles = [] }) => [
    ...edges('writes', rules.map(({ vault }) => vault), 'AWS::Backup::BackupVault'),
    ...edges('replicates', copyVaults, 'AWS::Backup::BackupVault'),
    ...edges('backs-up', selects.filter((each) => !/^(?:tag|not|if):/.test(each) && !each.includes('*'))),
    ...usesRoles(...roles),
  ],
});

/** Operators of a selection's conditions, with Terraform's name for each. All conditions must hold; of tags one is enough. */
const operators = { StringEquals: 'string_equals', StringLike: 'string_like', StringNotEquals: 'string_not_equals', StringNotLike: 'string_not_like' } as const;

/** A selection as templates and the service write it. */
function selectionOf(from: Properties): string[] | undefined {
  return union(
    from.texts('Resources[]', []),
    pairs('tag', from.items('ListOfTags[]'), ['ConditionKey', 'ConditionValue']),
    from.texts('NotResources[]', [])?.map((each) => `not:${each}`),
    ...Object.keys(operators).map((operator) => pairs(`if:${operator}`, from.items(`Conditions.${operator}[]`), ['ConditionKey', 'ConditionValue'])),
  );
}

/** All selections together and each by itself; not told where one of them is not. */
function selected(each: readonly (string[] | undefined)[] | undefined): { selects?: string[] | undefined; selections?: string[][] | undefined } {
  if (each === undefined) return {};
  const known = each.filter((one) => one !== undefined);
  return known.length < each.length ? {} : { selects: union(...known), selections: known };
}

function pairs(prefix: string, items: readonly Properties[] | undefined, [key, value]: readonly [key: string, value: string]): string[] | undefined {
  const told = items?.map((each) => [each.text(key), each.text(value)]);
  return told === undefined || told.flat().includes(undefined) ? undefined : told.map(([name, wanted]) => `${prefix}:${name}=${wanted}`);
}
