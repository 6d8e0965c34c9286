import { categoryOf, type Category } from './rule.ts';

/** In which order gaps are closed: each stage needs some of those before it. Gaps of one stage wait for none of each other. */
export const stages = {
  gates: 'the target can be used at all',
  region: 'what the target offers and allows',
  tools: 'what deploys, records and watches there, and names that do not collide',
  grants: 'what roles and policies allow',
  ground: 'networks and zones',
  keys: 'keys and authorities',
  settings: 'secrets, parameters, certificates',
  paths: 'endpoints, names and ways between networks',
  artifacts: 'images, packages, templates',
  preparations: 'what keeps a store from being copied',
  copies: 'copies of data and directories',
  carriers: 'queues, topics, senders, and caches and catalogues before copies',
  definitions: 'what keeps compute from being deployed as it is declared',
  balancers: 'load balancers, gateways, firewalls',
  compute: 'what runs',
  capacity: 'how much of it runs, and when',
  consumers: 'rules, subscriptions and endpoints that start what runs',
  upkeep: 'what copies lack before users may be led to them',
  entries: 'names and protection of what is entered by',
  traffic: 'what leads users there',
  operations: 'what watches it',
  recovery: 'plans and runbooks',
  whole: 'how services hang together',
  drills: 'proof',
  savings: 'what is paid without need',
} as const;
export type Stage = keyof typeof stages;

const byCategory: Readonly<Record<Category, Stage>> = {
  region: 'region', identity: 'grants', network: 'paths', config: 'settings', artifact: 'artifacts', data: 'copies', messaging: 'consumers', compute: 'compute', traffic: 'traffic',
  operations: 'operations', graph: 'whole', code: 'definitions', cost: 'savings',
};

/** Rules of another stage than their category. */
export const rulesByStage: Readonly<Partial<Record<Stage, readonly string[]>>> = {
  gates: ['region-optin-not-enabled', 'region-partition-mismatch', 'identity-scp-region-deny'],
  region: ['identity-sts-global', 'graph-residency-violation'],
  tools: ['operations-bootstrap-missing', 'operations-iac-missing', 'operations-global-name-collision', 'operations-config-recorder-missing', 'operations-security-baseline-missing', 'operations-trail-not-multi-region'],
  ground: ['network-no-vpc', 'network-cidr-overlap', 'network-az-count', 'network-az-name', 'region-zone-types'],
  keys: ['config-kms-single-region', 'config-kms-target-key-missing', 'config-crypto-regional'],
  preparations: [
    'data-s3-versioning-off', 'data-rds-managed-secret-block', 'data-rds-pair-unsupported', 'data-aurora-global-blocker', 'data-elasticache-gds-blocker', 'data-ddb-global-v1',
    'data-ddb-mrsc-ineligible', 'data-backup-copy-unsupported', 'identity-cognito-mrr-prereq',
  ],
  copies: ['identity-cognito-single-region', 'identity-directory-single-region', 'identity-idc-single-region', 'compute-ec2-stateful'],
  upkeep: [
    'data-s3-bucket-config-drift', 'data-s3-crr-deletes', 'data-s3-crr-kms', 'data-s3-crr-no-rtc', 'data-s3-crr-not-retroactive', 'data-s3-crr-one-way', 'data-s3-crr-partial', 'data-s3-mrap-limits',
    'data-ddb-capacity', 'data-ddb-replica-drift', 'data-ddb-write-conflict', 'data-rds-replica-parity', 'data-aurora-secondary-unfit', 'data-aurora-rpo-unbounded', 'data-aurora-endpoint-pinned',
    'data-replica-no-pitr', 'identity-cognito-identity-pool',
  ],
  carriers: ['messaging-no-peer', 'messaging-ses-not-ready', 'messaging-sms-voice-regional', 'data-dax-regional', 'data-glue-lake-metadata'],
  definitions: [
    'compute-instance-type-unavailable', 'compute-lambda-regional', 'compute-ecs-regional', 'compute-launch-template-regional', 'compute-ml-model-region', 'config-regional-value', 'operations-pipeline-no-rt',
  ],
  balancers: ['network-no-peer'],
  capacity: ['compute-capacity-floor', 'compute-capacity-unreserved', 'compute-singleton-double-run', 'compute-workflow-inflight', 'region-peak-event-capacity', 'operations-drift-between-regions'],
  entries: ['traffic-waf-regional-missing', 'traffic-apigw-domain-missing', 'traffic-apigw-edge', 'traffic-affinity-stateful-session', 'network-privatelink-provider-single-region'],
  traffic: ['compute-lambda-edge', 'messaging-eb-no-global-endpoint', 'messaging-eb-endpoint-misconfigured', 'messaging-ses-no-global-endpoint', 'operations-routing-control-weak'],
  recovery: ['operations-no-region-switch-plan', 'operations-runbook-in-r0', 'graph-control-plane-in-recovery', 'operations-arc-legacy-readiness'],
  drills: ['operations-no-gameday', 'data-backup-restore-unproven'],
};

const places = Object.keys(stages) as readonly Stage[];
const named = new Map(places.flatMap((stage) => (rulesByStage[stage] ?? []).map((rule) => [rule, stage] as const)));

export const stageOf = (rule: string): Stage => named.get(rule) ?? byCategory[categoryOf(rule)];

/** Position of a rule's stage: what is later needs what is earlier. */
export const rankOf = (rule: string): number => places.indexOf(stageOf(rule));
