import { z } from 'zod';
import type { Properties } from './properties.ts';
import { filled, firstText, is, isSet, some, told } from './reading.ts';

export const replicationRule = z.object({
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
type Rule = z.infer<typeof replicationRule>;

/** True for an empty object too: `Filter: {}` means every object, but in the syntax in which delete markers stay behind. */
const exists = (from: Properties, path: string): boolean | undefined => (from.has(path) === false ? from.json(path) !== undefined : from.has(path));

const enabled = (from: Properties, path: string): boolean | undefined => is(from.text(path, 'Disabled'), 'Enabled');

/** What a rule covers: prefix and tags stand in one of several places, depending on the age of the rule's syntax. */
export function coverage(from: Properties, prefixes: readonly string[], tags: readonly string[]): Pick<Rule, 'prefix' | 'tagged' | 'filtered'> {
  const isPrefixed = some(prefixes.map((path) => isSet(from, path)));
  const tagged = some(tags.map((path) => from.has(path)));
  return { prefix: isPrefixed === false ? '' : filled(firstText(from, ...prefixes)), tagged, filtered: some([isPrefixed, tagged]) };
}

export function cloudformationRule(rule: Properties): Rule {
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

export function terraformRule(rule: Properties): Rule {
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
export function inlineRule(rule: Properties): Rule {
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

export function describedRule(rule: Properties): Rule {
  return told({ ...cloudformationRule(rule), ...coverage(rule, ['Filter.Prefix', 'Filter.And.Prefix', 'Prefix'], ['Filter.Tag', 'Filter.And.Tags']) });
}

/** A rule as AWS Config records it: the members of an older SDK. */
export function recordedRule(rule: Properties): Rule {
  const filtered = rule.has('Filter.Predicate');
  const prefix = isSet(rule, 'Prefix') === true ? rule.text('Prefix') : filtered === false ? '' : rule.text('Filter.Predicate.Prefix', '');
  const tagged = some([rule.has('Filter.Predicate.Tag'), rule.has('Filter.Predicate.Tags'), rule.has('Filter.Predicate.Operands')]);
  return told({
    prefix,
    tagged,
    filtered: some([prefix === undefined ? undefined : prefix !== '', tagged]),
    enabled: is(rule.text('Status'), 'Enabled'),
    destination: filled(rule.text('DestinationConfig.BucketARN')),
    version2: exists(rule, 'Filter'),
    deleteMarkers: exists(rule, 'Filter') === false ? true : enabled(rule, 'DeleteMarkerReplication.Status'),
    timeControl: enabled(rule, 'DestinationConfig.ReplicationTime.Status'),
    metrics: enabled(rule, 'DestinationConfig.Metrics.Status'),
    replicaKey: filled(rule.text('DestinationConfig.EncryptionConfiguration.ReplicaKmsKeyID')),
    kmsObjects: enabled(rule, 'SourceSelectionCriteria.SseKmsEncryptedObjects.Status'),
    replicaModifications: enabled(rule, 'SourceSelectionCriteria.ReplicaModifications.Status'),
    priority: rule.count('Priority'),
    storageClass: filled(rule.text('DestinationConfig.StorageClass')),
  });
}
