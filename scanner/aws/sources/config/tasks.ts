import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../../../model/json.ts';
import { CallFailure } from '../../gateway/failure.ts';
import type { Context } from '../../scan/context.ts';
import type { At } from '../../scan/knowledge.ts';
import type { Note } from '../../scan/note.ts';
import type { Task, TaskLog } from '../../scan/task.ts';
import type { Probe } from '../../probe.ts';
import { configService } from '../../services/config-service.ts';
import type { Group } from './groups.ts';
import { configFact, configItemSchema } from './item.ts';
import { censusExpression, itemsExpression, select, type ConfigSource } from './query.ts';
import { batchItems, isRefused, refusedTypes, type RefusedType } from './refused-types.ts';
import { expected, type Expected } from '../../scan/expected.ts';

const scanner = 'config';

/** An aggregator: its account and region, and its name. */
export interface Aggregator extends At {
  readonly name: string;
}

export interface ConfigTasks {
  readonly context: Context;
  readonly aggregator?: Aggregator | undefined;
  probeOf(kind: string): Probe | undefined;
}

const placeName = ({ account, region }: At): string => `${account}/${region}`;

function sourceFor({ context, aggregator }: ConfigTasks, at: At): ConfigSource {
  const where = aggregator ?? at;
  return { place: context.gateway.at(where.account, where.region), aggregator: aggregator?.name };
}

const groupSchema = z.looseObject({ accountId: z.string().optional(), awsRegion: z.string().optional(), resourceType: z.string(), 'COUNT(*)': z.coerce.number().int().nonnegative() });

/** How many resources of which types there are: one query for an aggregator, else one for each place. */
export function censusTask(tasks: ConfigTasks, at: At, wanted: (at: At) => boolean): Task {
  const aggregated = tasks.aggregator !== undefined;
  return {
    id: aggregated ? `config-census:${tasks.aggregator?.name}` : `config-census:${placeName(at)}`,
    title: aggregated ? `Types and places that the aggregator ${tasks.aggregator?.name} knows` : `Types that AWS Config knows in ${at.account} ${at.region}`,
    ...at,
    scanner,
    calls: aggregated ? ['config:SelectAggregateResourceConfig', 'config:DescribeConfigurationAggregatorSourcesStatus'] : ['config:SelectResourceConfig'],
    expected: expected(aggregated ? 2 : 1),
    async run(log) {
      const source = sourceFor(tasks, at);
      const counted: Note[] = [];
      for await (const { rows } of select(source, censusExpression(aggregated), { grouped: true })) {
        for (const row of rows) {
          const { accountId = at.account, awsRegion = at.region, resourceType, 'COUNT(*)': count } = groupSchema.parse(JSON.parse(row));
          const place = { account: accountId, region: awsRegion };
          if (wanted(place)) counted.push({ note: 'census', ...place, resourceType, count });
        }
      }
      // Half a census would say that the types of the other half are not there.
      for (const note of counted) log.note(note);
      if (aggregated) await reportSources(log, source, wanted);
    },
  };
}

/** Accounts and regions that the aggregator could not gather from. */
async function reportSources(log: TaskLog, { place, aggregator }: ConfigSource, wanted: (at: At) => boolean): Promise<void> {
  for await (const { AggregatedSourceStatusList = [] } of place.pages(configService, 'DescribeConfigurationAggregatorSourcesStatus', { ConfigurationAggregatorName: aggregator, UpdateStatus: ['FAILED', 'OUTDATED'] })) {
    for (const { SourceId, SourceType, AwsRegion, LastUpdateStatus, LastErrorMessage = '' } of AggregatedSourceStatusList) {
      if (SourceType !== 'ACCOUNT' || SourceId === undefined || AwsRegion === undefined || !wanted({ account: SourceId, region: AwsRegion })) continue;
      const what = LastUpdateStatus === 'OUTDATED' ? 'holds old data' : 'has no data';
      log.miss({ account: SourceId, region: AwsRegion, scanner, asked: 'resources by the aggregator', reason: 'unresolved', message: `The aggregator ${what} of the place. ${LastErrorMessage}`.trim(), remedy: 'Authorise the aggregator there, or scan without --aggregator.' });
    }
  }
}

const cursorSchema = z.strictObject({ token: z.string(), counts: z.array(z.tuple([z.string(), z.int().nonnegative()])) });

/** Every resource of a place with configuration, relationships and tags, page by page. */
export function itemsTask(tasks: ConfigTasks, at: At): Task {
  return {
    id: `config:${placeName(at)}`,
    title: `Resources that AWS Config knows in ${at.account} ${at.region}`,
    ...at,
    scanner,
    calls: ['config:SelectResourceConfig'],
    expected: expected(pagesOf(sum(tasks.context.knowledge.census(at)))),
    run: (log) => readItems(log, tasks, { at, places: [at], expression: itemsExpression() }),
  };
}

/** The same of several places, by an aggregator. */
export function groupTask(tasks: ConfigTasks, aggregator: Aggregator, { accounts, regions, places, count }: Group): Task {
  const digest = createHash('sha256').update(canonicalJson([accounts, regions, places])).digest('hex').slice(0, 16);
  return {
    id: `config:${aggregator.name}:${digest}`,
    title: `Resources that the aggregator ${aggregator.name} knows in ${places.length} places`,
    account: aggregator.account,
    region: aggregator.region,
    places,
    scanner,
    calls: ['config:SelectAggregateResourceConfig'],
    expected: expected(pagesOf(count)),
    run: (log) => readItems(log, tasks, { at: aggregator, places, expression: itemsExpression({ accounts, regions }) }),
  };
}

