import { assumed, minutes, recovery } from '../recovery.ts';

export const mqBrokerRecovery = recovery({
  kind: 'mq-broker',
  copyRule: 'data-mq-no-crdr',
  ways: {
    replication: {
      title: 'Cross-Region data replication',
      sync: 'continuous',
      writers: 'one',
      rpo: assumed(minutes(1), 'asynchronous replication of messages'),
      setUp: ['Create a replica broker of {name} in {target}'],
      verify: 'CloudWatch TotalReplicationLag of the replica',
      takeOver: [
        { text: 'Promote the replica broker of {name} in {target}, as failover', time: assumed(minutes(10), 'promotion restarts the broker'), plane: 'control', irreversible: 'Messages that had not been shipped are lost' },
      ],
      switchOver: [{ text: 'Promote the replica broker of {name} in {target}, as switchover', time: assumed(minutes(15), 'a switchover waits until nothing is missing'), plane: 'control' }],
      giveBack: 'Switch over back to {home}',
    },
  },
  anew: { text: 'Create {name} in {target} from its template, empty', time: assumed(minutes(20), 'creation of a broker'), plane: 'control' },
  links: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/crdr-for-active-mq.html'],
});
