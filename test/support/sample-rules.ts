import type { Severity } from '../../model/intent.ts';
import type { RuleText } from '../../cli/formats/html/extras.ts';

/** A rule of the sample estate: real wording, made-up verdicts. `{}` stands for the subject, `{target}` for the target region. */
export interface SampleRule extends RuleText {
  readonly severity: Severity;
  /** CloudFormation types it judges; `*` for all; empty for code and estate rules. */
  readonly types: readonly string[];
  readonly need: string;
  readonly gap: string;
  readonly ready: string;
  readonly ask: string;
  readonly values: { readonly gap: string; readonly ready: string };
  readonly blocking?: true;
  /** Share of gaps and of unknowns among the verdicts, in percent. */
  readonly odds: readonly [gap: number, unknown: number, exempt: number];
}

const docs = (page: string): `https://${string}` => `https://docs.aws.amazon.com/${page}.html`;

type Row = Omit<SampleRule, 'links' | 'effect'> & { readonly effect?: string; readonly links: readonly [string, ...string[]] };

const rows: readonly Row[] = [
  {
    id: 'data-s3-no-crr', title: 'Bucket has no copy in the target region', severity: 'critical', types: ['AWS::S3::Bucket'], need: 'replicationRules', odds: [11, 10, 12],
    why: 'S3 keeps objects in one region. Without a replication rule or a copied backup, the objects cannot be read when the home region cannot be reached.',
    fix: 'Turn on versioning on both sides.\nCreate the bucket in the target region from the same template, with its own policy, lifecycle and key.\nAdd a replication rule with `DeleteMarkerReplication` decided.\nRun S3 Batch Replication for the objects that exist already.',
    effect: 'RPO falls from “everything” to seconds or minutes; with Replication Time Control 99.9 % of objects arrive within 15 minutes.',
    links: ['AmazonS3/latest/userguide/replication-requirements', 'AmazonS3/latest/userguide/replication-time-control'],
    gap: 'No enabled rule copies {} to {target}.', ready: 'A rule copies {} to {target}.', ask: 's3:GetBucketReplication', values: { gap: '[]', ready: '[{"status":"Enabled","destination":"{target}"}]' },
  },
  {
    id: 'data-s3-crr-kms', title: 'Replication skips objects encrypted with KMS', severity: 'critical', types: ['AWS::S3::Bucket'], need: 'sseKmsReplication', odds: [4, 8, 20],
    why: 'A replication rule leaves out objects under SSE-KMS unless it says otherwise and names a key in the destination region.',
    fix: 'Create a key in the target region and let its readers use it.\nSet `SourceSelectionCriteria.SseKmsEncryptedObjects` and `ReplicaKmsKeyID`.\nRun Batch Replication for what was skipped.',
    links: ['AmazonS3/latest/userguide/replication-config-for-kms-objects'],
    gap: 'The rule of {} does not copy objects encrypted with KMS.', ready: 'Encrypted objects of {} are copied.', ask: 's3:GetBucketReplication', values: { gap: 'not set', ready: 'Enabled' },
  },
  {
    id: 'data-s3-versioning-off', title: 'Bucket that must be replicated is not versioned', severity: 'high', types: ['AWS::S3::Bucket'], need: 'versioning', odds: [9, 4, 12],
    why: 'Replication needs versioning on both sides, and versioning is the only protection when a deletion is replicated too.',
    fix: 'Enable versioning on source and destination before adding the rule; add a lifecycle rule for noncurrent versions.',
    links: ['AmazonS3/latest/userguide/replication-requirements'],
    gap: '{} is not versioned, so it cannot be replicated.', ready: '{} is versioned.', ask: 's3:GetBucketVersioning', values: { gap: 'Suspended', ready: 'Enabled' },
  },
  {
    id: 'data-ddb-no-replica', title: 'Table has no replica in the target region', severity: 'critical', types: ['AWS::DynamoDB::Table'], need: 'replicaRegions', odds: [10, 6, 8],
    why: 'The table exists in the home region only. In the target region the service has no data to read or write.',
    fix: 'Add a replica in the target region; streams are turned on automatically.\nTake the table over as `AWS::DynamoDB::GlobalTable` by import, not by replacement.\nCheck the key, the quotas and the capacity mode there.',
    effect: 'RPO about one second, RTO about the time that routing takes.',
    links: ['amazondynamodb/latest/developerguide/V2globaltables_HowItWorks'],
    gap: '{} has replicas in eu-west-1 only, none in {target}.', ready: '{} has a replica in {target}.', ask: 'dynamodb:DescribeTable', values: { gap: '["eu-west-1"]', ready: '["eu-west-1","{target}"]' },
  },
  {
    id: 'data-replica-no-pitr', title: 'Replica cannot be restored to a point in time', severity: 'medium', types: ['AWS::DynamoDB::Table'], need: 'pointInTimeRecovery', odds: [18, 12, 8],
    why: 'Replication copies mistakes as well. Without point-in-time recovery in the target region a corruption is final after failover.',
    fix: 'Turn on `PointInTimeRecoverySpecification` for each replica; it is not taken over from the source table.',
    links: ['amazondynamodb/latest/developerguide/PointInTimeRecovery'],
    gap: 'Point-in-time recovery of {} is off in {target}.', ready: 'Point-in-time recovery of {} is on.', ask: 'dynamodb:DescribeContinuousBackups', values: { gap: 'false', ready: 'true' },
  },
  {
    id: 'data-aurora-no-global', title: 'Aurora cluster has no secondary in the target region', severity: 'critical', types: ['AWS::RDS::DBCluster'], need: 'globalClusterIdentifier', odds: [16, 5, 4],
    why: 'Without a global database the cluster can only be restored from a snapshot, which takes hours for large volumes.',
    fix: 'Create a global database from the cluster and add a secondary in the target region.\nGive it at least one instance of production size.',
    effect: 'RPO about one second; RTO minutes with a managed failover.',
    links: ['AmazonRDS/latest/AuroraUserGuide/aurora-global-database'],
    gap: '{} belongs to no global database.', ready: '{} has a secondary in {target}.', ask: 'rds:DescribeGlobalClusters', values: { gap: 'not set', ready: 'orders-global' },
  },
  {
    id: 'data-rds-managed-secret-block', title: 'RDS-managed master password blocks replication', severity: 'high', types: ['AWS::RDS::DBCluster'], need: 'manageMasterUserPassword', odds: [9, 4, 0], blocking: true,
    why: 'A cluster whose password RDS manages cannot have replicas in other regions. It must be changed before anything else.',
    fix: 'Move the password to a secret of your own, replicate that secret, then turn `ManageMasterUserPassword` off.',
    links: ['AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager'],
    gap: 'RDS manages the password of {}, so no secondary can be added.', ready: '{} uses a secret of its own.', ask: 'rds:DescribeDBClusters', values: { gap: 'true', ready: 'false' },
  },
  {
    id: 'data-queue-inflight-stranded', title: 'Messages in flight stay in the home region', severity: 'medium', types: ['AWS::SQS::Queue'], need: 'redrivePolicy', odds: [22, 9, 14],
    why: 'A queue does not replicate. What is in it when the region fails comes back with the region, or not at all.',
    fix: 'Decide for each queue: replay from the system of record, or send to both regions and make the consumer idempotent.',
    links: ['AWSSimpleQueueService/latest/SQSDeveloperGuide/welcome'],
    gap: 'Nothing replays what is in {} after a failover.', ready: 'Messages of {} can be replayed.', ask: 'the runbook of the service', values: { gap: 'not set', ready: '{"maxReceiveCount":5}' },
  },
  {
    id: 'config-secret-no-replica', title: 'Secret is not available in the target region', severity: 'high', types: ['AWS::SecretsManager::Secret'], need: 'replicaRegions', odds: [14, 10, 6],
    why: 'Functions and tasks in the target region read the secret by name and fail at start-up when it is not there.',
    fix: 'Add the target region to `ReplicaRegions` with a key that exists there.',
    links: ['secretsmanager/latest/userguide/replicate-secrets'],
    gap: '{} has no replica in {target}.', ready: '{} is replicated to {target}.', ask: 'secretsmanager:DescribeSecret', values: { gap: '[]', ready: '["{target}"]' },
  },
  {
    id: 'config-ssm-param-missing', title: 'Parameter exists in the home region only', severity: 'high', types: ['AWS::SSM::Parameter'], need: 'peer', odds: [15, 12, 6],
    why: 'Parameter Store is regional and has no replication. Every parameter that is read at run time must be written to both regions.',
    fix: 'Let the pipeline write the parameter once per region, from the same source.',
    links: ['systems-manager/latest/userguide/systems-manager-parameter-store'],
    gap: '{} has no counterpart in {target}.', ready: '{} exists in {target}.', ask: 'ssm:DescribeParameters', values: { gap: 'none found', ready: 'same name' },
  },
  {
    id: 'config-kms-single-region', title: 'Data must be decrypted there, but the key is single-region', severity: 'critical', types: ['AWS::KMS::Key'], need: 'multiRegion', odds: [8, 6, 16], blocking: true,
    why: 'Whether a key is multi-region is decided when it is made and cannot be changed. Ciphertext made with a single-region key cannot be decrypted elsewhere.',
    fix: 'Create a multi-Region key, encrypt new data with it, re-encrypt what must survive.\nReplicate the key to the target region with its own policy.',
    links: ['kms/latest/developerguide/multi-region-keys-overview'],
    gap: '{} is a single-region key, and data under it must be read in {target}.', ready: '{} is a multi-Region key with a replica in {target}.', ask: 'kms:DescribeKey', values: { gap: 'false', ready: 'true' },
  },
  {
    id: 'config-acm-cert-missing', title: 'No matching certificate in the target region', severity: 'high', types: ['AWS::CertificateManager::Certificate'], need: 'peer', odds: [18, 6, 10],
    why: 'Load balancers and API domains take certificates of their own region only.',
    fix: 'Request a certificate for the same names in the target region; the DNS validation records are the same.',
    links: ['acm/latest/userguide/acm-regions'],
    gap: 'No certificate in {target} covers the names of {}.', ready: 'A certificate in {target} covers the names of {}.', ask: 'acm:ListCertificates', values: { gap: 'none found', ready: 'same names' },
  },
  {
    id: 'artifact-ecr-no-replication', title: 'Images are only in the home region’s registry', severity: 'high', types: ['AWS::ECR::Repository'], need: 'replicationDestinations', odds: [20, 14, 4],
    why: 'Tasks and functions in the target region pull from the home region, and cannot start when it is down.',
    fix: 'Add a replication rule to the registry, then push or copy the images that exist already.',
    links: ['AmazonECR/latest/userguide/replication'],
    gap: 'Images of {} are not replicated to {target}.', ready: 'Images of {} are replicated to {target}.', ask: 'ecr:DescribeRegistry', values: { gap: '[]', ready: '["{target}"]' },
  },
  {
    id: 'compute-no-peer', title: 'Compute is not deployed in the target region', severity: 'high', types: ['AWS::Lambda::Function', 'AWS::ECS::Service'], need: 'peer', odds: [16, 5, 5],
    why: 'For a warm standby the service must already answer requests in the target region, at reduced size.',
    fix: 'Deploy the same template to the target region with its own parameters; give it the floor that the strategy asks for.',
    links: ['whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud'],
    gap: '{} has no counterpart in {target}.', ready: '{} is deployed in {target}.', ask: 'templates of the target region', values: { gap: 'none found', ready: 'same template' },
  },
  {
    id: 'compute-lambda-regional', title: 'Function configuration is bound to the home region', severity: 'medium', types: ['AWS::Lambda::Function'], need: 'environment', odds: [12, 7, 5],
    why: 'Variables that hold regional ARNs or endpoints make the function call back into the home region.',
    fix: 'Build the values from `AWS::Region`, or read them from Parameter Store of the region the function runs in.',
    links: ['lambda/latest/dg/configuration-envvars'],
    gap: '{} has an environment variable that names the home region.', ready: 'Nothing in the configuration of {} names a region.', ask: 'lambda:GetFunctionConfiguration', values: { gap: 'QUEUE_URL=https://sqs.eu-west-1.amazonaws.com/…', ready: '{"TABLE":"⟦Ref⟧"}' },
  },
  {
    id: 'compute-capacity-floor', title: 'Capacity in the target region is below the floor', severity: 'high', types: ['AWS::ECS::Service'], need: 'desiredCount', odds: [11, 16, 4],
    why: 'Scaling from nothing during an incident competes with everybody else who fails over at the same time.',
    fix: 'Run at least a fifth of the home capacity and one task in each of two zones.',
    links: ['whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud'],
    gap: '{} runs no task in {target}.', ready: '{} runs enough tasks in {target}.', ask: 'ecs:DescribeServices in the target region', values: { gap: '0', ready: '4' },
  },
  {
    id: 'network-cidr-overlap', title: 'Address ranges of the two regions overlap', severity: 'high', types: ['AWS::EC2::VPC'], need: 'cidrBlock', odds: [9, 0, 0], blocking: true,
    why: 'Overlapping ranges can be neither peered nor routed through a transit gateway. The range of a VPC cannot be changed later.',
    fix: 'Plan a range that is free in both regions and on premises, and build the VPC of the target region with it.',
    links: ['vpc/latest/userguide/vpc-cidr-blocks'],
    gap: '{} overlaps with the range planned for {target}.', ready: 'The range of {} is free in {target}.', ask: 'ec2:DescribeVpcs', values: { gap: '10.0.0.0/16', ready: '10.32.0.0/16' },
  },
  {
    id: 'traffic-r53-simple', title: 'Public name resolves to one region only', severity: 'critical', types: ['AWS::Route53::RecordSet'], need: 'routingPolicy', odds: [8, 0, 20],
    why: 'A simple record has one answer. Clients cannot reach the target region until somebody edits DNS, which depends on the control plane in us-east-1.',
    fix: 'Replace it by a failover or latency record for each region, each with a health check.\nKeep the TTL at 60 seconds or less.',
    links: ['Route53/latest/DeveloperGuide/routing-policy', 'Route53/latest/DeveloperGuide/dns-failover'],
    gap: '{} answers with the home region only.', ready: '{} fails over to {target}.', ask: 'route53:ListResourceRecordSets', values: { gap: 'simple', ready: 'failover' },
  },
  {
    id: 'messaging-eb-parity', title: 'Rules and archives are missing in the target region', severity: 'medium', types: ['AWS::Events::Rule'], need: 'peer', odds: [19, 8, 6],
    why: 'Events that arrive in the target region match no rule and are dropped without a trace.',
    fix: 'Deploy rules, archives, schemas and connections from the same template to both regions.',
    links: ['eventbridge/latest/userguide/eb-global-endpoints'],
    gap: '{} does not exist in {target}.', ready: '{} exists in {target}.', ask: 'events:ListRules in the target region', values: { gap: 'none found', ready: 'same name' },
  },
  {
    id: 'identity-iam-region-condition', title: 'Policy would deny work in the target region', severity: 'high', types: ['AWS::IAM::Role'], need: 'policies', odds: [5, 8, 10],
    why: 'A condition on `aws:RequestedRegion`, or an ARN that names the home region, denies every call of the role in the target region.',
    fix: 'Add the target region to the condition, or take the region out of the ARN.',
    links: ['IAM/latest/UserGuide/reference_policies_condition-keys'],
    gap: 'A policy of {} allows eu-west-1 only.', ready: 'No policy of {} is tied to a region.', ask: 'iam:GetRolePolicy', values: { gap: 'StringEquals aws:RequestedRegion eu-west-1', ready: 'no condition on regions' },
  },
  {
    id: 'operations-observability-parity', title: 'Alarm has no counterpart in the target region', severity: 'medium', types: ['AWS::CloudWatch::Alarm'], need: 'peer', odds: [24, 10, 8],
    why: 'After failover nobody is told when the service fails again.',
    fix: 'Deploy alarms and dashboards to both regions; watch each region from outside it.',
    links: ['AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail'],
    gap: 'No alarm in {target} watches what {} watches.', ready: '{} has a counterpart in {target}.', ask: 'cloudwatch:DescribeAlarms in the target region', values: { gap: 'none found', ready: 'same name' },
  },
  {
    id: 'operations-logs-retention', title: 'Log group settings differ', severity: 'low', types: ['AWS::Logs::LogGroup'], need: 'retentionInDays', odds: [21, 6, 5],
    why: 'Log groups made on first use keep everything forever and under no key of yours.',
    fix: 'Create the log group from the template in both regions.',
    links: ['AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams'],
    gap: '{} is not declared for {target}.', ready: '{} is declared for both regions.', ask: 'logs:DescribeLogGroups', values: { gap: 'not set', ready: '90' },
  },
  {
    id: 'operations-iac-missing', title: 'Resource is not managed by code', severity: 'low', types: ['*'], need: 'sources', odds: [4, 3, 3],
    why: 'What no template declares must be built by hand in the target region, from memory.',
    fix: 'Import the resource into the stack of its service.',
    links: ['AWSCloudFormation/latest/UserGuide/import-resources'],
    gap: 'No template declares {}.', ready: 'A template declares {}.', ask: 'the templates of the service', values: { gap: 'inventory only', ready: 'template' },
  },
  {
    id: 'region-quota-shortfall', title: 'Quota of the target region is too small', severity: 'high', types: [], need: 'quota', odds: [30, 40, 0],
    why: 'New regions start with default quotas. A full failover runs into them at the worst moment.',
    fix: 'Raise the quota in the target region to that of the home region before relying on it.',
    links: ['servicequotas/latest/userguide/request-quota-increase'],
    gap: '{}: {target} allows less than the home region uses.', ready: '{}: {target} allows what the home region uses.', ask: 'servicequotas:GetServiceQuota in the target region', values: { gap: '1,000 of 2,600 needed', ready: '3,000 of 2,600 needed' },
  },
  {
    id: 'region-service-unavailable', title: 'Service is not offered in the target region', severity: 'critical', types: [], need: 'offer', odds: [6, 12, 0], blocking: true,
    why: 'What the service does must be done in another way there, or the service cannot move.',
    fix: 'Choose a target region that offers it, or replace the service.',
    links: ['general/latest/gr/aws-service-information'],
    gap: '{} is not offered in {target}.', ready: '{} is offered in {target}.', ask: '`regionready catalogue refresh`', values: { gap: 'not listed', ready: 'listed' },
  },
  {
    id: 'code-region-literal', title: 'Region is written into the code', severity: 'high', types: [], need: 'code', odds: [60, 4, 12],
    why: 'A client that is made with a fixed region keeps calling the home region, wherever the code runs.',
    fix: 'Leave the region out: the SDK takes it from the environment that the code runs in.',
    links: ['sdkref/latest/guide/feature-region'],
    gap: 'The client of {} always calls eu-west-1.', ready: 'Nothing ties {} to a region.', ask: 'a front-end for the language', values: { gap: 'eu-west-1', ready: 'AWS_REGION' },
  },
  {
    id: 'code-regional-arn', title: 'ARN names the home region', severity: 'medium', types: [], need: 'code', odds: [55, 6, 10],
    why: 'The resource that the ARN means is not the one of the target region.',
    fix: 'Build the ARN from the region at run time, or pass it in as configuration.',
    links: ['IAM/latest/UserGuide/reference-arns'],
    gap: 'The ARN in {} names eu-west-1.', ready: 'The ARN in {} is built at run time.', ask: 'the value of the variable', values: { gap: 'arn:aws:sns:eu-west-1:111122223333:orders', ready: '${AWS::Region}' },
  },
];

export const sampleRules: readonly SampleRule[] = rows.map((row) => {
  const [first, ...rest] = row.links;
  return { effect: `RTO grows by the time that it takes: ${row.fix}`, ...row, links: [docs(first), ...rest.map((page) => docs(page))] };
});
