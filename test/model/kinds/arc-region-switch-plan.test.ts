import assert from 'node:assert/strict';
import { it } from 'node:test';
import { arcRegionSwitchPlan } from '../../../model/kinds/arc-region-switch-plan.ts';
import { attributesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

it('arc-region-switch-plan reads the regions that it switches between and how', () => {
  const role = 'arn:aws:iam::111122223333:role/switch';
  const read = sameAttributes(arcRegionSwitchPlan, {
    cloudformation: { Name: 'shop', ExecutionRole: role, RecoveryApproach: 'activePassive', Regions: ['us-east-1', 'eu-west-1'], PrimaryRegion: 'us-east-1', RecoveryTimeObjectiveMinutes: 30, Workflows: [] },
    terraform: { name: 'shop', execution_role: role, recovery_approach: 'activePassive', regions: ['us-east-1', 'eu-west-1'], primary_region: 'us-east-1', recovery_time_objective_minutes: 30 },
  });
  assert.deepEqual(read, { regions: ['eu-west-1', 'us-east-1'], primaryRegion: 'us-east-1', approach: 'activePassive', objectiveMinutes: 30, role });
  sameDescribed(arcRegionSwitchPlan, { like: read, describe: { name: 'shop', executionRole: role, recoveryApproach: 'activePassive', regions: ['us-east-1', 'eu-west-1'], primaryRegion: 'us-east-1', recoveryTimeObjectiveMinutes: 30 } });
  assert.deepEqual(attributesOf(arcRegionSwitchPlan, 'cloudformation', { Name: 'shop' }), {});
});
