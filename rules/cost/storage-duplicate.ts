import { noncurrentExpiry } from '../remedies/noncurrent-expiry.ts';
import { rule } from '../rule.ts';
import { replicatedBucket, wholeBucket } from '../support/replicated-bucket.ts';
import { severities } from '../support/severities.ts';
import { gap, ready } from '../verdict.ts';

const bucket = (rest = ''): string => replicatedBucket(wholeBucket, rest);

export const costStorageDuplicate = rule({
  id: 'cost-storage-duplicate',
  title: 'Old versions are kept for ever, in both regions',
  on: 's3-bucket',
  needs: ['replication', 'lifecycle'],
  severity: severities('I/I/I/I'),
  why: 'Replication needs versioning, and versions that nothing expires add up on both sides: each change of an object is paid twice, month after month.',
  fix: 'Expire noncurrent versions by lifecycle rules in both buckets (lifecycle rules are not replicated), and give replicas a cheaper storage class where they are read in an emergency only.',
  effect: 'No effect on RPO or RTO. Costs the storage of each old version twice, and each month more.',
  remedy: noncurrentExpiry,
  links: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html', 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-add-config.html'],
  examples: {
    gap: [{ home: bucket() }],
    ready: [{ home: bucket('LifecycleConfiguration: { Rules: [{ Status: Enabled, NoncurrentVersionExpiration: { NoncurrentDays: 30 } }] }') }],
    unknown: [{ home: bucket("LifecycleConfiguration: '{{resolve:ssm:/lifecycle}}'") }],
  },

  /** Only of buckets that are replicated. */
  check({ name, attributes: { replication, lifecycle } }) {
    if (!replication.some(({ enabled }) => enabled === true)) return undefined;
    return lifecycle.some(({ enabled, noncurrentExpires }) => enabled === true && noncurrentExpires === true) ? ready() : gap(`${name} is replicated, and no lifecycle rule expires its noncurrent versions.`);
  },
});
