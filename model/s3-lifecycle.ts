import { z } from 'zod';
import type { Properties } from './properties.ts';
import { is, isSet, positive, setOf, some, told, union } from './reading.ts';
import { coverage } from './s3-replication.ts';

export const lifecycleRule = z.object({
  enabled: z.boolean().optional().describe('The rule is enabled'),
  prefix: z.string().optional().describe('Key prefix that the rule is limited to; empty for every key'),
  storageClasses: z.array(z.string()).optional().describe('Storage classes that current versions move to'),
  expires: z.boolean().optional().describe('Current versions expire'),
  noncurrentExpires: z.boolean().optional().describe('Noncurrent versions expire'),
});
type Rule = z.infer<typeof lifecycleRule>;

export function cloudformationLifecycle(rule: Properties): Rule {
  return told({
    enabled: is(rule.text('Status'), 'Enabled'),
    prefix: rule.text('Prefix', ''),
    storageClasses: union(rule.texts('Transitions[].StorageClass', []), rule.texts('Transition.StorageClass', [])),
    expires: some([rule.has('ExpirationInDays'), rule.has('ExpirationDate')]),
    noncurrentExpires: some([rule.has('NoncurrentVersionExpiration'), rule.has('NoncurrentVersionExpirationInDays')]),
  });
}

export function terraformLifecycle(rule: Properties): Rule {
  return told({
    enabled: is(rule.text('status'), 'Enabled'),
    prefix: coverage(rule, ['filter.prefix', 'filter.and.prefix', 'prefix'], []).prefix,
    storageClasses: setOf(rule.texts('transition[].storage_class', [])),
    expires: some([positive(rule.count('expiration.days', 0)), isSet(rule, 'expiration.date')]),
    noncurrentExpires: rule.has('noncurrent_version_expiration'),
  });
}

export function inlineLifecycle(rule: Properties): Rule {
  return told({
    enabled: rule.flag('enabled'),
    prefix: rule.text('prefix', ''),
    storageClasses: setOf(rule.texts('transition[].storage_class', [])),
    expires: some([positive(rule.count('expiration.days', 0)), isSet(rule, 'expiration.date')]),
    noncurrentExpires: rule.has('noncurrent_version_expiration'),
  });
}

export function describedLifecycle(rule: Properties): Rule {
  return told({
    enabled: is(rule.text('Status'), 'Enabled'),
    prefix: coverage(rule, ['Filter.Prefix', 'Filter.And.Prefix', 'Prefix'], []).prefix,
    storageClasses: setOf(rule.texts('Transitions[].StorageClass', [])),
    expires: some([positive(rule.count('Expiration.Days', 0)), isSet(rule, 'Expiration.Date')]),
    noncurrentExpires: rule.has('NoncurrentVersionExpiration'),
  });
}

export function recordedLifecycle(rule: Properties): Rule {
  return told({
    enabled: is(rule.text('Status'), 'Enabled'),
    prefix: isSet(rule, 'Prefix') === true ? rule.text('Prefix') : rule.text('Filter.Predicate.Prefix', ''),
    storageClasses: setOf(rule.texts('Transitions[].StorageClass', [])),
    expires: some([positive(rule.count('ExpirationInDays', 0)), isSet(rule, 'ExpirationDate')]),
    noncurrentExpires: some([rule.has('NoncurrentVersionExpiration'), positive(rule.count('NoncurrentVersionExpirationInDays', 0))]),
  });
}
