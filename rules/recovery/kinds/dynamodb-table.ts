import { assumed, documented, fromBackup, hours, minutes, recovery } from '../recovery.ts';

export const dynamodbTableRecovery = recovery({
  kind: 'dynamodb-table',
  copyRule: 'data-ddb-no-replica',
  ways: {
    replication: {
      title: 'Global table replica',
      sync: 'continuous',
      writers: 'both',
      rpo: documented(1, 'replication takes about a second as a rule; with strong consistency nothing is lost'),
      setUp: [
        'Add a replica of {name} in {target}; it backfills by itself',
        'Turn on point-in-time recovery and deletion protection on the replica',
      ],
      verify: 'CloudWatch ReplicationLatency of {name} to {target}',
      takeOver: [],
      giveBack: 'Writes made in {target} flow back by themselves when {home} returns; the last writer wins',
    },
    backup: fromBackup(assumed(hours(1), 'restore time grows with the table')),
  },
  anew: { text: 'Create {name} in {target} from its template, empty', time: assumed(minutes(5), 'creation of a table'), plane: 'control' },
  links: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html'],
});
