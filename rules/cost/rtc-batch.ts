import { rule } from '../rule.ts';
import { replicatedBucket, wholeBucket } from '../support/replicated-bucket.ts';
import { severities } from '../support/severities.ts';
import { gap, ready } from '../verdict.ts';

const bucket = (time: string): string => replicatedBucket(wholeBucket.replace("media-copy'", `media-copy'${time}`));
const timed = ', ReplicationTime: { Status: Enabled, Time: { Minutes: 15 } }, Metrics: { Status: Enabled, EventThreshold: { Minutes: 15 } }';

export const costRtcBatch = rule({
  id: 'cost-rtc-batch',
  title: 'Replication is paid to be fast where the strategy does not need it',
  on: 's3-bucket',
  needs: ['replication'],
  severity: severities('I/I/I/I'),
  why: 'Replication Time Control is charged by the gigabyte on top of transfer and requests. Where hours may be lost, it buys nothing.',
  fix: 'Leave Replication Time Control to buckets whose recovery point objective is minutes, and keep replication metrics on for the others. Bucket keys cut the calls to KMS that replication makes.',
  effect: 'No effect on RTO. Costs a price by the gigabyte for 15 minutes of RPO where the strategy allows hours.',
  links: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-time-control.html'],
  examples: {
    gap: [{ strategy: 'backup-restore', home: bucket(timed) }],
    ready: [{ home: bucket(timed) }, { strategy: 'backup-restore', home: bucket('') }],
  },

  check({ name, attributes: { replication } }, { intent: { strategy } }) {
    const on = replication.filter(({ enabled }) => enabled === true);
    if (on.length === 0) return undefined;
    const isSlow = strategy === 'backup-restore';
    return isSlow && on.some(({ timeControl }) => timeControl === true) ? gap(`${name} replicates with Replication Time Control, though backup & restore allows for hours.`) : ready();
  },
});
