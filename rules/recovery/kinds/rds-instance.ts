import { assumed, documented, hours, minutes, recovery } from '../recovery.ts';

export const rdsInstanceRecovery = recovery({
  kind: 'rds-instance',
  copyRule: 'data-rds-no-xregion',
  ways: {
    replication: {
      title: 'Cross-Region read replica',
      sync: 'continuous',
      writers: 'one',
      rpo: assumed(minutes(5), 'lag of an asynchronous replica under load'),
      setUp: [
        'Create a read replica of {name} in {target}, of the same class, Multi-AZ, with its own key and parameter group',
        'Wait until it has caught up',
      ],
      verify: 'CloudWatch ReplicaLag of the replica in {target}',
      takeOver: [
        { text: 'Promote the read replica of {name} in {target}', time: assumed(minutes(10), 'promotion restarts the instance'), plane: 'control', irreversible: 'The promoted instance cannot become a replica again: build a new one from it' },
        { text: 'Point clients to the promoted instance', time: assumed(minutes(5), 'a change of DNS or configuration, and its time to live'), plane: 'data' },
      ],
      giveBack: 'Create a new replica in {home} from the promoted instance, let it catch up, promote it in a window without writes',
    },
    backup: {
      title: 'Replicated automated backups',
      sync: 'periodic',
      writers: 'one',
      rpo: documented(minutes(5), 'transaction logs are copied about every five minutes'),
      setUp: ['Start automated backup replication of {name} to {target}'],
      verify: 'rds:DescribeDBInstanceAutomatedBackups in {target}: latest restorable time of {name}',
      takeOver: [
        { text: 'Restore {name} to the latest restorable time in {target}', time: assumed(hours(1), 'restore time grows with the database'), plane: 'control', irreversible: 'The restored instance has another endpoint and no way back but a restore' },
        { text: 'Point clients to the restored instance', time: assumed(minutes(5), 'a change of DNS or configuration, and its time to live'), plane: 'data' },
      ],
      giveBack: 'Replicate backups from {target} to {home} and restore there in a window without writes',
    },
  },
  anew: { text: 'Create {name} in {target} from its template, empty', time: assumed(minutes(20), 'creation of a database instance'), plane: 'control' },
  links: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.XRgn.html', 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html'],
});
