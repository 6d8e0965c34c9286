import { member, resource, type Removal } from '../../support/cutting.ts';
import type { Cut } from '../../support/ready-estate.ts';

const first = 'infra/stores-first.yaml';
const second = 'infra/stores-second.yaml';
const events = 'infra/events.yaml';
const attachments = 'tickets-attachments-us-east-1';
const firstOnly = (name: string): Cut => ({ file: events, cut: `  ${name}:\n`, put: `  ${name}:\n    Condition: First\n` });

export const activeActive: readonly Removal[] = [
  { without: 'the replica of the table', cuts: [{ file: first, cut: /        - \{ Region: !Ref PeerRegion, .*\n/ }], found: ['critical data-ddb-no-replica tickets'] },
  { without: 'point-in-time recovery of the replica', cuts: [{ file: first, cut: '{ Region: !Ref PeerRegion, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },', put: '{ Region: !Ref PeerRegion,' }], found: ['high data-ddb-replica-drift tickets'] },
  { without: 'a peer of the SQL cluster', cuts: [resource(second, 'Seats'), { file: first, cut: /      MultiRegionProperties: .*\n/ }], found: ['critical data-dsql-single-region Seats'] },
  { without: 'the membership of the sessions', cuts: [{ file: second, cut: 'MultiRegionClusterName: virxk-tickets-sessions, ' }], found: ['critical data-memorydb-no-multiregion tickets-sessions'] },
  { without: 'replication there', cuts: [member(first, 'ReplicationConfiguration')], found: [`critical data-s3-no-crr ${attachments}`] },
  { without: 'replication back', cuts: [member(second, 'ReplicationConfiguration')], found: [`critical data-s3-crr-one-way ${attachments}`] },
  { without: 'what is changed on replicas', cuts: [{ file: first, cut: 'SourceSelectionCriteria: { ReplicaModifications: { Status: Enabled } }, ' }], found: [`critical data-s3-crr-one-way ${attachments}`] },
  { without: 'a bound on replication time', cuts: [{ file: first, cut: ', ReplicationTime: { Status: Enabled, Time: { Minutes: 15 } }, Metrics: { Status: Enabled, EventThreshold: { Minutes: 15 } }' }], found: [`high data-s3-crr-no-rtc ${attachments}`] },
  { without: 'the replica of the secret', cuts: [{ file: first, cut: ', ReplicaRegions: [{ Region: !Ref PeerRegion, KmsKeyId: alias/tickets }]' }], found: ['critical config-secret-no-replica tickets/payment-provider'] },
  { without: 'the replica of the key', cuts: [resource(second, 'Key'), resource(second, 'KeyAlias')], found: ['critical config-kms-single-region Key'] },
  { without: 'replication of events', cuts: [{ file: events, cut: 'ReplicationConfig: { State: ENABLED }', put: 'ReplicationConfig: { State: DISABLED }' }], found: ['high messaging-eb-endpoint-misconfigured tickets'] },
  { without: 'word of how workflows are started again', cuts: [{ file: events, cut: /      Tags: \[\{ Key: 'mr:restart'.*\n/ }], found: ['? high compute-workflow-inflight tickets-refund'] },
  { without: 'health checks of both records', cuts: [{ file: 'infra/api.yaml', cut: '      HealthCheckId: !Ref Health\n' }, { file: 'infra/api.yaml', cut: 'EvaluateTargetHealth: true', put: 'EvaluateTargetHealth: false' }], found: ['critical traffic-r53-no-health-check api.tickets.example.com', 'critical traffic-r53-no-health-check api.tickets.example.com'] },
  { without: 'a sender in the other region', cuts: [firstOnly('Sender')], found: ['critical messaging-ses-not-ready Sender'] },
  { without: 'a stream in the other region', cuts: [firstOnly('Clicks')], found: ['critical data-kinesis-regional tickets-clicks'] },
  { without: 'a rule in the other region', cuts: [firstOnly('Placed')], found: ['high messaging-eb-parity tickets-placed'] },
  { without: 'a queue in the other region', cuts: [firstOnly('Notify')], found: ['critical messaging-no-peer tickets-notify'] },
  { without: 'a recent evacuation', cuts: [{ file: 'infra/global.yaml', cut: '2026-10-20', put: '2026-05-20' }], found: ['high operations-no-gameday rehearsal of us-west-2'] },
  { without: 'a client for the own region', cuts: [{ file: 'src/notifier.py', cut: 'boto3.client("sesv2")', put: 'boto3.client("sesv2", region_name="us-east-1")' }], found: ['high code-region-literal src/notifier.py:6'] },
  { without: 'one runtime for both', cuts: [{ file: events, cut: 'Runtime: python3.13', put: 'Runtime: !If [First, python3.13, python3.11]' }], found: ['high operations-drift-between-regions tickets-notifier'] },
];
