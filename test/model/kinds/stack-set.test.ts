import assert from 'node:assert/strict';
import { it } from 'node:test';
import { stackSet } from '../../../model/kinds/stack-set.ts';
import { sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

it('stack-set reads its regions and whether it takes them at once', () => {
  const role = 'arn:aws:iam::111122223333:role/admin';
  const read = sameAttributes(stackSet, {
    cloudformation: { StackSetName: 'baseline', AdministrationRoleARN: role, OperationPreferences: { RegionConcurrencyType: 'PARALLEL' }, StackInstancesGroup: [{ Regions: ['us-east-1', 'eu-west-1'] }] },
    terraform: { name: 'baseline', administration_role_arn: role, operation_preferences: { region_concurrency_type: 'PARALLEL' } },
    ignore: ['deployedRegions'],
  });
  assert.deepEqual(read, { deployedRegions: ['eu-west-1', 'us-east-1'], parallelRegions: true, role });
  sameDescribed(stackSet, { like: read, untold: ['parallelRegions'], describe: { StackSetName: 'baseline', StackSet: { Regions: ['us-east-1', 'eu-west-1'], AdministrationRoleARN: role } } });
});
