import { z } from 'zod';
import type { Observation } from './observation.ts';

/** A line of a Route 53 Resolver query log. */
export const queryLogSchema = z.looseObject({
  query_name: z.string().max(255),
  query_timestamp: z.string(),
  vpc_id: z.string().optional(),
  srcids: z.looseObject({ instance: z.string().optional(), resolver_endpoint: z.string().optional() }).optional(),
});

const hostName = /^[a-z0-9_*][a-z0-9_.*-]{0,252}$/i;

/** The instance that asked, else its VPC, and the host that it asked for. */
export function* queryObservations({ query_name, query_timestamp, vpc_id, srcids }: z.infer<typeof queryLogSchema>): Iterable<Observation> {
  const from = srcids?.instance ?? vpc_id;
  const to = query_name.replace(/\.$/, '').toLowerCase();
  if (from !== undefined && hostName.test(to) && to.includes('.')) yield { from, to, how: 'DNS query', at: query_timestamp };
}
