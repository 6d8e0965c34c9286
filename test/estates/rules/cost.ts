import type { Closings } from '../../support/closing/case.ts';
import { byHand, byTemplate, byTerraform } from './words.ts';

export const cost = {
  'cost-global-writes': byHand('the replica that serves nobody goes', { home: 'Orders: { Properties: { Replicas: [{ Region: us-east-1 }, { Region: eu-west-1 }] } }' }),
  'cost-observability-duplicate': [byTemplate(), byTerraform()],
  'cost-over-protection': byHand('the data matters after all: the tag goes', { home: 'Scratch: { Properties: { Tags: null } }' }),
  'cost-rtc-batch': byHand('Replication Time Control is left to what needs minutes', { home: "Media: { Properties: { ReplicationConfiguration: { Rules: [{ Status: Enabled, Destination: { Bucket: 'arn:aws:s3:::media-copy', Metrics: { Status: Enabled } } }] } } }" }),
  'cost-standby-compute': byTemplate(),
  'cost-storage-duplicate': [byTemplate(), byTerraform()],
  'cost-transfer-replication': byHand('data is sent to the target once', { home: "Media: { Properties: { ReplicationConfiguration: { Rules: [{ Status: Enabled, Priority: 1, Filter: { Prefix: '' }, DeleteMarkerReplication: { Status: Disabled }, Destination: { Bucket: 'arn:aws:s3:::media-copy' } }] } } }" }),
} as const satisfies Closings;
