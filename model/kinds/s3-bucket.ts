import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, usesKeys, usesRoles } from '../linking.ts';
import { policyStatementSchema, statementsOf } from '../policy.ts';
import type { Properties } from '../properties.ts';
import { every, filled, firstText, is, isSet, not, positive, setOf, some, told, union } from '../reading.ts';

const replicationRule = z.object({
  enabled: z.boolean().optional().describe('The rule is enabled'),
  destination: z.string().optional().describe('Destination bucket: ARN or symbol'),
  prefix: z.string().optional().describe('Key prefix that the rule is limited to; empty for every key'),
  tagged: z.boolean().optional().describe('Limited to objects with certain tags'),
  filtered: z.boolean().optional().describe('Limited to a prefix or to tags, so that it does not cover the bucket'),
  version2: z.boolean().optional().describe('Has a Filter, so that delete markers replicate only if told to'),
  deleteMarkers: z.boolean().optional().describe('Delete markers are replicated'),
  timeControl: z.boolean().optional().describe('Replication Time Control is on'),
  metrics: z.boolean().optional().describe('Replication metrics are on'),
  replicaKey: z.string().optional().describe('Key that encrypts the replicas'),
  kmsObjects: z.boolean().optional().describe('Objects encrypted with KMS are replicated'),
  replicaModifications: z.boolean().optional().describe('Changes of replica metadata are synchronised back'),
  priority: z.number().optional().describe('The higher number wins where rules overlap'),
  storageClass: z.string().optional().describe('Storage class of the replicas, where it is set'),
});
const lifecycleRule = z.object({
  enabled: z.boolean().optional().describe('The rule is enabled'),
  prefix: z.string().optional().describe('Key prefix that the rule is limited to; empty for every key'),
  storageClasses: z.array(z.string()).optional().describe('Storage classes that current versions move to'),
  expires: z.boolean().optional().describe('Current versions expire'),
  noncurrentExpires: z.boolean().optional().describe('Noncurrent versions expire'),
});
const notification = z.object({
  target: z.string().optional().describe('Function, queue or topic: ARN or symbol'),
  events: z.array(z.string()).optional().describe('Events that are sent, sorted'),
});
type Rule = z.infer<typeof replicationRule>;

