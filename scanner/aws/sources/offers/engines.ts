import { isVersion, type EngineInUse } from '../../../../model/engine-in-use.ts';
import { compareText } from '../../../../model/json.ts';
import type { Place } from '../../probe.ts';
import type { Context } from '../../scan/context.ts';
import type { Task } from '../../scan/task.ts';
import { CallFailure } from '../../gateway/failure.ts';
import { eks } from '../../services/eks.ts';
import { elasticache } from '../../services/elasticache.ts';
import { kafka } from '../../services/kafka.ts';
import { mq } from '../../services/mq.ts';
import { opensearch } from '../../services/opensearch.ts';
import { rds } from '../../services/rds.ts';
import { expected } from '../../scan/expected.ts';

interface Asking {
  readonly context: Context;
  readonly account: string;
}

/** Whether the target offers the engine versions in use. Each service is asked once for each of its engines. */
export function engineOffersTask(target: string, engines: readonly EngineInUse[], { context, account }: Asking): Task {
  const groups = [...Map.groupBy(engines, ({ family, engine = '' }) => `${family}/${engine}`)].sort(([a], [b]) => compareText(a, b));
  return {
    id: `offers-engines:${target}:${engines.map(({ key }) => key).toSorted(compareText).join(',')}`,
    title: `Engine versions that ${target} offers`,
    account,
    region: target,
    scanner: 'engines',
    calls: groups.flatMap(([, [first]]) => (first === undefined ? [] : [first.ask as `${string}:${string}`])).filter((call, at, all) => all.indexOf(call) === at),
    expected: expected(groups.length, 5 * groups.length),
    async run(log) {
      const place = context.gateway.at(account, target);
      for (const [, group] of groups) {
        const [first] = group;
        if (first === undefined) continue;
        try {
          const offered = await versionsOf(place, first);
          // A region that offers the engine offers some version of it: where it seems to offer none, the answer is not believed.
          if (offered.length === 0) log.miss({ account, region: target, scanner: first.family, asked: `versions of ${first.engine ?? first.family} that ${target} offers`, reason: 'unresolved', message: 'The service names no version at all.' });
          else for (const { key, version } of group) log.fact({ type: 'offer', region: target, what: `engine:${key}`, available: offered.some((each) => isVersion(each, version)), source: { scanner: first.family, asOf: context.asOf } });
        } catch (thrown) {
          if (!(thrown instanceof CallFailure)) throw thrown;
          log.failed(thrown);
        }
      }
    },
  };
}

/** Versions of the engine that a region offers for new resources. */
export async function versionsOf(place: Place, { family, engine }: Pick<EngineInUse, 'family' | 'engine'>): Promise<string[]> {
  const found: (string | undefined)[] = [];
  switch (family) {
    case 'rds':
      for await (const { DBEngineVersions = [] } of place.pages(rds, 'DescribeDBEngineVersions', { Engine: engine, MaxRecords: 100 })) found.push(...DBEngineVersions.map(({ EngineVersion }) => EngineVersion));
      break;
    case 'elasticache':
      for await (const { CacheEngineVersions = [] } of place.pages(elasticache, 'DescribeCacheEngineVersions', { Engine: engine, MaxRecords: 100 })) found.push(...CacheEngineVersions.map(({ EngineVersion }) => EngineVersion));
      break;
    case 'es':
      for await (const { Versions = [] } of place.pages(opensearch, 'ListVersions', { MaxResults: 100 })) found.push(...Versions);
      break;
    case 'kafka':
      for await (const { KafkaVersions = [] } of place.pages(kafka, 'ListKafkaVersions', { MaxResults: 100 })) found.push(...KafkaVersions.filter(({ Status }) => Status !== 'DEPRECATED').map(({ Version }) => Version));
      break;
    case 'mq':
      for await (const { BrokerEngineTypes = [] } of place.pages(mq, 'DescribeBrokerEngineTypes', { EngineType: engine?.toUpperCase(), MaxResults: 100 })) found.push(...BrokerEngineTypes.flatMap(({ EngineVersions = [] }) => EngineVersions.map(({ Name }) => Name)));
      break;
    case 'eks':
      for await (const { clusterVersions = [] } of place.pages(eks, 'DescribeClusterVersions', { maxResults: 100 })) found.push(...clusterVersions.map(({ clusterVersion }) => clusterVersion));
  }
  return found.filter((version) => version !== undefined);
}
