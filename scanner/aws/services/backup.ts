import { service } from '../service.ts';

export const backup = service({
  id: 'backup',
  title: 'AWS Backup',
  sdk: () => import('@aws-sdk/client-backup'),
  client: 'BackupClient',
  rate: 10,
  operations: {
    ListBackupPlans: { actions: ['backup:ListBackupPlans'], page: { ask: 'NextToken', next: 'NextToken' } },
    GetBackupPlan: { actions: ['backup:GetBackupPlan'] },
    ListBackupSelections: { actions: ['backup:ListBackupSelections'], page: { ask: 'NextToken', next: 'NextToken' } },
    GetBackupSelection: { actions: ['backup:GetBackupSelection'] },
    ListBackupVaults: { actions: ['backup:ListBackupVaults'], page: { ask: 'NextToken', next: 'NextToken' } },
    GetBackupVaultNotifications: { actions: ['backup:GetBackupVaultNotifications'] },
    GetBackupVaultAccessPolicy: { actions: ['backup:GetBackupVaultAccessPolicy'] },
    ListRestoreJobs: { actions: ['backup:ListRestoreJobs'] },
    ListTags: { actions: ['backup:ListTags'], page: { ask: 'NextToken', next: 'NextToken' } },
  },
});
