import { z } from 'zod';
import { CallFailure } from '../gateway/failure.ts';
import type { Context } from '../scan/context.ts';
import type { Task, TaskLog } from '../scan/task.ts';
import { resourceExplorer } from '../services/resource-explorer.ts';
import { tagsIn } from '../tags.ts';
import { namedResource } from './named-resource.ts';
import { expected } from '../scan/expected.ts';

const scanner = 'resource-explorer';
const pageSize = 1_000;
const cursorSchema = z.strictObject({ region: z.string(), token: z.string(), count: z.int().nonnegative() });

/** Every resource that Resource Explorer's indexes hold for an account, with or without tags. Those that another inventory has told are left out. */
export function explorerTask(account: string, context: Context): Task {
  return {
    id: `explorer:${account}`,
    title: `Resources that Resource Explorer knows in ${account}`,
    account,
    region: context.globalRegion,
    scanner,
    calls: ['resource-explorer-2:ListIndexes', 'resource-explorer-2:GetDefaultView', 'resource-explorer-2:GetView', 'resource-explorer-2:ListResources'],
    expected: expected(4),
    async run(log) {
      const begun = log.cursor === undefined ? undefined : cursorSchema.parse(JSON.parse(log.cursor));
      const indexes = await indexesOf(account, context);
      const asked = indexes.all === undefined ? indexes.local : [indexes.all];
      for (const region of asked) {
        if (begun !== undefined && region < begun.region) continue;
        try {
          const whole = await explore(log, { account, region, context, from: begun?.region === region ? begun : undefined });
          const covered = region === indexes.all ? indexes.local : [region];
          if (whole) for (const each of covered) log.note({ note: 'explored', account, region: each });
        } catch (thrown) {
          // One index that does not answer says nothing of the others.
          if (!(thrown instanceof CallFailure) || thrown.consequence.restart === true) throw thrown;
          log.failed(thrown, { region });
        }
      }
    },
  };
}

interface Indexes {
  /** Region of the index that holds every region's. */
  readonly all: string | undefined;
  /** Regions that have an index, sorted. */
  readonly local: readonly string[];
}

async function indexesOf(account: string, { gateway, globalRegion }: Context): Promise<Indexes> {
  const local: string[] = [];
  let all: string | undefined;
  for await (const { Indexes = [] } of gateway.at(account, globalRegion).pages(resourceExplorer, 'ListIndexes', {})) {
    for (const { Region, Type } of Indexes) {
      if (Region === undefined) continue;
      local.push(Region);
      if (Type === 'AGGREGATOR') all = Region;
    }
  }
  return { all, local: local.sort() };
}

interface Exploring {
  readonly account: string;
  readonly region: string;
  readonly context: Context;
  readonly from: { readonly token: string; readonly count: number } | undefined;
}

/** Whether everything that the index holds was told: a view may filter. */
async function explore(log: TaskLog, { account, region, context, from }: Exploring): Promise<boolean> {
  const place = context.gateway.at(account, region);
  const { ViewArn } = await place.call(resourceExplorer, 'GetDefaultView', {});
  if (ViewArn === undefined || ViewArn === '') return false;
  const { View } = await place.call(resourceExplorer, 'GetView', { ViewArn });
  const source = { scanner, path: `${account}/${region}`, asOf: context.asOf };
  let count = from?.count ?? 0;
  for await (const { Resources = [], NextToken } of place.pages(resourceExplorer, 'ListResources', { ViewArn, MaxResults: pageSize, ...(from === undefined ? {} : { NextToken: from.token }) })) {
    for (const { Arn, CfnResourceType, OwningAccountId = account, Region, Properties = [] } of Resources) {
      if (Arn === undefined || isTold(context.knowledge.told(Arn))) continue;
      if (Region !== undefined && Region !== 'global' && context.regions.length > 0 && !context.regions.includes(Region)) continue;
      const tags = tagsIn(Properties.find(({ Name }) => Name === 'tags')?.Data) ?? {};
      const fact = namedResource({ arn: Arn, type: CfnResourceType, account: OwningAccountId, region: Region, tags, source });
      if (fact === undefined) continue;
      log.fact(fact);
      count += 1;
    }
    if (NextToken !== undefined && NextToken !== '') log.checkpoint(JSON.stringify({ region, token: NextToken, count }));
  }
  if (count > 0) log.fact({ type: 'coverage', what: 'explorer:resources', count, source });
  return (View?.Filters?.FilterString ?? '').trim() === '';
}

const isTold = (by: ReadonlySet<string> | undefined): boolean => by?.has('@config') === true || by?.has('@tagging') === true;
