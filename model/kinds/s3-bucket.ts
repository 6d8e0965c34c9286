import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, usesKeys, usesRoles } from '../linking.ts';
import { policyStatementSchema, statementsOf, type PolicyStatement } from '../policy.ts';
import { properties, type Properties, type PropertyMap } from '../properties.ts';
import { every, filled, firstText, is, isSet, not, setOf, some, told } from '../reading.ts';
import { cloudformationLifecycle, describedLifecycle, inlineLifecycle, lifecycleRule, recordedLifecycle, terraformLifecycle } from '../s3-lifecycle.ts';
import { cloudformationRule, describedRule, inlineRule, recordedRule, replicationRule, terraformRule } from '../s3-replication.ts';

const notification = z.object({
  target: z.string().optional().describe('Function, queue or topic: ARN or symbol'),
  events: z.array(z.string()).optional().describe('Events that are sent, sorted'),
});

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
    objects: z.number().describe('Objects that it holds, all versions counted, as CloudWatch last said'),
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
    describe: (from) => ({
      objects: from.count('NumberOfObjects'),
      versioning: is(from.text('BucketVersioningConfiguration.Status', 'Off'), 'Enabled'),
      replication: from.items('BucketReplicationConfiguration.Rules[]')?.map(describedRule),
      replicationRole: from.text('BucketReplicationConfiguration.Role'),
      ...describedEncryption(from),
      objectLock: is(from.text('ObjectLockConfiguration.ObjectLockEnabled', ''), 'Enabled'),
      lifecycle: from.items('BucketLifecycleConfiguration.Rules[]')?.map(describedLifecycle),
      notifications: notificationsIn(from, {
        'BucketNotificationConfiguration.LambdaFunctionConfigurations[]': ['LambdaFunctionArn', 'Events[]'],
        'BucketNotificationConfiguration.QueueConfigurations[]': ['QueueArn', 'Events[]'],
        'BucketNotificationConfiguration.TopicConfigurations[]': ['TopicArn', 'Events[]'],
      }),
      eventBridge: from.flag('BucketNotificationConfiguration.EventBridge'),
      cors: from.has('BucketCrossOriginConfiguration.Rules'),
      website: some([from.has('BucketWebsiteConfiguration.IndexDocument'), from.has('BucketWebsiteConfiguration.RedirectAllRequestsTo')]),
      ownership: from.text('OwnershipControls.Rules.ObjectOwnership'),
      publicAccessBlocked: describedPublicAccess(from),
      logBucket: filled(from.text('BucketLoggingConfiguration.DestinationBucketName')),
      policy: describedPolicy(from),
    }),
    config: (from) => ({
      versioning: is(from.text('BucketVersioningConfiguration.Status', 'Off'), 'Enabled'),
      replication: byName(from, 'BucketReplicationConfiguration.Rules')?.map(([, rule]) => recordedRule(rule)),
      replicationRole: from.text('BucketReplicationConfiguration.RoleARN'),
      ...describedEncryption(from),
      objectLock: is(from.text('ObjectLockConfiguration.ObjectLockEnabled', ''), 'Enabled'),
      lifecycle: from.items('BucketLifecycleConfiguration.Rules[]')?.map(recordedLifecycle),
      notifications: byName(from, 'BucketNotificationConfiguration.Configurations')?.map(([, each]) =>
        told({ target: filled(firstText(each, 'FunctionARN', 'LambdaFunctionARN', 'QueueARN', 'TopicARN')), events: setOf(each.texts('Events[]')) }),
      ),
      cors: from.has('BucketCrossOriginConfiguration.Rules'),
      website: some([isSet(from, 'BucketWebsiteConfiguration.IndexDocumentSuffix'), from.has('BucketWebsiteConfiguration.RedirectAllRequestsTo')]),
      publicAccessBlocked: describedPublicAccess(from),
      logBucket: filled(from.text('BucketLoggingConfiguration.DestinationBucketName')),
      policy: describedPolicy(from),
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

/** Notifications of several lists, each with the paths of its target and events. */
function notificationsIn(from: Properties, lists: Readonly<Record<string, readonly [target: string, events: string]>>): z.infer<typeof notification>[] | undefined {
  const found = Object.entries(lists).map(([path, [target, events]]) =>
    from.items(path)?.map((item) => told({ target: filled(item.text(target)), events: setOf(item.texts(events)) })),
  );
  return found.includes(undefined) ? undefined : found.flatMap((list) => list ?? []);
}

function describedEncryption(from: Properties): { encryption: string | undefined; kmsKey: string | undefined } {
  const rule = 'ServerSideEncryptionConfiguration.Rules.ApplyServerSideEncryptionByDefault';
  return { encryption: from.text(`${rule}.SSEAlgorithm`, 'AES256'), kmsKey: filled(from.text(`${rule}.KMSMasterKeyID`)) };
}

function describedPublicAccess(from: Properties): boolean | undefined {
  const all = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];
  return every(all.map((name) => from.flag(`PublicAccessBlockConfiguration.${name}`, false)));
}

const describedPolicy = (from: Properties): PolicyStatement[] | undefined => (isSet(from, 'BucketPolicy.PolicyText') === false ? [] : statementsOf(from, 'BucketPolicy.PolicyText'));

/** The members of a map with what they hold: Config keeps rules by their ids. */
function byName(from: Properties, path: string): [name: string, value: Properties][] | undefined {
  if (from.has(path) === false) return [];
  const map = from.json(path);
  if (typeof map !== 'object' || map === null || Array.isArray(map)) return undefined;
  return Object.entries(map).flatMap(([name, value]) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? [[name, properties(value as PropertyMap, true)]] : []));
}

