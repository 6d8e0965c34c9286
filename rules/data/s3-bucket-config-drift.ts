import { peers } from '../../graph/queries/peer.ts';
import type { ResourceOf } from '../../graph/view.ts';
import { canonicalJson } from '../../model/json.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

type Attributes = ResourceOf<'s3-bucket'>['attributes'];

/** Settings that replication leaves alone, with what is compared of each; targets of notifications differ by nature. */
const settings: readonly (readonly [name: string, of: (attributes: Attributes) => unknown])[] = [
  ['lifecycle rules', ({ lifecycle }) => lifecycle],
  ['event notifications', ({ notifications }) => notifications?.map(({ events }) => events)],
  ['events to EventBridge', ({ eventBridge }) => eventBridge],
  ['CORS', ({ cors }) => cors],
  ['website hosting', ({ website }) => website],
  ['object ownership', ({ ownership }) => ownership],
  ['Block Public Access', ({ publicAccessBlocked }) => publicAccessBlocked],
  ['Object Lock', ({ objectLock }) => objectLock],
];

const media = (name: string, rest = ''): string => yaml`
  Media:
    Type: AWS::S3::Bucket
    Properties: { BucketName: ${name}${rest} }
`;

export const dataS3BucketConfigDrift = rule({
  id: 'data-s3-bucket-config-drift',
  title: 'Bucket in the target region is configured differently',
  on: 's3-bucket',
  needs: [],
  severity: severities('M/H/H/H'),
  why: 'Replication copies objects and none of the bucket’s settings. A missing notification silently stops whatever reacts to new objects; a missing lifecycle rule lets the copy grow without end.',
  fix: 'Deploy both buckets from one template, and do it ahead of time: changing bucket settings depends on us-east-1.',
  effect: 'No effect on RPO. What reacts to new objects stands still after the failover: RTO of these consumers grows by setting up the bucket, a change that depends on us-east-1, and by listing what they missed.',
  links: ['https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html'],
  examples: {
    gap: [{ home: media('media', ', NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } }'), target: media('media-2') }],
    ready: [{ home: media('media', ', OwnershipControls: { Rules: [{ ObjectOwnership: ObjectWriter }] }'), target: media('media-2', ', OwnershipControls: { Rules: [{ ObjectOwnership: ObjectWriter }] }') }],
    unknown: [{ name: 'a setting is told at deployment', home: media('media', ', OwnershipControls: { Rules: [{ ObjectOwnership: ObjectWriter }] }'), target: media('media-2', ", OwnershipControls: '{{resolve:ssm:/media/ownership}}'") }],
  },

  /** A bucket without counterpart is data-s3-no-crr's business. */
  check(bucket, { intent: { target }, graph }) {
    const peer = peers(graph, bucket, target)[0]?.resource;
    if (peer?.kind !== 's3-bucket') return undefined;
    const compared = settings.map(([name, of]) => ({ name, here: of(bucket.attributes), there: of(peer.attributes) }));
    const different = compared.filter(({ here, there }) => here !== undefined && there !== undefined && canonicalJson(here) !== canonicalJson(there));
    if (different.length > 0) return gap(`${peer.name} in ${target} differs from ${bucket.name} in ${listed(different.map(({ name }) => name))}.`);
    const untold = compared.filter(({ here, there }) => (here === undefined) !== (there === undefined));
    return untold.length === 0 ? ready() : unknown(`Nobody told us whether ${peer.name} in ${target} has the ${listed(untold.map(({ name }) => name))} of ${bucket.name}.`);
  },
});
