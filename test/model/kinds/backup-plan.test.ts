import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { backupPlan } from '../../../model/kinds/backup-plan.ts';
import { unresolved } from '../../../model/properties.ts';
import { attributesOf, partAttributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('backup-plan', () => {
  const vault = 'arn:aws:backup:eu-central-1:123456789012:backup-vault:dr';

  it('reads the same attributes from both', () => {
    const read = sameAttributes(backupPlan, {
      cloudformation: { BackupPlan: { BackupPlanName: 'daily', BackupPlanRule: [{ RuleName: 'daily', TargetBackupVault: 'main', ScheduleExpression: 'cron(0 5 * * ? *)', Lifecycle: { DeleteAfterDays: 35 }, CopyActions: [{ DestinationBackupVaultArn: vault, Lifecycle: { DeleteAfterDays: 7 } }] }, { RuleName: 'hourly', TargetBackupVault: 'main', EnableContinuousBackup: true }] } },
      terraform: { name: 'daily', rule: [{ rule_name: 'daily', target_vault_name: 'main', schedule: 'cron(0 5 * * ? *)', lifecycle: [{ delete_after: 35, cold_storage_after: 0 }], copy_action: [{ destination_vault_arn: vault, lifecycle: [{ delete_after: 7 }] }] }, { rule_name: 'hourly', target_vault_name: 'main', schedule: '', enable_continuous_backup: true, lifecycle: [{ delete_after: 0 }] }] },
    });
    assert.deepEqual(read, {
      rules: [
        { name: 'daily', schedule: 'cron(0 5 * * ? *)', vault: 'main', retentionDays: 35, continuous: false, copies: [{ vault, retentionDays: 7 }] },
        { name: 'hourly', vault: 'main', continuous: true, copies: [] },
      ],
      copyVaults: [vault],
    });
    sameDescribed(backupPlan, {
      like: read,
      beyond: { selects: ['arn:aws:dynamodb:*:*:table/*', 'if:StringLike:aws:ResourceTag/team=shop*', 'not:arn:aws:dynamodb:*:*:table/tmp', 'tag:backup=daily'], selections: [['arn:aws:dynamodb:*:*:table/*', 'if:StringLike:aws:ResourceTag/team=shop*', 'not:arn:aws:dynamodb:*:*:table/tmp', 'tag:backup=daily']], roles: ['arn:aws:iam::123456789012:role/backup'] },
      describe: {
        BackupPlanName: 'daily', BackupPlanId: 'p-1',
        BackupPlan: {
          BackupPlanName: 'daily',
          Rules: [
            { RuleName: 'daily', TargetBackupVaultName: 'main', ScheduleExpression: 'cron(0 5 * * ? *)', Lifecycle: { DeleteAfterDays: 35 }, CopyActions: [{ DestinationBackupVaultArn: vault, Lifecycle: { DeleteAfterDays: 7 } }] },
            { RuleName: 'hourly', TargetBackupVaultName: 'main', EnableContinuousBackup: true },
          ],
        },
        BackupSelections: [{
          SelectionName: 'all', IamRoleArn: 'arn:aws:iam::123456789012:role/backup', Resources: ['arn:aws:dynamodb:*:*:table/*'], NotResources: ['arn:aws:dynamodb:*:*:table/tmp'],
          ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'daily' }], Conditions: { StringLike: [{ ConditionKey: 'aws:ResourceTag/team', ConditionValue: 'shop*' }] },
        }],
      },
    });
  });

  it('reads what selections assign', () => {
    const selects = ['arn:aws:dynamodb:*:*:table/*', 'tag:backup=daily'];
    assert.deepEqual(
      partAttributesOf(backupPlan, 'AWS::Backup::BackupSelection', { BackupPlanId: 'p', BackupSelection: { IamRoleArn: 'arn:aws:iam::123456789012:role/backup', Resources: ['arn:aws:dynamodb:*:*:table/*'], ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'daily' }] } }),
      { selects, selections: [selects], roles: ['arn:aws:iam::123456789012:role/backup'] },
    );
    assert.deepEqual(
      partAttributesOf(backupPlan, 'aws_backup_selection', { plan_id: 'p', iam_role_arn: 'arn:aws:iam::123456789012:role/backup', resources: ['arn:aws:dynamodb:*:*:table/*'], selection_tag: [{ type: 'STRINGEQUALS', key: 'backup', value: 'daily' }] }),
      { selects, selections: [selects], roles: ['arn:aws:iam::123456789012:role/backup'] },
    );
  });

  it('reads what selections leave out and on which conditions', () => {
    const selects = ['*', 'if:StringEquals:aws:ResourceTag/tier=gold', 'if:StringNotLike:aws:ResourceTag/env=test-*', 'not:arn:aws:rds:*:*:db:*'];
    assert.deepEqual(
      partAttributesOf(backupPlan, 'AWS::Backup::BackupSelection', { BackupSelection: { Resources: ['*'], NotResources: ['arn:aws:rds:*:*:db:*'], Conditions: { StringEquals: [{ ConditionKey: 'aws:ResourceTag/tier', ConditionValue: 'gold' }], StringNotLike: [{ ConditionKey: 'aws:ResourceTag/env', ConditionValue: 'test-*' }] } } }),
      { selects, selections: [selects] },
    );
    assert.deepEqual(
      partAttributesOf(backupPlan, 'aws_backup_selection', { resources: ['*'], not_resources: ['arn:aws:rds:*:*:db:*'], condition: [{ string_equals: [{ key: 'aws:ResourceTag/tier', value: 'gold' }], string_like: [], string_not_equals: [], string_not_like: [{ key: 'aws:ResourceTag/env', value: 'test-*' }] }] }),
      { selects, selections: [selects] },
    );
  });

  it('does not tell copies where one vault is unresolved', () => {
    const read = attributesOf(backupPlan, 'cloudformation', { BackupPlan: { BackupPlanRule: [{ CopyActions: [{ DestinationBackupVaultArn: unresolved('parameter') }] }] } });
    assert.equal('copyVaults' in read, false);
    assert.deepEqual(attributesOf(backupPlan, 'cloudformation', {}), { rules: [], copyVaults: [] });
  });

  it('links vaults, what it backs up and its roles', () => {
    assert.deepEqual(referencesOf(backupPlan, { rules: [{ vault: 'main' }], copyVaults: [vault], selects: ['arn:aws:rds:*:*:db:*', 'arn:aws:rds:eu-west-1:123456789012:db:shop', 'tag:a=b'], roles: ['backup'] }), [
      { edge: 'writes', to: 'main', target: 'AWS::Backup::BackupVault' },
      { edge: 'replicates', to: vault, target: 'AWS::Backup::BackupVault' },
      { edge: 'backs-up', to: 'arn:aws:rds:eu-west-1:123456789012:db:shop' },
      { edge: 'uses-role', to: 'backup', target: 'AWS::IAM::Role' },
    ]);
  });
});
