import { z } from 'zod';
import type { Observation } from './observation.ts';

const time = z.union([z.string(), z.number()]);

/** The answer of xray:GetServiceGraph, as `aws xray get-service-graph` prints it. */
export const serviceGraphSchema = z.looseObject({
  Services: z.array(
    z.looseObject({
      ReferenceId: z.number(),
      Name: z.string().optional(),
      Type: z.string().optional(),
      Edges: z.array(z.looseObject({ ReferenceId: z.number(), EndTime: time.optional() })).default([]),
    }),
  ),
});

/** Clients of the traced system are people, no resources. */
export function* xRayObservations({ Services }: z.infer<typeof serviceGraphSchema>): Iterable<Observation> {
  const byId = new Map(Services.map((service) => [service.ReferenceId, service]));
  for (const { Name: from, Type, Edges } of Services) {
    if (from === undefined || Type === 'client') continue;
    for (const { ReferenceId, EndTime } of Edges) {
      const to = byId.get(ReferenceId)?.Name;
      const at = isoTime(EndTime);
      if (to !== undefined && to !== from && at !== undefined) yield { from, to, how: 'X-Ray service graph', at };
    }
  }
}

/** The AWS CLI prints times as ISO 8601 or as seconds since 1970. */
function isoTime(time: string | number | undefined): string | undefined {
  if (time === undefined) return undefined;
  const date = new Date(typeof time === 'number' ? time * 1_000 : time);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