export const s3Bucket = kind({
  id: 's3-bucket',
  title: 'S3 bucket',
  traits: ['data-store'],
  names: { cloudformation: 'AWS::S3::Bucket', terraform: ['aws_s3_bucket'] },
  arn: 'arn:{partition}:s3:::{name}',
  name: { cloudformation: 'BucketName', terraform: 'bucket' },
  hosts: [
    '{name}.s3.{suffix}', '{name}.s3.{region}.{suffix}', '{name}.s3-{region}.{suffix}', '{name}.s3.dualstack.{region}.{suffix}',
    '{name}.s3-accelerate.{suffix}', '{name}.s3-website-{region}.{suffix}', '{name}.s3-website.{region}.{suffix}',
  ],
  attributes: z.object({
    namedExplicitly: z.boolean().describe('The template names it, so that a second deployment collides on the global name'),
    namespace: z.string().describe('Bucket namespace: global or account-regional'),
    versioning: z.boolean().describe('Versioning is enabled'),
    replication: z.array(replicationRule).describe('Replication rules, enabled or not'),
    replicationRole: z.string().describe('Role that S3 replicates with'),
    encryption: z.string().describe('Default encryption: AES256, aws:kms, aws:kms:dsse'),
    kmsKey: z.string().describe('Default encryption key: ARN, id, alias or symbol'),
    objectLock: z.boolean().describe('Object Lock is on'),
    lifecycle: z.array(lifecycleRule).describe('Lifecycle rules, enabled or not'),
    notifications: z.array(notification).describe('Event notifications to functions, queues and topics'),
    eventBridge: z.boolean().describe('Events are sent to EventBridge'),
    cors: z.boolean().describe('A CORS configuration exists'),
    website: z.boolean().describe('Static website hosting is on'),
    ownership: z.string().describe('Object ownership: BucketOwnerEnforced, BucketOwnerPreferred, ObjectWriter'),
    publicAccessBlocked: z.boolean().describe('All four settings of Block Public Access are on'),
    logBucket: z.string().describe('Bucket that access logs are delivered to: name or symbol'),
    policy: z.array(policyStatementSchema).describe('Statements of the bucket policy'),
    objectsBeforeReplication: z.boolean().describe('Objects exist that are older than the replication rules'),
    batchReplicated: z.boolean().describe('A Batch Replication job for the bucket has completed'),
  }),
  read: {
    cloudformation: (from) => ({
      namedExplicitly: isSet(from, 'BucketName'),
      namespace: from.text('BucketNamespace', 'global'),
      versioning: is(from.text('VersioningConfiguration.Status', 'Suspended'), 'Enabled'),
      replication: from.items('ReplicationConfiguration.Rules[]')?.map(cloudformationRule),
      replicationRole: from.text('ReplicationConfiguration.Role'),
      encryption: from.text('BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault.SSEAlgorithm', 'AES256'),
      kmsKey: filled(from.text('BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault.KMSMasterKeyID')),
      objectLock: from.flag('ObjectLockEnabled', false),
      lifecycle: from.items('LifecycleConfiguration.Rules[]')?.map(cloudformationLifecycle),
      notifications: notificationsIn(from, {
        'NotificationConfiguration.LambdaConfigurations[]': ['Function', 'Event'],
        'NotificationConfiguration.QueueConfigurations[]': ['Queue', 'Event'],
        'NotificationConfiguration.TopicConfigurations[]': ['Topic', 'Event'],
      }),
      eventBridge: from.flag('NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled', false),
      cors: from.has('CorsConfiguration'),
      website: from.has('WebsiteConfiguration'),
      ownership: from.text('OwnershipControls.Rules.ObjectOwnership'),
      publicAccessBlocked: from.has('PublicAccessBlockConfiguration') === true
        ? every(['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'].map((name) => from.flag(`PublicAccessBlockConfiguration.${name}`, false)))
        : undefined,
      logBucket: from.text('LoggingConfiguration.DestinationBucketName'),
    }),
    terraform: (from) => ({
      namedExplicitly: isSet(from, 'bucket_prefix') === true ? false : every([isSet(from, 'bucket'), not(from.text('bucket', '')?.startsWith('terraform-'))]),
      versioning: from.has('versioning') === true ? from.flag('versioning.enabled', false) : undefined,
      replication: from.has('replication_configuration') === true ? from.items('replication_configuration.rules[]')?.map(inlineRule) : undefined,
      replicationRole: from.text('replication_configuration.role'),
      encryption: from.text('server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm'),
      kmsKey: filled(from.text('server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.kms_master_key_id')),
      objectLock: from.flag('object_lock_enabled', false),
      lifecycle: from.has('lifecycle_rule') === true ? from.items('lifecycle_rule[]')?.map(inlineLifecycle) : undefined,
      cors: from.has('cors_rule') || undefined,
      website: from.has('website') || undefined,
      logBucket: from.text('logging.target_bucket'),
      policy: isSet(from, 'policy') === true ? statementsOf(from, 'policy') : undefined,
    }),
  },
  parts: {
    'AWS::S3::BucketPolicy': { of: 'Bucket', read: (from) => ({ policy: statementsOf(from, 'PolicyDocument') }) },
    aws_s3_bucket_versioning: {
      of: 'bucket',
      read: (from) => ({ versioning: is(from.text('versioning_configuration.status'), 'Enabled') }),
      absent: { versioning: false },
    },
    aws_s3_bucket_replication_configuration: {
      of: 'bucket',
      read: (from) => ({ replication: from.items('rule[]')?.map(terraformRule), replicationRole: from.text('role') }),
      absent: { replication: [] },
    },
    aws_s3_bucket_server_side_encryption_configuration: {
      of: 'bucket',
      read: (from) => ({
        encryption: from.text('rule.apply_server_side_encryption_by_default.sse_algorithm'),
        kmsKey: filled(from.text('rule.apply_server_side_encryption_by_default.kms_master_key_id')),
      }),
      absent: { encryption: 'AES256' },
    },
    aws_s3_bucket_lifecycle_configuration: {
      of: 'bucket',
      read: (from) => ({ lifecycle: from.items('rule[]')?.map(terraformLifecycle) }),
      absent: { lifecycle: [] },
    },
    aws_s3_bucket_notification: {
      of: 'bucket',
      read: (from) => ({
        notifications: notificationsIn(from, {
          'lambda_function[]': ['lambda_function_arn', 'events[]'],
          'queue[]': ['queue_arn', 'events[]'],
          'topic[]': ['topic_arn', 'events[]'],
        }),
        eventBridge: from.flag('eventbridge', false),
      }),
      absent: { notifications: [], eventBridge: false },
    },
    aws_s3_bucket_object_lock_configuration: { of: 'bucket', read: (from) => ({ objectLock: is(from.text('object_lock_enabled', 'Enabled'), 'Enabled') }) },
    aws_s3_bucket_cors_configuration: { of: 'bucket', read: (from) => ({ cors: from.has('cors_rule') }), absent: { cors: false } },
    aws_s3_bucket_website_configuration: { of: 'bucket', read: () => ({ website: true }), absent: { website: false } },
    aws_s3_bucket_ownership_controls: { of: 'bucket', read: (from) => ({ ownership: from.text('rule.object_ownership') }) },
    aws_s3_bucket_public_access_block: {
      of: 'bucket',
      read: (from) => ({
        publicAccessBlocked: every(['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'].map((name) => from.flag(name, false))),
      }),
    },
    aws_s3_bucket_logging: { of: 'bucket', read: (from) => ({ logBucket: from.text('target_bucket') }) },
    aws_s3_bucket_policy: { of: 'bucket', read: (from) => ({ policy: statementsOf(from, 'policy') }), absent: { policy: [] } },
  },
  references: ({ kmsKey, replication = [], replicationRole, notifications = [], logBucket }) => {
    const active = replication.filter(({ enabled }) => enabled !== false);
    return [
      ...usesKeys(kmsKey, ...active.map(({ replicaKey }) => replicaKey)),
      ...usesRoles(replicationRole),
      ...edges('replicates', active.map(({ destination }) => destination), 'AWS::S3::Bucket'),
      ...edges('triggers', notifications.map(({ target }) => target)),
      ...edges('writes', logBucket, 'AWS::S3::Bucket'),
    ];
  },
});

