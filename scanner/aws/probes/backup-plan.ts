import type { BackupSelectionsListMember } from '@aws-sdk/client-backup';
import { detail, follow, probe, type Listed } from '../probe.ts';
import { backup } from '../services/backup.ts';

const plan = ({ identities = [] }: Listed): { BackupPlanId: string | undefined } => ({ BackupPlanId: identities[0] });

export const backupPlan = probe({
  kind: 'backup-plan',
  lists: [[backup, 'ListBackupPlans']],
  async *list(place) {
    for await (const { BackupPlansList = [] } of place.pages(backup, 'ListBackupPlans', { MaxResults: 1000 })) {
      for (const each of BackupPlansList) {
        if (each.BackupPlanName !== undefined && each.BackupPlanId !== undefined) {
          yield { name: each.BackupPlanName, arn: each.BackupPlanArn, identities: [each.BackupPlanId], document: each };
        }
      }
    }
  },
  details: {
    BackupPlan: detail(backup, 'GetBackupPlan', { input: plan, take: ({ BackupPlan }) => BackupPlan, answers: ['rules', 'copyVaults'] }),
    BackupSelections: detail(backup, 'ListBackupSelections', {
      input: plan,
      take: ({ BackupSelectionsList }) => BackupSelectionsList,
      each: follow(backup, 'GetBackupSelection', {
        input: ({ BackupPlanId, SelectionId }: BackupSelectionsListMember) => ({ BackupPlanId, SelectionId }),
        take: ({ BackupSelection }) => BackupSelection,
      }),
      answers: ['selects', 'roles'],
    }),
    Tags: detail(backup, 'ListTags', { input: ({ arn }) => ({ ResourceArn: arn }), take: ({ Tags }) => Tags, answers: ['tags'] }),
  },
  beyondConfig: ['selects', 'roles'],
});
