import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dlmLifecyclePolicy } from '../../../model/kinds/dlm-lifecycle-policy.ts';
import { attributesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

const role = 'arn:aws:iam::123456789012:role/dlm';
const key = 'arn:aws:kms:eu-central-1:123456789012:key/1';

describe('dlm-lifecycle-policy', () => {
  it('reads the same attributes from both', () => {
    const PolicyDetails = { ResourceTypes: ['VOLUME'], TargetTags: [{ Key: 'backup', Value: 'daily' }], Schedules: [{ CrossRegionCopyRules: [{ Target: 'eu-central-1', Encrypted: true, CmkArn: key }] }] };
    const read = sameAttributes(dlmLifecyclePolicy, {
      cloudformation: { State: 'ENABLED', ExecutionRoleArn: role, PolicyDetails },
      terraform: { state: 'ENABLED', execution_role_arn: role, policy_details: [{ resource_types: ['VOLUME'], target_tags: { backup: 'daily' }, schedule: [{ cross_region_copy_rule: [{ target: 'eu-central-1', encrypted: true, cmk_arn: key }] }] }] },
    });
    assert.deepEqual(read, { enabled: true, takes: 'VOLUME', everything: false, excludes: false, targetTags: ['backup=daily'], copyRegions: ['eu-central-1'], copyKeys: [key], role });
    sameDescribed(dlmLifecyclePolicy, { like: read, describe: { PolicyId: 'policy-1', State: 'ENABLED', ExecutionRoleArn: role, DefaultPolicy: false, PolicyDetails } });
  });

  it('knows a default policy', () => {
    const read = attributesOf(dlmLifecyclePolicy, 'cloudformation', { DefaultPolicy: 'VOLUME', CrossRegionCopyTargets: [{ TargetRegion: 'eu-central-1' }], Exclusions: { ExcludeBootVolumes: true } });
    assert.deepEqual([read['everything'], read['takes'], read['excludes'], read['copyRegions']], [true, 'VOLUME', true, ['eu-central-1']]);
  });
});
