import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { backupVault } from '../../../model/kinds/backup-vault.ts';
import { referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('backup-vault', () => {
  const topic = 'arn:aws:sns:eu-west-1:123456789012:ops';
  const document = { Statement: [{ Effect: 'Deny', Principal: '*', Action: 'backup:DeleteRecoveryPoint', Resource: '*' }] };

  it('reads the same attributes from each source, with what Terraform declares apart', () => {
    const read = sameAttributes(backupVault, {
      cloudformation: { BackupVaultName: 'main', EncryptionKeyArn: 'alias/backup', LockConfiguration: { MinRetentionDays: 7 }, Notifications: { SNSTopicArn: topic, BackupVaultEvents: [] }, AccessPolicy: document },
      terraform: { name: 'main', kms_key_arn: 'alias/backup' },
      parts: {
        aws_backup_vault_lock_configuration: { backup_vault_name: 'main', min_retention_days: 7 },
        aws_backup_vault_notifications: { backup_vault_name: 'main', sns_topic_arn: topic, backup_vault_events: [] },
        aws_backup_vault_policy: { backup_vault_name: 'main', policy: JSON.stringify(document) },
      },
    });
    assert.deepEqual(read, { kmsKey: 'alias/backup', locked: true, topic, policy: [{ effect: 'Deny', actions: ['backup:DeleteRecoveryPoint'], resources: ['*'], principals: ['*'], conditions: [] }] });
    sameDescribed(backupVault, {
      like: read,
      beyond: { recoveryPoints: 12, lastRestored: '2026-10-01T00:00:00.000Z' },
      describe: { BackupVaultName: 'main', EncryptionKeyArn: 'alias/backup', Locked: true, MinRetentionDays: 7, NumberOfRecoveryPoints: 12, LastRestored: '2026-10-01T00:00:00.000Z', Notifications: { SNSTopicArn: topic }, AccessPolicy: JSON.stringify(document) },
    });
  });

  it('knows a vault without lock and policy in each source', () => {
    const bare = sameAttributes(backupVault, { cloudformation: { BackupVaultName: 'main' }, terraform: { name: 'main' }, parts: {} });
    assert.deepEqual(bare, { locked: false, policy: [] });
    sameDescribed(backupVault, { like: bare, describe: { BackupVaultName: 'main', Locked: false, Notifications: null, AccessPolicy: null } });
  });

  it('links its key and topic', () => {
    assert.deepEqual(referencesOf(backupVault, { kmsKey: 'alias/backup', topic: 'arn:aws:sns:eu-west-1:123456789012:ops' }), [
      { edge: 'uses-key', to: 'alias/backup', target: 'AWS::KMS::Alias' },
      { edge: 'triggers', to: 'arn:aws:sns:eu-west-1:123456789012:ops', target: 'AWS::SNS::Topic' },
    ]);
  });
});