const pagesOf = (count: number): number => Math.max(1, Math.ceil(count / 100));

interface Reading {
  /** Stands for the place of a row that names none. */
  readonly at: At;
  readonly places: readonly At[];
  readonly expression: string;
}

async function readItems(log: TaskLog, tasks: ConfigTasks, { at, places, expression }: Reading): Promise<void> {
  const { context } = tasks;
  const begun = log.cursor === undefined ? undefined : cursorSchema.parse(JSON.parse(log.cursor));
  const counts = new Map(begun?.counts);
  for await (const { rows, next } of select(sourceFor(tasks, at), expression, { from: begun?.token })) {
    for (const row of rows) {
      const place = placeName(state(log, parsed(row), { tasks, at }));
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    if (next !== undefined) log.checkpoint(JSON.stringify({ token: next, counts: [...counts] }));
  }
  for (const place of places) {
    const count = counts.get(placeName(place)) ?? 0;
    const expected = [...(context.knowledge.census(place) ?? [])].reduce((total, [type, each]) => total + (isRefused(type) ? 0 : each), 0);
    if (count < expected) log.miss({ ...place, scanner, asked: 'resources of every recorded type', reason: 'unresolved', message: `AWS Config counted ${expected} resources and told of ${count}.`, remedy: 'Scan again: the account may have changed meanwhile.' });
    log.fact({ type: 'coverage', what: 'config:items', count, source: { scanner, path: placeName(place), asOf: context.asOf } });
  }
}

const sum = (counts: ReadonlyMap<string, number> | undefined): number => [...(counts ?? [])].reduce((total, [, each]) => total + each, 0);

/** Types that queries refuse, at a place. */
export function refusedTask(tasks: ConfigTasks, at: At): Task {
  return {
    id: `config-batch:${placeName(at)}`,
    title: `Resources that AWS Config's queries leave out in ${at.account} ${at.region}`,
    ...at,
    scanner,
    calls: ['config:ListDiscoveredResources', 'config:BatchGetResourceConfig'],
    expected: refusedCalls(refusedTypes.filter((type) => tasks.context.knowledge.recorded(at, type)).length),
    run: (log) => readRefused(log, tasks, { at, types: refusedTypes.filter((type) => tasks.context.knowledge.recorded(at, type)), wanted: () => true }),
  };
}

/** The same of every place that an aggregator knows. */
export function aggregatedRefusedTask(tasks: ConfigTasks, aggregator: Aggregator, { places, wanted }: { readonly places: readonly At[]; readonly wanted: (at: At) => boolean }): Task {
  return {
    id: `config-batch:${aggregator.name}`,
    title: `Resources that AWS Config's queries leave out, by the aggregator ${aggregator.name}`,
    account: aggregator.account,
    region: aggregator.region,
    places,
    scanner,
    calls: ['config:ListAggregateDiscoveredResources', 'config:BatchGetAggregateResourceConfig'],
    expected: refusedCalls(refusedTypes.length),
    run: (log) => readRefused(log, tasks, { at: aggregator, types: refusedTypes, wanted }),
  };
}

/** Nobody counts them before they are listed: for a page of a hundred there is one more batch. */
const refusedCalls = (types: number): Expected => expected(types, types, types === 0 ? undefined : { what: 'types that queries of AWS Config refuse', callsForEach: 2 });

interface RefusedReading {
  readonly at: At;
  readonly types: readonly RefusedType[];
  readonly wanted: (at: At) => boolean;
}

async function readRefused(log: TaskLog, tasks: ConfigTasks, { at, types, wanted }: RefusedReading): Promise<void> {
  for (const type of types) {
    for await (const { items, unprocessed } of batchItems(sourceFor(tasks, at), type, wanted)) {
      for (const item of items) state(log, item, { tasks, at });
      if (unprocessed > 0) log.failed(unprocessedFailure(tasks.aggregator !== undefined), { resourceType: type, count: unprocessed });
    }
  }
}

function unprocessedFailure(aggregated: boolean): CallFailure {
  return new CallFailure(aggregated ? 'config:BatchGetAggregateResourceConfig' : 'config:BatchGetResourceConfig', {
    name: 'UnprocessedResourceKeys',
    reason: 'throttled',
    message: 'AWS Config kept leaving them unprocessed.',
    remedy: 'Resume the scan with --resume when the account is less busy.',
    consequence: { transient: true },
  });
}

function parsed(row: string): unknown {
  try {
    return JSON.parse(row);
  } catch {
    return undefined;
  }
}

/** States the resource of a row; answers its place, as far as the row says. */
function state(log: TaskLog, row: unknown, { tasks, at: { account, region } }: { readonly tasks: ConfigTasks; readonly at: At }): At {
  const item = configItemSchema.safeParse(row);
  if (!item.success) {
    log.miss({ account, region, scanner, asked: 'resources of every recorded type', reason: 'unparsable', message: 'AWS Config told of it in a form that this version does not know.', count: 1 });
    return { account, region };
  }
  const fact = configFact(item.data, { account, region, asOf: tasks.context.asOf, probeOf: tasks.probeOf });
  if (fact !== undefined) log.fact(fact);
  return { account: item.data.accountId ?? account, region: item.data.awsRegion ?? region };
}
