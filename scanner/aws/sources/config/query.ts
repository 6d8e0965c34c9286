import type { Place } from '../../probe.ts';
import { configService } from '../../services/config-service.ts';

/** Where AWS Config is asked: the place itself, or an aggregator that has gathered many. */
export interface ConfigSource {
  readonly place: Place;
  readonly aggregator?: string | undefined;
}

/** Members that `*` leaves out must be named. */
const columns = '*, configuration, supplementaryConfiguration, relationships, tags, configurationItemStatus';
const pageSize = 100;

export function censusExpression(aggregated: boolean): string {
  const by = aggregated ? 'accountId, awsRegion, resourceType' : 'resourceType';
  return `SELECT ${by}, COUNT(*) GROUP BY ${by}`;
}

/** Of an aggregator, resources of the accounts, and of these regions only where any are named; else those of the place that is asked. */
export function itemsExpression(group?: { readonly accounts: readonly string[]; readonly regions: readonly string[] }): string {
  if (group === undefined) return `SELECT ${columns}`;
  const conditions = [['accountId', group.accounts], ['awsRegion', group.regions]] as const;
  return `SELECT ${columns} WHERE ${conditions.filter(([, values]) => values.length > 0).map(([column, values]) => `${column} IN (${values.map((value) => `'${value}'`).join(', ')})`).join(' AND ')}`;
}

export interface Rows {
  /** Rows as JSON text, as AWS gives them. */
  readonly rows: readonly string[];
  /** Where the next page begins; undefined after the last one. */
  readonly next?: string | undefined;
}

/** Pages of a query, from a token on. */
export async function* select({ place, aggregator }: ConfigSource, expression: string, { from, grouped = false }: { readonly from?: string | undefined; readonly grouped?: boolean } = {}): AsyncIterable<Rows> {
  // Pages of groups are five times as large as any limit that may be named.
  const input = { Expression: expression, ...(grouped ? {} : { Limit: pageSize }), ...(from === undefined ? {} : { NextToken: from }) };
  const pages = aggregator === undefined ? place.pages(configService, 'SelectResourceConfig', input) : place.pages(configService, 'SelectAggregateResourceConfig', { ...input, ConfigurationAggregatorName: aggregator });
  for await (const { Results = [], NextToken } of pages) yield { rows: Results, next: NextToken === '' ? undefined : NextToken };
}
