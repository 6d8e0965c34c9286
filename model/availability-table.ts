import { z } from 'zod';
import { availabilityStates } from './availability.ts';

/** What the estate uses and where that is offered, as the dated tables know it. */
export const availabilityTableSchema = z.strictObject({
  home: z.array(z.string()).describe('Whose resources are counted'),
  regions: z.array(z.string()).describe('Region codes; the columns of states'),
  types: z.array(
    z.strictObject({
      type: z.string().describe('CloudFormation type'),
      service: z.string().describe('Code of its service, or the type’s namespace where the tables have none'),
      title: z.string().describe('Name of the service'),
      resources: z.int().describe('Resources at home of this type'),
      states: z.array(z.enum(availabilityStates)).describe('One for each region'),
    }),
  ),
  sources: z.array(z.strictObject({ title: z.string(), source: z.string(), date: z.string() })),
});
export type AvailabilityTable = z.infer<typeof availabilityTableSchema>;
