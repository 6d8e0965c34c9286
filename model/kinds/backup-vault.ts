import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, usesKeys } from '../linking.ts';
import { policyStatementSchema, statementsOf } from '../policy.ts';
import { filled, isSet } from '../reading.ts';

export const backupVault = kind({
  id: 'backup-vault',
  title: 'AWS Backup vault',
  traits: ['operations'],
  names: { cloudformation: 'AWS::Backup::BackupVault', terraform: ['aws_backup_vault'] },
  arn: 'arn:{partition}:backup:{region}:{account}:backup-vault:{name}',
  name: { cloudformation: 'BackupVaultName', terraform: 'name' },
  attributes: z.object({
    kmsKey: z.string().describe('Key that recovery points are encrypted with, where their type allows it'),
    locked: z.boolean().describe('Vault Lock is on'),
    topic: z.string().describe('Topic that notifications go to: ARN or symbol'),
    policy: z.array(policyStatementSchema).describe('Statements of the access policy'),
    recoveryPoints: z.number().describe('Recovery points in the vault'),
    lastRestored: z.string().describe('When a recovery point in its region was last restored, ISO 8601, as far back as the service tells; empty for never'),
  }),
  read: {
    cloudformation: (from) => ({
      kmsKey: filled(from.text('EncryptionKeyArn')),
      locked: from.has('LockConfiguration'),
      topic: from.text('Notifications.SNSTopicArn'),
      policy: from.has('AccessPolicy') === false ? [] : statementsOf(from, 'AccessPolicy'),
    }),
    terraform: (from) => ({ kmsKey: filled(from.text('kms_key_arn')), recoveryPoints: from.count('recovery_points') }),
    describe: (from) => ({
      kmsKey: filled(from.text('EncryptionKeyArn')),
      locked: from.flag('Locked', false),
      topic: filled(from.text('Notifications.SNSTopicArn')),
      policy: isSet(from, 'AccessPolicy') === false ? [] : statementsOf(from, 'AccessPolicy'),
      recoveryPoints: from.count('NumberOfRecoveryPoints'),
      lastRestored: from.text('LastRestored'),
    }),
  },
  parts: {
    aws_backup_vault_lock_configuration: { of: 'backup_vault_name', read: () => ({ locked: true }), absent: { locked: false } },
    aws_backup_vault_notifications: { of: 'backup_vault_name', read: (from) => ({ topic: from.text('sns_topic_arn') }) },
    aws_backup_vault_policy: { of: 'backup_vault_name', read: (from) => ({ policy: statementsOf(from, 'policy') }), absent: { policy: [] } },
  },
  references: ({ kmsKey, topic }) => [...usesKeys(kmsKey), ...edges('triggers', topic, 'AWS::SNS::Topic')],
});
