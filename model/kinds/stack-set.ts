import { z } from 'zod';
import { kind } from '../kind.ts';
import { usesRoles } from '../linking.ts';
import { filled, is, setOf } from '../reading.ts';

export const stackSet = kind({
  id: 'stack-set',
  title: 'CloudFormation StackSet',
  traits: ['operations'],
  names: { cloudformation: 'AWS::CloudFormation::StackSet', terraform: ['aws_cloudformation_stack_set'] },
  arn: 'arn:{partition}:cloudformation:{region}:{account}:stackset/{id}',
  name: { cloudformation: 'StackSetName', terraform: 'name' },
  attributes: z.object({
    deployedRegions: z.array(z.string()).describe('Regions that it has stack instances in'),
    parallelRegions: z.boolean().describe('It deploys to all regions at the same time'),
    role: z.string().describe('Administration role'),
  }),
  read: {
    cloudformation: (from) => ({
      deployedRegions: setOf(from.texts('StackInstancesGroup[].Regions[]', [])),
      parallelRegions: is(from.text('OperationPreferences.RegionConcurrencyType', 'SEQUENTIAL'), 'PARALLEL'),
      role: filled(from.text('AdministrationRoleARN')),
    }),
    terraform: (from) => ({
      parallelRegions: is(filled(from.text('operation_preferences.region_concurrency_type', 'SEQUENTIAL')), 'PARALLEL'),
      role: filled(from.text('administration_role_arn')),
    }),
    describe: (from) => ({ deployedRegions: setOf(from.texts('StackSet.Regions[]', [])), role: filled(from.text('StackSet.AdministrationRoleARN')) }),
  },
  references: ({ role }) => usesRoles(role),
});
