import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { backupVault } from '../../../model/kinds/backup-vault.ts';
import { attributesOf, partAttributesOf, referencesOf, sameDescribed } from '../../support/kind-reading.ts';

describe('backup-vault', () => {
  it('reads both, with what Terraform declares apart', () => {
    const template = attributesOf(backupVault, 'cloudformation', { BackupVaultName: 'main', EncryptionKeyArn: 'alias/backup', LockConfiguration: { MinRetentionDays: 7 }, Notifications: { SNSTopicArn: 'arn:aws:sns:eu-west-1:123456789012:ops', BackupVaultEvents: [] } });
    assert.deepEqual(template, { kmsKey: 'alias/backup', locked: true, topic: 'arn:aws:sns:eu-west-1:123456789012:ops', policy: [] });
    assert.deepEqual(
      {
        ...attributesOf(backupVault, 'terraform', { name: 'main', kms_key_arn: 'alias/backup' }),
        ...partAttributesOf(backupVault, 'aws_backup_vault_lock_configuration', { backup_vault_name: 'main' }),
        ...partAttributesOf(backupVault, 'aws_backup_vault_notifications', { backup_vault_name: 'main', sns_topic_arn: 'arn:aws:sns:eu-west-1:123456789012:ops' }),
        policy: backupVault.parts?.aws_backup_vault_policy?.absent?.policy,
      },
      template,
    );
  });

  it('links its key and topic', () => {
    assert.deepEqual(referencesOf(backupVault, { kmsKey: 'alias/backup', topic: 'arn:aws:sns:eu-west-1:123456789012:ops' }), [
      { edge: 'uses-key', to: 'alias/backup', target: 'AWS::KMS::Alias' },
      { edge: 'triggers', to: 'arn:aws:sns:eu-west-1:123456789012:ops', target: 'AWS::SNS::Topic' },
    ]);
  });

  it('reads what the service says', () => {
    const topic = 'arn:aws:sns:eu-west-1:123456789012:ops';
    sameDescribed(backupVault, {
      like: attributesOf(backupVault, 'cloudformation', { BackupVaultName: 'main', EncryptionKeyArn: 'alias/backup', LockConfiguration: { MinRetentionDays: 7 }, Notifications: { SNSTopicArn: topic, BackupVaultEvents: [] } }),
      beyond: { recoveryPoints: 12, lastRestored: '2026-10-01T00:00:00.000Z' },
      describe: { BackupVaultName: 'main', EncryptionKeyArn: 'alias/backup', Locked: true, MinRetentionDays: 7, NumberOfRecoveryPoints: 12, LastRestored: '2026-10-01T00:00:00.000Z', Notifications: { SNSTopicArn: topic }, AccessPolicy: null },
    });
  });
});
