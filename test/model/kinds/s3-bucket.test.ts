import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { s3Bucket } from '../../../model/kinds/s3-bucket.ts';
import { unresolved } from '../../../model/properties.ts';
import { attributesOf, partAttributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

const replica = 'arn:aws:s3:::media-eu-central-1';
const key = 'arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const replication = [{
  enabled: true, destination: replica, prefix: '', tagged: false, filtered: false, version2: true, deleteMarkers: true, timeControl: true, metrics: true,
  replicaKey: key, kmsObjects: true, replicaModifications: false, priority: 1, storageClass: 'STANDARD_IA',
}];

describe('s3-bucket', () => {
  it('tells its defaults where CloudFormation sets nothing', () => {
    assert.deepEqual(attributesOf(s3Bucket, 'cloudformation', {}), {
      namedExplicitly: false, namespace: 'global', versioning: false, replication: [], encryption: 'AES256', objectLock: false, lifecycle: [],
      notifications: [], eventBridge: false, cors: false, website: false,
    });
  });

  it('leaves what Terraform declares apart to the parts and to their absence', () => {
    assert.deepEqual(attributesOf(s3Bucket, 'terraform', { bucket: 'media' }), { namedExplicitly: true, objectLock: false });
    const absent = Object.assign({}, ...Object.values(s3Bucket.parts ?? {}).map((part) => part.absent ?? {})) as unknown;
    assert.deepEqual(absent, { versioning: false, replication: [], encryption: 'AES256', lifecycle: [], notifications: [], eventBridge: false, cors: false, website: false, policy: [] });
  });

  it('reads the same replication rules from both', () => {
    const rule = {
      Status: 'Enabled', Priority: 1, Filter: {}, DeleteMarkerReplication: { Status: 'Enabled' },
      SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: 'Enabled' } },
      Destination: {
        Bucket: replica, StorageClass: 'STANDARD_IA', EncryptionConfiguration: { ReplicaKmsKeyID: key },
        ReplicationTime: { Status: 'Enabled', Time: { Minutes: 15 } }, Metrics: { Status: 'Enabled', EventThreshold: { Minutes: 15 } },
      },
    };
    const { replication: fromTemplate, replicationRole } = attributesOf(s3Bucket, 'cloudformation', { ReplicationConfiguration: { Role: 'arn:aws:iam::123456789012:role/s3', Rules: [rule] } });
    assert.deepEqual(fromTemplate, replication);
    assert.equal(replicationRole, 'arn:aws:iam::123456789012:role/s3');
    const fromPart = partAttributesOf(s3Bucket, 'aws_s3_bucket_replication_configuration', {
      bucket: 'media', role: 'arn:aws:iam::123456789012:role/s3',
      rule: [{
        status: 'Enabled', priority: 1, filter: [{}], delete_marker_replication: [{ status: 'Enabled' }],
        source_selection_criteria: [{ sse_kms_encrypted_objects: [{ status: 'Enabled' }] }],
        destination: [{
          bucket: replica, storage_class: 'STANDARD_IA', encryption_configuration: [{ replica_kms_key_id: key }],
          replication_time: [{ status: 'Enabled', time: [{ minutes: 15 }] }], metrics: [{ status: 'Enabled' }],
        }],
      }],
    });
    assert.deepEqual(fromPart, { replication, replicationRole });
  });

  it('tells a rule for the bucket from one for a prefix or tags, in every syntax', () => {
    const read = (rule: Record<string, unknown>): unknown =>
      (attributesOf(s3Bucket, 'cloudformation', { ReplicationConfiguration: { Rules: [{ Status: 'Enabled', ...rule } as never] } })['replication'] as unknown[])[0];
    const partial = (rule: Record<string, unknown>): unknown => {
      const { prefix, tagged, filtered, version2, deleteMarkers } = read(rule) as Record<string, unknown>;
      return { prefix, tagged, filtered, version2, deleteMarkers };
    };
    assert.deepEqual(partial({ Prefix: '' }), { prefix: '', tagged: false, filtered: false, version2: false, deleteMarkers: true });
    assert.deepEqual(partial({ Filter: { Prefix: 'in/' } }), { prefix: 'in/', tagged: false, filtered: true, version2: true, deleteMarkers: false });
    assert.deepEqual(partial({ Filter: { And: { Prefix: '', TagFilters: [{ Key: 'a', Value: 'b' }] } } }), { prefix: '', tagged: true, filtered: true, version2: true, deleteMarkers: false });
  });

  it('does not take an unresolved setting for one that is off', () => {
    const untold = attributesOf(s3Bucket, 'cloudformation', {
      VersioningConfiguration: { Status: unresolved('parameter Versioning') },
      ReplicationConfiguration: { Rules: [{ Status: unresolved('parameter'), Destination: { Bucket: replica } }] },
    });
    assert.equal('versioning' in untold, false);
    assert.equal('enabled' in ((untold['replication'] as object[])[0] ?? {}), false);
    assert.deepEqual(partAttributesOf(s3Bucket, 'aws_s3_bucket_versioning', { versioning_configuration: [{ status: unresolved('known after apply') }] }), {});
  });

  it('reads lifecycle rules and notifications alike', () => {
    const lifecycle = [{ enabled: true, prefix: 'logs/', storageClasses: ['DEEP_ARCHIVE', 'GLACIER'], expires: true, noncurrentExpires: false }];
    const notifications = [{ target: 'arn:aws:lambda:eu-west-1:123456789012:function:thumb', events: ['s3:ObjectCreated:*'] }];
    const { lifecycle: first, notifications: second } = attributesOf(s3Bucket, 'cloudformation', {
      LifecycleConfiguration: { Rules: [{ Status: 'Enabled', Prefix: 'logs/', Transitions: [{ StorageClass: 'GLACIER' }, { StorageClass: 'DEEP_ARCHIVE' }], ExpirationInDays: 400 }] },
      NotificationConfiguration: { LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: 'arn:aws:lambda:eu-west-1:123456789012:function:thumb' }] },
    });
    assert.deepEqual({ first, second }, { first: lifecycle, second: notifications });
    assert.deepEqual(
      partAttributesOf(s3Bucket, 'aws_s3_bucket_lifecycle_configuration', {
        rule: [{ status: 'Enabled', filter: [{ prefix: 'logs/' }], transition: [{ storage_class: 'GLACIER' }, { storage_class: 'DEEP_ARCHIVE' }], expiration: [{ days: 400, date: '' }] }],
      }),
      { lifecycle },
    );
    assert.deepEqual(
      partAttributesOf(s3Bucket, 'aws_s3_bucket_notification', {
        lambda_function: [{ lambda_function_arn: 'arn:aws:lambda:eu-west-1:123456789012:function:thumb', events: ['s3:ObjectCreated:*'] }],
      }),
      { notifications, eventBridge: false },
    );
  });

  it('links keys, roles, replicas, triggers and the log bucket', () => {
    assert.deepEqual(
      referencesOf(s3Bucket, {
        kmsKey: 'alias/media', replication: [...replication, { enabled: false, destination: 'arn:aws:s3:::old' }], replicationRole: 'arn:aws:iam::123456789012:role/s3',
        notifications: [{ target: 'arn:aws:sqs:eu-west-1:123456789012:in' }], logBucket: 'logs',
      }),
      [
        { edge: 'uses-key', to: 'alias/media', target: 'AWS::KMS::Alias' },
        { edge: 'uses-key', to: key, target: 'AWS::KMS::Key' },
        { edge: 'uses-role', to: 'arn:aws:iam::123456789012:role/s3', target: 'AWS::IAM::Role' },
        { edge: 'replicates', to: replica, target: 'AWS::S3::Bucket' },
        { edge: 'triggers', to: 'arn:aws:sqs:eu-west-1:123456789012:in' },
        { edge: 'writes', to: 'logs', target: 'AWS::S3::Bucket' },
      ],
    );
  });

  it('reads the same attributes from templates, from what S3 answers, each setting by a call of its own, and from AWS Config', () => {
    const role = 'arn:aws:iam::123456789012:role/s3';
    const func = 'arn:aws:lambda:eu-west-1:123456789012:function:thumb';
    const rule = {
      Status: 'Enabled', Priority: 1, Filter: {}, DeleteMarkerReplication: { Status: 'Enabled' }, SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: 'Enabled' } },
      Destination: { Bucket: replica, StorageClass: 'STANDARD_IA', EncryptionConfiguration: { ReplicaKmsKeyID: key }, ReplicationTime: { Status: 'Enabled' }, Metrics: { Status: 'Enabled' } },
    };
    const blocked = { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true };
    const document = { Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }] };
    const cloudformation = {
      BucketName: 'media', VersioningConfiguration: { Status: 'Enabled' }, ReplicationConfiguration: { Role: role, Rules: [rule] }, ObjectLockEnabled: true,
      BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key } }] },
      LifecycleConfiguration: { Rules: [{ Status: 'Enabled', Prefix: 'logs/', Transitions: [{ StorageClass: 'GLACIER' }], ExpirationInDays: 400 }] },
      NotificationConfiguration: { LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: func }], EventBridgeConfiguration: { EventBridgeEnabled: true } },
      CorsConfiguration: { CorsRules: [{ AllowedMethods: ['GET'] }] }, WebsiteConfiguration: { IndexDocument: 'index.html' },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] }, PublicAccessBlockConfiguration: blocked, LoggingConfiguration: { DestinationBucketName: 'logs' },
    };
    const template = sameAttributes(s3Bucket, {
      cloudformation,
      terraform: { bucket: 'media', object_lock_enabled: true },
      ignore: ['namespace'],
      parts: {
        'AWS::S3::BucketPolicy': { Bucket: 'media', PolicyDocument: document },
        aws_s3_bucket_versioning: { bucket: 'media', versioning_configuration: [{ status: 'Enabled' }] },
        aws_s3_bucket_replication_configuration: {
          bucket: 'media', role,
          rule: [{
            status: 'Enabled', priority: 1, filter: [{}], delete_marker_replication: [{ status: 'Enabled' }], source_selection_criteria: [{ sse_kms_encrypted_objects: [{ status: 'Enabled' }] }],
            destination: [{ bucket: replica, storage_class: 'STANDARD_IA', encryption_configuration: [{ replica_kms_key_id: key }], replication_time: [{ status: 'Enabled', time: [{ minutes: 15 }] }], metrics: [{ status: 'Enabled' }] }],
          }],
        },
        aws_s3_bucket_server_side_encryption_configuration: { bucket: 'media', rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: 'aws:kms', kms_master_key_id: key }] }] },
        aws_s3_bucket_lifecycle_configuration: { bucket: 'media', rule: [{ id: 'old', status: 'Enabled', filter: [{ prefix: 'logs/' }], transition: [{ days: 90, storage_class: 'GLACIER' }], expiration: [{ days: 400 }] }] },
        aws_s3_bucket_notification: { bucket: 'media', eventbridge: true, lambda_function: [{ lambda_function_arn: func, events: ['s3:ObjectCreated:*'] }] },
        aws_s3_bucket_cors_configuration: { bucket: 'media', cors_rule: [{ allowed_methods: ['GET'] }] },
        aws_s3_bucket_website_configuration: { bucket: 'media', index_document: [{ suffix: 'index.html' }] },
        aws_s3_bucket_ownership_controls: { bucket: 'media', rule: [{ object_ownership: 'BucketOwnerEnforced' }] },
        aws_s3_bucket_public_access_block: { bucket: 'media', block_public_acls: true, block_public_policy: true, ignore_public_acls: true, restrict_public_buckets: true },
        aws_s3_bucket_logging: { bucket: 'media', target_bucket: 'logs' },
        aws_s3_bucket_policy: { bucket: 'media', policy: JSON.stringify(document) },
      },
    });
    const answers = {
      Name: 'media', BucketVersioningConfiguration: { Status: 'Enabled' }, BucketReplicationConfiguration: { Role: role, Rules: [rule] }, ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled' },
      ServerSideEncryptionConfiguration: { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key }, BucketKeyEnabled: true }] },
      BucketLifecycleConfiguration: { Rules: [{ ID: 'old', Status: 'Enabled', Filter: { Prefix: 'logs/' }, Transitions: [{ Days: 90, StorageClass: 'GLACIER' }], Expiration: { Days: 400 } }] },
      BucketNotificationConfiguration: { LambdaFunctionConfigurations: [{ LambdaFunctionArn: func, Events: ['s3:ObjectCreated:*'] }], EventBridge: true },
      BucketCrossOriginConfiguration: { Rules: [{ AllowedMethods: ['GET'] }] }, BucketWebsiteConfiguration: { IndexDocument: { Suffix: 'index.html' } },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] }, PublicAccessBlockConfiguration: blocked, BucketLoggingConfiguration: { DestinationBucketName: 'logs' },
      BucketPolicy: { PolicyText: JSON.stringify(document) }, NumberOfObjects: 7,
    };
    sameDescribed(s3Bucket, { like: template, untold: ['namedExplicitly', 'namespace'], beyond: { objects: 7 }, describe: answers });
    const recorded = attributesOf(s3Bucket, 'config', {
      name: 'media', BucketVersioningConfiguration: { status: 'Enabled' }, ObjectLockConfiguration: { objectLockEnabled: 'Enabled' },
      BucketReplicationConfiguration: {
        roleARN: role,
        rules: {
          all: {
            status: 'Enabled', priority: 1, filter: {}, deleteMarkerReplication: { status: 'Enabled' }, sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: 'Enabled' } },
            destinationConfig: { bucketARN: replica, storageClass: 'STANDARD_IA', encryptionConfiguration: { replicaKmsKeyID: key }, replicationTime: { status: 'Enabled' }, metrics: { status: 'Enabled' } },
          },
        },
      },
      ServerSideEncryptionConfiguration: { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyID: key } }] },
      BucketLifecycleConfiguration: { rules: [{ id: 'old', status: 'Enabled', filter: { predicate: { type: 'LifecyclePrefixPredicate', prefix: 'logs/' } }, expirationInDays: 400, transitions: [{ days: 90, storageClass: 'GLACIER' }] }] },
      BucketNotificationConfiguration: { configurations: { thumb: { type: 'LambdaConfiguration', functionARN: func, events: ['s3:ObjectCreated:*'] } } },
      BucketCrossOriginConfiguration: { rules: [{ allowedMethods: ['GET'] }] }, BucketWebsiteConfiguration: { indexDocumentSuffix: 'index.html' },
      PublicAccessBlockConfiguration: { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
      BucketLoggingConfiguration: { destinationBucketName: 'logs' }, BucketPolicy: { policyText: JSON.stringify(document) },
    });
    const unrecorded = ['namedExplicitly', 'namespace', 'ownership', 'eventBridge'];
    assert.deepEqual(recorded, Object.fromEntries(Object.entries(template).filter(([name]) => !unrecorded.includes(name))));
    assert.deepEqual(attributesOf(s3Bucket, 'describe', { Name: 'plain', BucketReplicationConfiguration: null, BucketPolicy: unresolved('AccessDenied'), BucketNotificationConfiguration: unresolved('AccessDenied') }), {
      versioning: false, replication: [], encryption: 'AES256', objectLock: false, lifecycle: [], cors: false, website: false, publicAccessBlocked: false,
    });
    assert.equal('eventBridge' in attributesOf(s3Bucket, 'describe', { Name: 'plain', BucketNotificationConfiguration: {} }), false);
  });

  it('reads AWS Config’s record, which keeps rules by their ids and calls members otherwise', () => {
    const read = attributesOf(s3Bucket, 'config', {
      name: 'media',
      BucketVersioningConfiguration: { status: 'Enabled', isMfaDeleteEnabled: null },
      BucketReplicationConfiguration: {
        roleARN: 'arn:aws:iam::123456789012:role/s3',
        rules: {
          all: {
            status: 'Enabled', priority: 1, filter: {}, deleteMarkerReplication: { status: 'Enabled' }, sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: 'Enabled' } },
            destinationConfig: { bucketARN: replica, storageClass: 'STANDARD_IA', encryptionConfiguration: { replicaKmsKeyID: key }, replicationTime: { status: 'Enabled' }, metrics: { status: 'Enabled' } },
          },
          part: { status: 'Disabled', filter: { predicate: { type: 'LifecyclePrefixPredicate', prefix: 'in/' } }, destinationConfig: { bucketARN: replica } },
        },
      },
      ServerSideEncryptionConfiguration: { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyID: key } }] },
      BucketLifecycleConfiguration: { rules: [{ id: 'old', status: 'Enabled', filter: { predicate: { type: 'LifecyclePrefixPredicate', prefix: 'logs/' } }, expirationInDays: 400, transitions: [{ days: 90, storageClass: 'GLACIER' }] }] },
      BucketNotificationConfiguration: { configurations: { queue: { type: 'QueueConfiguration', queueARN: 'arn:aws:sqs:eu-west-1:123456789012:in', events: ['s3:ObjectCreated:Put'] } } },
      BucketPolicy: { policyText: null },
    });
    const { replication: rules, ...others } = read;
    assert.deepEqual((rules as object[])[0], replication[0]);
    assert.deepEqual(
      Object.entries((rules as Record<string, unknown>[])[1] ?? {}).filter(([name]) => ['enabled', 'prefix', 'filtered', 'deleteMarkers'].includes(name)),
      [['prefix', 'in/'], ['filtered', true], ['enabled', false], ['deleteMarkers', false]],
    );
    assert.deepEqual(others, {
      versioning: true, replicationRole: 'arn:aws:iam::123456789012:role/s3', encryption: 'aws:kms', kmsKey: key, objectLock: false, cors: false, website: false, publicAccessBlocked: false, policy: [],
      lifecycle: [{ enabled: true, prefix: 'logs/', storageClasses: ['GLACIER'], expires: true, noncurrentExpires: false }],
      notifications: [{ target: 'arn:aws:sqs:eu-west-1:123456789012:in', events: ['s3:ObjectCreated:Put'] }],
    });
  });
});