/** True for an empty object too: `Filter: {}` means every object, but in the syntax in which delete markers stay behind. */
const exists = (from: Properties, path: string): boolean | undefined => (from.has(path) === false ? from.json(path) !== undefined : from.has(path));

const enabled = (from: Properties, path: string): boolean | undefined => is(from.text(path, 'Disabled'), 'Enabled');

/** What a rule covers: prefix and tags stand in one of several places, depending on the age of the rule's syntax. */
function coverage(from: Properties, prefixes: readonly string[], tags: readonly string[]): Pick<Rule, 'prefix' | 'tagged' | 'filtered'> {
  const isPrefixed = some(prefixes.map((path) => isSet(from, path)));
  const tagged = some(tags.map((path) => from.has(path)));
  return { prefix: isPrefixed === false ? '' : filled(firstText(from, ...prefixes)), tagged, filtered: some([isPrefixed, tagged]) };
}

function cloudformationRule(rule: Properties): Rule {
  return told({
    ...coverage(rule, ['Filter.Prefix', 'Filter.And.Prefix', 'Prefix'], ['Filter.TagFilter', 'Filter.And.TagFilters']),
    enabled: is(rule.text('Status'), 'Enabled'),
    destination: filled(rule.text('Destination.Bucket')),
    version2: exists(rule, 'Filter'),
    deleteMarkers: exists(rule, 'Filter') === false ? true : enabled(rule, 'DeleteMarkerReplication.Status'),
    timeControl: enabled(rule, 'Destination.ReplicationTime.Status'),
    metrics: enabled(rule, 'Destination.Metrics.Status'),
    replicaKey: filled(rule.text('Destination.EncryptionConfiguration.ReplicaKmsKeyID')),
    kmsObjects: enabled(rule, 'SourceSelectionCriteria.SseKmsEncryptedObjects.Status'),
    replicaModifications: enabled(rule, 'SourceSelectionCriteria.ReplicaModifications.Status'),
    priority: rule.count('Priority'),
    storageClass: filled(rule.text('Destination.StorageClass')),
  });
}

