import { atHomeOnly, member, resource, type Removal } from '../../support/cutting.ts';

const app = 'templates/app.yaml';
const primary = 'templates/data-primary.yaml';
const recovery = 'templates/data-recovery.yaml';
const media = 'shop-media-111122223333-eu-west-1';

export const warmStandby: readonly Removal[] = [
  { without: 'the replica of the table', cuts: [{ file: primary, cut: /        - Region: !Ref RecoveryRegion\n(?:          .*\n){4}/ }], found: ['critical data-ddb-no-replica shop-orders'] },
  { without: 'the cluster in the recovery region', cuts: [resource(recovery, 'Ledger'), resource(recovery, 'LedgerReader')], found: ['critical data-aurora-no-global shop-ledger'] },
  { without: 'the cluster’s membership', cuts: [{ file: recovery, cut: '      GlobalClusterIdentifier: shop-ledger\n' }], found: ['critical data-aurora-no-global shop-ledger'] },
  { without: 'an instance in the recovery region', cuts: [resource(recovery, 'LedgerReader')], found: ['high data-aurora-secondary-unfit shop-ledger'] },
  { without: 'replication of the bucket, though it is replicated back', cuts: [member(primary, 'ReplicationConfiguration')], found: [`critical data-s3-no-crr ${media}`] },
  { without: 'replication back', cuts: [member(recovery, 'ReplicationConfiguration')], found: [`high data-s3-crr-one-way ${media}`] },
  { without: 'the replica of the secret', cuts: [{ file: primary, cut: /      ReplicaRegions: .*\n/ }], found: ['critical config-secret-no-replica shop/ledger'] },
  { without: 'replication of images; a pipeline may push to both', cuts: [resource(primary, 'ImageReplication')], found: ['? critical artifact-ecr-no-replication shop/orders'] },
  { without: 'the key being multi-Region', cuts: [{ file: 'templates/keys.yaml', cut: '      MultiRegion: true\n' }], found: ['critical config-kms-single-region Key'] },
  { without: 'address ranges apart; nothing joins them yet', cuts: [{ file: 'templates/network.yaml', cut: '10.20.0.0/16', put: '10.10.0.0/16' }], found: ['? critical network-cidr-overlap Vpc'] },
  { without: 'an alarm on the lag of the bucket', cuts: [resource(primary, 'LagAlarm')], found: [`high operations-replication-lag-unwatched ${media}`] },
  { without: 'an alarm on the lag of the database', cuts: [resource('templates/operations.yaml', 'LedgerLag')], found: ['high operations-replication-lag-unwatched shop-ledger'] },
  { without: 'a recent drill', cuts: [{ file: 'templates/recovery.yaml', cut: '2026-09-14', put: '2025-01-14' }], found: ['high operations-no-gameday rehearsal of eu-central-1'] },
  { without: 'a drill that anybody told of', cuts: [{ file: 'templates/recovery.yaml', cut: /      Tags: .*last-drill.*\n/ }], found: ['? high operations-no-gameday rehearsal of eu-central-1'] },
  { without: 'running tasks', cuts: [{ file: app, cut: 'Tasks: 3, Floor: 3', put: 'Tasks: 0, Floor: 0' }], found: ['high compute-capacity-floor shop-orders'] },
  { without: 'room to grow', cuts: [{ file: app, cut: 'MaxCapacity: 24', put: 'MaxCapacity: !If [AtHome, 24, 4]' }, { file: app, cut: /^Resources:\n/m, put: 'Conditions: { AtHome: !Equals [!Ref AWS::Region, eu-west-1] }\nResources:\n' }], found: ['high compute-capacity-floor shop-orders'] },
  { without: 'all objects of the bucket', cuts: [{ file: primary, cut: "Prefix: ''", put: "Prefix: 'public/'" }], found: [`high data-s3-crr-partial ${media}`] },
  { without: 'a rule that is on', cuts: [{ file: primary, cut: /Status: Enabled\n            Filter/, put: 'Status: Disabled\n            Filter' }], found: [`critical data-s3-no-crr ${media}`] },
  { without: 'a web ACL on the load balancer there', cuts: [{ file: app, cut: '  WebAclAssociation:\n', put: '  WebAclAssociation:\n    Condition: AtHome\n' }, { file: app, cut: /^Resources:\n/m, put: 'Conditions: { AtHome: !Equals [!Ref AWS::Region, eu-west-1] }\nResources:\n' }], found: ['critical traffic-waf-regional-missing shop-orders'] },
  { without: 'permission to work elsewhere', cuts: [{ file: app, cut: "{ Effect: Allow, Action: ['ssm:GetParameter'],", put: "{ Effect: Allow, Condition: { StringEquals: { 'aws:RequestedRegion': eu-west-1 } }, Action: ['ssm:GetParameter']," }], found: ['critical identity-iam-region-condition TaskRole'] },
  { without: 'the same database version', cuts: [{ file: recovery, cut: "EngineVersion: '16.4'", put: "EngineVersion: '15.4'" }], found: ['high data-aurora-secondary-unfit shop-ledger'] },
  { without: 'a health check', cuts: [{ file: app, cut: '      HealthCheckId: !Ref HealthCheck\n' }, { file: app, cut: 'EvaluateTargetHealth: true', put: 'EvaluateTargetHealth: false' }], found: ['critical traffic-r53-no-health-check origin.shop.example.com'] },
  { without: 'routing between the records', cuts: [{ file: app, cut: /      SetIdentifier: .*\n      Failover: .*\n/ }], found: ['critical traffic-r53-simple origin.shop.example.com'] },
  { without: 'word that the worker may repeat', cuts: [{ file: app, cut: /      Tags: .*idempotent.*\n/ }], found: ['? high messaging-consumer-not-idempotent WorkerSource'] },
  { without: 'a client for the own region', cuts: [{ file: 'services/fulfilment/src/fulfil.mjs', cut: 'new DynamoDBClient({})', put: "new DynamoDBClient({ region: 'eu-west-1' })" }], found: ['high code-region-literal services/fulfilment/src/fulfil.mjs:5'] },
  { without: 'a grant for the own region', cuts: [{ file: app, cut: 'arn:${AWS::Partition}:dynamodb:${AWS::Region}', put: 'arn:${AWS::Partition}:dynamodb:eu-west-1' }], found: ['critical identity-iam-regional-arn TaskRole'] },
  { without: 'images of the own region', cuts: [{ file: app, cut: '.dkr.ecr.${AWS::Region}.', put: '.dkr.ecr.eu-west-1.' }], found: ['high artifact-image-cross-region-pull shop-orders'] },
  { without: 'logs in the own region', cuts: [{ file: app, cut: 'awslogs-region: !Ref AWS::Region', put: 'awslogs-region: eu-west-1' }], found: ['high compute-ecs-regional shop-orders'] },
  { without: 'detection in the recovery region', cuts: atHomeOnly('templates/operations.yaml', 'Detector', 'eu-west-1'), found: ['critical operations-security-baseline-missing Detector'] },
  { without: 'a recorder in the recovery region', cuts: atHomeOnly('templates/operations.yaml', 'Recorder', 'eu-west-1'), found: ['high operations-config-recorder-missing Recorder'] },
  { without: 'a certificate in the recovery region', cuts: atHomeOnly(app, 'Certificate', 'eu-west-1'), found: ['critical config-acm-cert-missing Certificate'] },
  { without: 'a parameter in the recovery region', cuts: atHomeOnly(app, 'Features', 'eu-west-1'), found: ['critical config-ssm-param-missing /shop/features'] },
  { without: 'a web ACL in the recovery region', cuts: [resource(app, 'WebAclAssociation'), ...atHomeOnly(app, 'WebAcl', 'eu-west-1')], found: ['critical traffic-waf-regional-missing shop-orders'] },
];
