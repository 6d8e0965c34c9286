import { z } from 'zod';
import { tagsIn } from '../tags.ts';
import type { Context } from '../scan/context.ts';
import type { At } from '../scan/knowledge.ts';
import type { Task } from '../scan/task.ts';
import { tagging } from '../services/tagging.ts';
import { namedResource } from './named-resource.ts';
import { expected, type Expected } from '../scan/expected.ts';

const scanner = 'tagging';
const pageSize = 100;
const cursorSchema = z.strictObject({ token: z.string(), count: z.int().nonnegative() });

/** Resources that have or had tags, at a place. Those whose tags another inventory has told are left out. */
export function taggingTask(at: At, context: Context): Task {
  const { account, region } = at;
  return {
    id: `tagging:${account}/${region}`,
    title: `Tagged resources in ${account} ${region}`,
    account,
    region,
    scanner,
    calls: ['tag:GetResources'],
    expected: taggingCalls(at, context),
    async run(log) {
      const source = { scanner, path: `${account}/${region}`, asOf: context.asOf };
      const place = context.gateway.at(account, region);
      const begun = log.cursor === undefined ? undefined : cursorSchema.parse(JSON.parse(log.cursor));
      let count = begun?.count ?? 0;
      for await (const { ResourceTagMappingList = [], PaginationToken } of place.pages(tagging, 'GetResources', { ResourcesPerPage: pageSize, ...(begun === undefined ? {} : { PaginationToken: begun.token }) })) {
        for (const { ResourceARN, Tags } of ResourceTagMappingList) {
          if (ResourceARN === undefined || context.knowledge.told(ResourceARN)?.has('@config') === true) continue;
          const fact = namedResource({ arn: ResourceARN, account, tags: tagsIn(Tags) ?? {}, source, region: isRegional(ResourceARN) ? region : undefined });
          if (fact === undefined) continue;
          log.fact(fact);
          count += 1;
        }
        if (PaginationToken !== undefined && PaginationToken !== '') log.checkpoint(JSON.stringify({ token: PaginationToken, count }));
      }
      log.note({ note: 'tagged', account, region });
      if (count > 0) log.fact({ type: 'coverage', what: 'tagging:resources', count, source });
    },
  };
}

/** API Gateway's ARNs have a region and no account; S3's have neither, and are listed where the bucket is. */
const isRegional = (arn: string): boolean => /^arn:[\w-]+:s3:/.test(arn);

/** No more resources have tags than there are. */
function taggingCalls(at: At, { knowledge }: Context): Expected {
  const inConfig = [...(knowledge.census(at) ?? [])].reduce((sum, [, count]) => sum + count, 0);
  return expected(1, Math.ceil(Math.max(inConfig, knowledge.named(at)) / pageSize), { what: 'tagged resources that no inventory has counted', callsForEach: 1 });
}
