import { assumed, documented, fromBackup, hours, minutes, recovery } from '../recovery.ts';

export const s3BucketRecovery = recovery({
  kind: 's3-bucket',
  copyRule: 'data-s3-no-crr',
  ways: {
    replication: {
      title: 'Replication to a bucket',
      sync: 'continuous',
      writers: 'one',
      rpo: documented(minutes(15), 'most objects within seconds to minutes; with Replication Time Control 99.9 % within 15 minutes'),
      setUp: [
        'Turn on versioning on both buckets and add a replication rule from {name} to its copy in {target}',
        'Run S3 Batch Replication for the objects that exist already',
      ],
      verify: 'CloudWatch ReplicationLatency and OperationsFailedReplication of {name}',
      takeOver: [
        { text: 'Point readers and writers of {name} to its copy in {target}', time: assumed(minutes(5), 'a change of configuration, or none behind a multi-Region access point'), plane: 'data' },
      ],
      giveBack: 'Replicate from the copy back to {name} (two-way replication), then point back',
    },
    backup: fromBackup(assumed(hours(4), 'restore time grows with the number of objects')),
  },
  anew: { text: 'Create the bucket of {name} in {target} from its template, empty', time: assumed(minutes(2), 'creation of a bucket'), plane: 'control' },
  links: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html', 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-time-control.html'],
});
