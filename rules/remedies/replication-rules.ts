import type { ResourceOf } from '../../graph/view.ts';
import type { Json } from '../../model/json.ts';
import type { Resource } from '../../model/resource.ts';
import { hasSymbol } from '../../model/symbol.ts';
import type { MakeRemedy } from '../remedy.ts';
import type { Context } from '../rule.ts';
import { leadingTo, replicationsOf, type Replication } from '../support/s3-replication.ts';
import { homeOf, isPhysical, logicalId, nameLimit } from './words.ts';

type Rule = Replication['rule'];
type Change = (place: { readonly target: string; readonly bucket: Resource }) => Partial<Rule>;

/** The rules of a bucket's replication as they are, with what a rule of ours asks for in those that lead to the target. */
function improved(title: string, change: Change, limits: readonly string[] = []): MakeRemedy {
  return (bucket, context) => {
    const rules = bucket.kind === 's3-bucket' ? rulesOf(bucket, context, change) : undefined;
    if (bucket.kind !== 's3-bucket' || rules === undefined) return undefined;
    const { target, home } = context.intent;
    const region = homeOf(bucket, home);
    const name = isPhysical(bucket) ? bucket.name : bucket.name.toLowerCase();
    const role = bucket.attributes.replicationRole;
    const known = role !== undefined && !hasSymbol(role) ? role : `arn:${bucket.partition ?? 'aws'}:iam::${bucket.account ?? 'ACCOUNT'}:role/ROLE`;
    return {
      title: `${title} ${bucket.name} → ${target}`,
      cloudformation: [{ region, merge: true, note: `let these rules take the place of those of the bucket ${bucket.name}`, resources: { [logicalId(bucket.name)]: { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', Properties: { ReplicationConfiguration: { Rules: rules } } } } }],
      cli: [{ region, words: ['s3api', 'put-bucket-replication', '--bucket', name, '--replication-configuration', JSON.stringify({ Role: known, Rules: rules })], note: 'Replaces all rules of the bucket: see that none is missing' }],
      limits: [...nameLimit(bucket), ...limits, ...(known.endsWith('role/ROLE') ? ['Put the role that replicates now in place of ROLE.'] : []), 'Objects that were skipped before are not replicated by a change of rules: run S3 Batch Replication once.', 'Terraform: change the same members of the rule blocks.'],
    };
  };
}

/** Undefined where a rule says something that cannot be repeated: tags, or a destination that is known after deployment. */
function rulesOf(bucket: ResourceOf<'s3-bucket'>, { intent: { target }, graph }: Context, change: Change): { readonly [key: string]: Json }[] | undefined {
  const all = replicationsOf(graph, bucket, bucket.attributes.replication ?? []);
  const there = new Set(leadingTo(all, target).sure.map(({ rule }) => rule));
  if (there.size === 0 || all.some(({ rule, to }) => rule.tagged !== false || rule.prefix === undefined || hasSymbol(rule.prefix) || hasSymbol(to.name))) return undefined;
  return all.map(({ rule, to }, index) => written({ ...rule, ...(there.has(rule) ? change({ target, bucket }) : {}) }, { index, arn: `arn:${bucket.partition ?? 'aws'}:s3:::${to.name}` }));
}

function written({ enabled, prefix = '', priority, deleteMarkers = false, storageClass, replicaKey, kmsObjects, replicaModifications, timeControl, metrics }: Rule, { index, arn }: { readonly index: number; readonly arn: string }): { readonly [key: string]: Json } {
  const criteria = { ...(kmsObjects === true ? { SseKmsEncryptedObjects: { Status: 'Enabled' } } : {}), ...(replicaModifications === true ? { ReplicaModifications: { Status: 'Enabled' } } : {}) };
  return {
    Status: enabled === false ? 'Disabled' : 'Enabled',
    Priority: priority ?? index + 1,
    Filter: { Prefix: prefix },
    DeleteMarkerReplication: { Status: deleteMarkers ? 'Enabled' : 'Disabled' },
    ...(Object.keys(criteria).length === 0 ? {} : { SourceSelectionCriteria: criteria }),
    Destination: {
      Bucket: arn,
      ...(storageClass === undefined ? {} : { StorageClass: storageClass }),
      ...(replicaKey === undefined ? {} : { EncryptionConfiguration: { ReplicaKmsKeyID: replicaKey } }),
      ...(timeControl === true ? { ReplicationTime: { Status: 'Enabled', Time: { Minutes: 15 } } } : {}),
      ...(timeControl === true || metrics === true ? { Metrics: { Status: 'Enabled', ...(timeControl === true ? { EventThreshold: { Minutes: 15 } } : {}) } } : {}),
    },
  };
}

/** Delete markers follow. */
export const replicateDeletes = improved('Replicate delete markers', () => ({ deleteMarkers: true }));
/** Replication is bounded and measured. */
export const boundReplication = improved('Bound and measure the replication', () => ({ timeControl: true, metrics: true }));
/** The whole bucket is covered. */
export const replicateAll = improved('Replicate every object', () => ({ prefix: '' }));
/** Encrypted objects are selected, and encrypted anew with a key of the target. */
export const replicateEncrypted = improved(
  'Replicate encrypted objects',
  ({ target, bucket: { partition = 'aws', account = 'ACCOUNT' } }) => ({ kmsObjects: true, replicaKey: `arn:${partition}:kms:${target}:${account}:alias/REPLICA-KEY` }),
  ['Put the alias or id of a key of the target in place of alias/REPLICA-KEY.', 'The role that replicates has to be allowed kms:Decrypt with the key at home and kms:Encrypt with the other one.'],
);