function terraformRule(rule: Properties): Rule {
  return told({
    ...coverage(rule, ['filter.prefix', 'filter.and.prefix', 'prefix'], ['filter.tag', 'filter.and.tags']),
    enabled: is(rule.text('status'), 'Enabled'),
    destination: filled(rule.text('destination.bucket')),
    version2: exists(rule, 'filter'),
    deleteMarkers: exists(rule, 'filter') === false ? true : enabled(rule, 'delete_marker_replication.status'),
    timeControl: enabled(rule, 'destination.replication_time.status'),
    metrics: enabled(rule, 'destination.metrics.status'),
    replicaKey: filled(rule.text('destination.encryption_configuration.replica_kms_key_id')),
    kmsObjects: enabled(rule, 'source_selection_criteria.sse_kms_encrypted_objects.status'),
    replicaModifications: enabled(rule, 'source_selection_criteria.replica_modifications.status'),
    priority: rule.count('priority'),
    storageClass: filled(rule.text('destination.storage_class')),
  });
}

/** The rule as the deprecated block inside aws_s3_bucket writes it. */
function inlineRule(rule: Properties): Rule {
  return told({
    ...coverage(rule, ['filter.prefix', 'prefix'], ['filter.tags']),
    enabled: is(rule.text('status'), 'Enabled'),
    destination: filled(rule.text('destination.bucket')),
    version2: exists(rule, 'filter'),
    deleteMarkers: exists(rule, 'filter') === false ? true : enabled(rule, 'delete_marker_replication_status'),
    timeControl: enabled(rule, 'destination.replication_time.status'),
    metrics: enabled(rule, 'destination.metrics.status'),
    replicaKey: filled(rule.text('destination.replica_kms_key_id')),
    kmsObjects: rule.flag('source_selection_criteria.sse_kms_encrypted_objects.enabled', false),
    priority: rule.count('priority'),
    storageClass: filled(rule.text('destination.storage_class')),
  });
}

function cloudformationLifecycle(rule: Properties): z.infer<typeof lifecycleRule> {
  return told({
    enabled: is(rule.text('Status'), 'Enabled'),
    prefix: rule.text('Prefix', ''),
    storageClasses: union(rule.texts('Transitions[].StorageClass', []), rule.texts('Transition.StorageClass', [])),
    expires: some([rule.has('ExpirationInDays'), rule.has('ExpirationDate')]),
    noncurrentExpires: some([rule.has('NoncurrentVersionExpiration'), rule.has('NoncurrentVersionExpirationInDays')]),
  });
}

function terraformLifecycle(rule: Properties): z.infer<typeof lifecycleRule> {
  return told({
    enabled: is(rule.text('status'), 'Enabled'),
    prefix: coverage(rule, ['filter.prefix', 'filter.and.prefix', 'prefix'], []).prefix,
    storageClasses: setOf(rule.texts('transition[].storage_class', [])),
    expires: some([positive(rule.count('expiration.days', 0)), isSet(rule, 'expiration.date')]),
    noncurrentExpires: rule.has('noncurrent_version_expiration'),
  });
}

function inlineLifecycle(rule: Properties): z.infer<typeof lifecycleRule> {
  return told({
    enabled: rule.flag('enabled'),
    prefix: rule.text('prefix', ''),
    storageClasses: setOf(rule.texts('transition[].storage_class', [])),
    expires: some([positive(rule.count('expiration.days', 0)), isSet(rule, 'expiration.date')]),
    noncurrentExpires: rule.has('noncurrent_version_expiration'),
  });
}

/** Notifications of several lists, each with the paths of its target and events. */
function notificationsIn(from: Properties, lists: Readonly<Record<string, readonly [target: string, events: string]>>): z.infer<typeof notification>[] | undefined {
  const found = Object.entries(lists).map(([path, [target, events]]) =>
    from.items(path)?.map((item) => told({ target: filled(item.text(target)), events: setOf(item.texts(events)) })),
  );
  return found.includes(undefined) ? undefined : found.flatMap((list) => list ?? []);
}
