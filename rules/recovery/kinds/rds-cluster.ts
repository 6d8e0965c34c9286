import { assumed, documented, fromBackup, hours, minutes, recovery } from '../recovery.ts';

export const rdsClusterRecovery = recovery({
  kind: 'rds-cluster',
  copyRule: 'data-aurora-no-global',
  ways: {
    membership: {
      title: 'Aurora global database',
      sync: 'continuous',
      writers: 'one',
      rpo: documented(1, 'replication lag is typically below a second'),
      setUp: ['Add {name} to a global cluster and create a secondary cluster in {target} with instances of the same class'],
      verify: 'CloudWatch AuroraGlobalDBReplicationLag and AuroraGlobalDBRPOLag of the secondary in {target}',
      takeOver: [
        { text: 'Fail over the global database of {name} to {target}, allowing data loss', time: documented(minutes(1), 'the secondary accepts writes in about a minute, often less'), plane: 'control', irreversible: 'Writes that had not been shipped are lost' },
      ],
      switchOver: [{ text: 'Switch the global database of {name} over to {target}', time: documented(minutes(2), 'a managed switchover waits until nothing is missing'), plane: 'control' }],
      giveBack: 'Switch the global database back to {home} once its cluster has been rebuilt by Aurora and has caught up',
    },
    replication: {
      title: 'Cross-Region replica cluster',
      sync: 'continuous',
      writers: 'one',
      rpo: assumed(minutes(5), 'binary log replication under load'),
      setUp: ['Create a replica cluster of {name} in {target}'],
      verify: 'CloudWatch AuroraBinlogReplicaLag of the replica in {target}',
      takeOver: [
        { text: 'Promote the replica cluster of {name} in {target}', time: assumed(minutes(10), 'promotion restarts the instances'), plane: 'control', irreversible: 'The promoted cluster cannot become a replica again' },
      ],
      giveBack: 'Create a replica cluster in {home} from the promoted one and promote it in a window without writes',
    },
    backup: fromBackup(assumed(hours(1), 'restore time grows with the cluster')),
  },
  anew: { text: 'Create {name} in {target} from its template, empty', time: assumed(minutes(20), 'creation of a cluster'), plane: 'control' },
  links: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-disaster-recovery.html'],
});
