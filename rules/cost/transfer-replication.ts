import { regionsOf, replicasOf } from '../../graph/queries/copies.ts';
import { rule } from '../rule.ts';
import { replicatedBucket } from '../support/replicated-bucket.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const to = (destination: string, priority: number): string =>
  `{ Status: Enabled, Priority: ${priority}, Filter: { Prefix: '' }, DeleteMarkerReplication: { Status: Disabled }, Destination: { Bucket: 'arn:aws:s3:::${destination}' } }`;
const bucket = (destination: string): string => replicatedBucket(`${to('media-copy', 1)}, ${to(destination, 2)}`);
const copies = (...names: readonly string[]): string => names.map((name, index) => yaml`
  Copy${index}:
    Type: AWS::S3::Bucket
    Properties: { BucketName: ${name}, VersioningConfiguration: { Status: Enabled } }
`).join('\n');

export const costTransferReplication = rule({
  id: 'cost-transfer-replication',
  title: 'The same data is sent to one region twice',
  on: { trait: 'data-store' },
  severity: severities('I/I/I/I'),
  why: 'Each copy that leaves the region is charged by the gigabyte for its pair of regions, and once more for each further copy in the same region.',
  fix: 'Send data to a region once and copy it within that region, limit replication to what recovery needs (prefixes, tags, tables), compress before sending, and compare the prices of the pair when a target is chosen.',
  effect: 'No effect on RPO or RTO: the second copy protects from nothing that the first one does not. Costs transfer between the regions once more for every change.',
  links: ['https://docs.aws.amazon.com/cur/latest/userguide/cur-data-transfers-charges.html', 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html'],
  examples: {
    gap: [{ home: bucket('media-again'), target: copies('media-copy', 'media-again') }],
    ready: [{ home: bucket('media-copy'), target: copies('media-copy') }],
  },

  /** Only of stores whose replicas are in the estate: others may be the same one under two names. */
  check(store, { graph }) {
    const replicas = replicasOf(graph, store).filter(({ resource, region }) => resource !== undefined && region !== undefined && region !== store.region);
    if (replicas.length === 0) return undefined;
    const twice = regionsOf(replicas).find((region) => new Set(replicas.filter((each) => each.region === region).map(({ resource }) => resource?.id)).size > 1);
    if (twice === undefined) return ready();
    return gap(`${store.name} is replicated to ${replicas.filter(({ region }) => region === twice).map(({ name }) => name).join(' and ')}, all in ${twice}.`);
  },
});
