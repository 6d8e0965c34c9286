import { z } from 'zod';
import { kind } from '../kind.ts';
import { usesRoles } from '../linking.ts';
import { filled, setOf } from '../reading.ts';

/** No probe asks for plans, as there is no package of the client to install: an inventory names those that run, templates and Terraform tell what is in them. */
export const arcRegionSwitchPlan = kind({
  id: 'arc-region-switch-plan',
  title: 'ARC Region switch plan',
  traits: ['operations', 'global'],
  names: { cloudformation: 'AWS::ARCRegionSwitch::Plan', terraform: ['aws_arcregionswitch_plan'] },
  name: { cloudformation: 'Name', terraform: 'name' },
  attributes: z.object({
    regions: z.array(z.string()).describe('Regions that it switches between'),
    primaryRegion: z.string().describe('Region that is active in normal operation, for active/passive plans'),
    approach: z.string().describe('activePassive or activeActive'),
    objectiveMinutes: z.number().describe('Recovery time objective that it is measured by, in minutes'),
    role: z.string().describe('Role that it runs with'),
  }),
  read: {
    cloudformation: (from) => ({
      regions: setOf(from.texts('Regions[]')),
      primaryRegion: from.text('PrimaryRegion'),
      approach: from.text('RecoveryApproach'),
      objectiveMinutes: from.count('RecoveryTimeObjectiveMinutes'),
      role: filled(from.text('ExecutionRole')),
    }),
    terraform: (from) => ({
      regions: setOf(from.texts('regions[]')),
      primaryRegion: filled(from.text('primary_region')),
      approach: filled(from.text('recovery_approach')),
      objectiveMinutes: from.count('recovery_time_objective_minutes'),
      role: filled(from.text('execution_role')),
    }),
    describe: (from) => ({
      regions: setOf(from.texts('regions[]')),
      primaryRegion: from.text('primaryRegion'),
      approach: from.text('recoveryApproach'),
      objectiveMinutes: from.count('recoveryTimeObjectiveMinutes'),
      role: from.text('executionRole'),
    }),
  },
  references: ({ role }) => usesRoles(role),
});
