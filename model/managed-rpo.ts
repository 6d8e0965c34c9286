import type { Properties } from './properties.ts';

/** Of the parameters of an Aurora PostgreSQL cluster the one that bounds what a failover may lose, in seconds. No other is read. */
const managedRpoParameter = 'rds.global_db_rpo';

/**
 * Seconds that somebody set it to, from a list of parameters; 0 where it is not among them, which means that no RPO is managed. `members`
 * are what the list calls name and value. Undefined where that is not told.
 */
export function managedRpo(parameters: readonly Properties[] | undefined, members: readonly [name: string, value: string]): number | undefined {
  if (parameters === undefined) return undefined;
  const named = parameters.map((each) => each.text(members[0]));
  const own = parameters[named.indexOf(managedRpoParameter)];
  if (own !== undefined) return own.count(members[1]);
  return named.includes(undefined) ? undefined : 0;
}
