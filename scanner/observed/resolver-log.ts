import { z } from 'zod';
import { isoTime, type Observation } from './observation.ts';

/** A line of a Route 53 Resolver query log. */
export const queryLogSchema = z.looseObject({
  query_name: z.string().max(255),
  query_timestamp: z.string().refine((time) => isoTime(time) !== undefined),
  vpc_id: z.string().optional(),
  rcode: z.string().optional(),
  srcids: z.looseObject({ instance: z.string().optional(), resolver_endpoint: z.string().optional() }).optional(),
});

const hostName = /^[a-z0-9_*][a-z0-9_.*-]{0,252}$/i;
/** Names of addresses, which say nothing of what is called. */
const isReverse = /\.(?:in-addr|ip6)\.arpa$/;

/** The instance or endpoint that asked, else its VPC, and the host that it asked for. A name that does not exist is none: search lists ask for many. */
export function* queryObservations({ query_name, query_timestamp, vpc_id, rcode, srcids }: z.infer<typeof queryLogSchema>): Iterable<Observation> {
  const from = srcids?.instance ?? srcids?.resolver_endpoint ?? vpc_id;
  const to = query_name.replace(/\.$/, '').toLowerCase();
  if (from === undefined || rcode === 'NXDOMAIN' || !hostName.test(to) || !to.includes('.') || isReverse.test(to)) return;
  const at = isoTime(query_timestamp) ?? query_timestamp;
  yield { from: { id: from }, to: { id: to }, how: 'DNS query', first: at, last: at, times: 1 };
}
