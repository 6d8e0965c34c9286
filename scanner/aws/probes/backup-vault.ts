import { detail, probe, type Listed } from '../probe.ts';
import { backup } from '../services/backup.ts';

const vault = ({ name }: Listed): { BackupVaultName: string } => ({ BackupVaultName: name });

export const backupVault = probe({
  kind: 'backup-vault',
  lists: [[backup, 'ListBackupVaults']],
  async *list(place) {
    for await (const { BackupVaultList = [] } of place.pages(backup, 'ListBackupVaults', { MaxResults: 1000 })) {
      for (const each of BackupVaultList) if (each.BackupVaultName !== undefined) yield { name: each.BackupVaultName, arn: each.BackupVaultArn, document: each };
    }
  },
  details: {
    Notifications: detail(backup, 'GetBackupVaultNotifications', {
      input: vault,
      take: ({ SNSTopicArn }) => ({ SNSTopicArn }),
      none: ['ResourceNotFoundException'],
      answers: ['topic'],
    }),
    AccessPolicy: detail(backup, 'GetBackupVaultAccessPolicy', { input: vault, take: ({ Policy }) => Policy, none: ['ResourceNotFoundException'], answers: ['policy'] }),
    // Restores are told of the account and region, not of the vault.
    LastRestored: detail(backup, 'ListRestoreJobs', {
      input: () => ({ ByStatus: 'COMPLETED' as const, MaxResults: 1000 }),
      take: ({ RestoreJobs = [] }) => RestoreJobs.map(({ CompletionDate }) => CompletionDate?.toISOString() ?? '').reduce((last, each) => (each > last ? each : last), ''),
      shared: true,
      answers: ['lastRestored'],
    }),
    Tags: detail(backup, 'ListTags', { input: ({ arn }) => ({ ResourceArn: arn }), take: ({ Tags }) => Tags, answers: ['tags'] }),
  },
  beyondConfig: ['recoveryPoints', 'locked', 'policy', 'lastRestored'],
});
