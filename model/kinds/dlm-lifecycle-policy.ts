import { z } from 'zod';
import { kind } from '../kind.ts';
import { usesKeys, usesRoles } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { filled, is, setOf, union } from '../reading.ts';

export const dlmLifecyclePolicy = kind({
  id: 'dlm-lifecycle-policy',
  title: 'Data Lifecycle Manager policy',
  traits: ['operations'],
  names: { cloudformation: 'AWS::DLM::LifecyclePolicy', terraform: ['aws_dlm_lifecycle_policy'] },
  arn: 'arn:{partition}:dlm:{region}:{account}:policy/{id}',
  name: {},
  attributes: z.object({
    enabled: z.boolean().describe('It makes snapshots or images'),
    takes: z.string().describe('What it backs up: VOLUME or INSTANCE'),
    everything: z.boolean().describe('It is a default policy, which takes in whatever has no recent backup and is not excluded'),
    excludes: z.boolean().describe('A default policy leaves some out'),
    targetTags: z.array(z.string()).describe('Tags that it selects by, one of which is enough: key=value'),
    copyRegions: z.array(z.string()).describe('Regions that snapshots or images are copied to; an Outpost by its ARN'),
    copyKeys: z.array(z.string()).describe('Keys of the copies'),
    role: z.string().describe('Role that it works with'),
  }),
  read: {
    cloudformation: (from) => ({
      enabled: is(from.text('State', 'ENABLED'), 'ENABLED'),
      takes: from.text('DefaultPolicy') ?? from.text('PolicyDetails.ResourceType') ?? from.texts('PolicyDetails.ResourceTypes[]')?.[0],
      everything: from.has('DefaultPolicy'),
      excludes: from.has('Exclusions') === false ? from.has('PolicyDetails.Exclusions') : from.has('Exclusions'),
      targetTags: pairs(from.items('PolicyDetails.TargetTags[]')),
      copyRegions: union(
        from.texts('PolicyDetails.Schedules[].CrossRegionCopyRules[].TargetRegion', []),
        from.texts('PolicyDetails.Schedules[].CrossRegionCopyRules[].Target', []),
        from.texts('CrossRegionCopyTargets[].TargetRegion', []),
        from.texts('PolicyDetails.CrossRegionCopyTargets[].TargetRegion', []),
      ),
      copyKeys: setOf(from.texts('PolicyDetails.Schedules[].CrossRegionCopyRules[].CmkArn', [])),
      role: filled(from.text('ExecutionRoleArn')),
    }),
    terraform: (from) => ({
      enabled: is(from.text('state', 'ENABLED'), 'ENABLED'),
      takes: from.texts('policy_details.resource_types[]')?.[0],
      everything: false,
      excludes: false,
      targetTags: tagMap(from, 'policy_details.target_tags'),
      copyRegions: setOf(from.texts('policy_details.schedule[].cross_region_copy_rule[].target', [])),
      copyKeys: setOf(from.texts('policy_details.schedule[].cross_region_copy_rule[].cmk_arn', [])),
      role: filled(from.text('execution_role_arn')),
    }),
    describe: (from) => ({
      enabled: is(from.text('State', 'ENABLED'), 'ENABLED'),
      takes: from.text('PolicyDetails.ResourceType') ?? from.texts('PolicyDetails.ResourceTypes[]')?.[0],
      everything: from.flag('DefaultPolicy', false),
      excludes: from.has('PolicyDetails.Exclusions'),
      targetTags: pairs(from.items('PolicyDetails.TargetTags[]')),
      copyRegions: union(
        from.texts('PolicyDetails.Schedules[].CrossRegionCopyRules[].TargetRegion', []),
        from.texts('PolicyDetails.Schedules[].CrossRegionCopyRules[].Target', []),
        from.texts('PolicyDetails.CrossRegionCopyTargets[].TargetRegion', []),
      ),
      copyKeys: setOf(from.texts('PolicyDetails.Schedules[].CrossRegionCopyRules[].CmkArn', [])),
      role: filled(from.text('ExecutionRoleArn')),
    }),
  },
  references: ({ copyKeys = [], role }) => [...usesKeys(...copyKeys), ...usesRoles(role)],
});

function pairs(items: readonly Properties[] | undefined): string[] | undefined {
  const told = items?.map((each) => [each.text('Key'), each.text('Value')]);
  return told === undefined || told.flat().includes(undefined) ? undefined : setOf(told.map(([key, value]) => `${key}=${value}`));
}

/** Terraform writes tags as a map. */
function tagMap(from: Properties, path: string): string[] | undefined {
  const tags = from.json(path);
  if (from.has(path) === false) return [];
  if (typeof tags !== 'object' || tags === null || Array.isArray(tags)) return undefined;
  return setOf(Object.entries(tags).flatMap(([key, value]) => (typeof value === 'string' ? [`${key}=${value}`] : [])));
}
