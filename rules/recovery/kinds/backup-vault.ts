import { assumed, minutes, recovery } from '../recovery.ts';

export const backupVaultRecovery = recovery({
  kind: 'backup-vault',
  ways: {},
  anew: { text: 'Create the vault {name} in {target}; its recovery points stay in {home}', time: assumed(minutes(5), 'creation of a vault'), plane: 'control' },
  links: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-region-backup.html'],
});
