import { z } from 'zod';
import { isoTime, type Observation } from './observation.ts';
import { tracedResource } from './traced-resource.ts';

const time = z.union([z.string(), z.number()]);

/** The answer of xray:GetServiceGraph, as `aws xray get-service-graph` prints it. */
export const serviceGraphSchema = z.looseObject({
  Services: z.array(
    z.looseObject({
      ReferenceId: z.number(),
      Name: z.string().optional(),
      Names: z.array(z.string()).optional(),
      Type: z.string().optional(),
      AccountId: z.string().optional(),
      Edges: z.array(z.looseObject({ ReferenceId: z.number(), StartTime: time.optional(), EndTime: time.optional(), SummaryStatistics: z.looseObject({ TotalCount: z.number().optional() }).optional() })).default([]),
    }),
  ),
});
type Service = z.infer<typeof serviceGraphSchema>['Services'][number];

/** Calls between nodes that mean a resource. `unknown` counts those that have a name of an application's own. Clients of the traced system are people. */
export function xRayObservations({ Services }: z.infer<typeof serviceGraphSchema>): { readonly seen: readonly Observation[]; readonly unknown: number } {
  const ends = new Map(Services.map((service) => [service.ReferenceId, endOf(service)]));
  const seen = Services.flatMap(({ ReferenceId, AccountId, Edges }) =>
    Edges.flatMap(({ ReferenceId: other, StartTime, EndTime, SummaryStatistics }): Observation[] => {
      const [from, to, last] = [ends.get(ReferenceId), ends.get(other), isoTime(EndTime)];
      if (from === undefined || to === undefined || last === undefined || from.id === to.id) return [];
      return [{ from, to, how: 'X-Ray service graph', first: isoTime(StartTime) ?? last, last, times: SummaryStatistics?.TotalCount ?? 1, account: AccountId }];
    }),
  );
  return { seen, unknown: Services.filter((service) => service.Type !== 'client' && ends.get(service.ReferenceId) === undefined).length };
}

function endOf({ Name, Names = [], Type }: Service): Observation['from'] | undefined {
  return Name === undefined || Type === 'client' ? undefined : tracedResource(Names.find((each) => each.startsWith('arn:')) ?? Name, Type);
}
