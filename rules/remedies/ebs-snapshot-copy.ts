import { expression, type MakeRemedy } from '../remedy.ts';
import { homeOf, isPhysical, keyLimit, label, logicalId } from './words.ts';

/** A lifecycle policy that makes daily snapshots of tagged volumes and copies them to the target. */
export const ebsSnapshotCopy: MakeRemedy = (volume, { intent: { home, target } }) => {
  if (volume.kind !== 'ebs-volume') return undefined;
  const { name, account = 'ACCOUNT', partition = 'aws', attributes: { encrypted = false, kmsKey } } = volume;
  const from = homeOf(volume, home);
  const value = volume.tags['backup'] ?? 'daily';
  const tagged = volume.tags['backup'] !== undefined;
  const volumeId = isPhysical(volume) ? (volume.arn?.split('/').at(-1) ?? name) : 'VOLUME_ID';
  const [id, tf] = [logicalId(name), label(name)];
  const role = `arn:${partition}:iam::${account}:role/service-role/AWSDataLifecycleManagerDefaultRole`;
  const details = {
    ResourceTypes: ['VOLUME'], TargetTags: [{ Key: 'backup', Value: value }],
    Schedules: [{ Name: 'daily', CreateRule: { Interval: 24, IntervalUnit: 'HOURS', Times: ['03:00'] }, RetainRule: { Count: 7 }, CrossRegionCopyRules: [{ Target: target, Encrypted: encrypted, RetainRule: { Interval: 7, IntervalUnit: 'DAYS' } }] }],
  };
  return {
    title: `Copy snapshots of ${name} to ${target}`,
    cloudformation: [
      ...(tagged ? [] : [{ region: from, merge: true as const, note: `merge the tag into the volume ${name}`, resources: { [id]: { Type: 'AWS::EC2::Volume', Properties: { Tags: [{ Key: 'backup', Value: value }] } } } }]),
      { region: from, resources: { [`${id}Snapshots`]: { Type: 'AWS::DLM::LifecyclePolicy', Properties: { Description: `Daily snapshots with a copy in ${target}`, State: 'ENABLED', ExecutionRoleArn: role, PolicyDetails: details } } } },
    ],
    terraform: [
      ...(tagged ? [] : [{ type: 'resource', labels: ['aws_ec2_tag', tf], body: { resource_id: volumeId, key: 'backup', value } }]),
      { type: 'variable', labels: [`${tf}_lifecycle_role`], body: { type: expression('string'), description: 'Role of Data Lifecycle Manager' } },
      {
        type: 'resource', labels: ['aws_dlm_lifecycle_policy', tf], body: { description: `Daily snapshots with a copy in ${target}`, execution_role_arn: expression(`var.${tf}_lifecycle_role`), state: 'ENABLED' },
        blocks: [{
          type: 'policy_details', body: { resource_types: ['VOLUME'], target_tags: { backup: value } },
          blocks: [{
            type: 'schedule', body: { name: 'daily' },
            blocks: [
              { type: 'create_rule', body: { interval: 24, interval_unit: 'HOURS', times: ['03:00'] } }, { type: 'retain_rule', body: { count: 7 } },
              { type: 'cross_region_copy_rule', body: { target, encrypted }, blocks: [{ type: 'retain_rule', body: { interval: 7, interval_unit: 'DAYS' } }] },
            ],
          }],
        }],
      },
    ],
    cli: [
      ...(tagged ? [] : [{ region: from, words: ['ec2', 'create-tags', '--resources', volumeId, '--tags', `Key=backup,Value=${value}`] as const }]),
      { region: from, words: ['dlm', 'create-lifecycle-policy', '--description', `Daily snapshots with a copy in ${target}`, '--state', 'ENABLED', '--execution-role-arn', role, '--policy-details', JSON.stringify(details)] },
    ],
    limits: [`It takes every volume tagged backup=${value}.`, ...(volumeId === 'VOLUME_ID' && !tagged ? ['Put the id of the volume in place of VOLUME_ID.'] : []), ...keyLimit(kmsKey, 'the copies (CmkArn)'), ...(volume.account === undefined ? ['Put the account in place of ACCOUNT.'] : []), 'Schedule and retention are examples: decide on them.'],
  };
};
