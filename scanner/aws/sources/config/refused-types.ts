import { z } from 'zod';
import type { At } from '../../scan/knowledge.ts';
import { configService } from '../../services/config-service.ts';
import type { ConfigSource } from './query.ts';

/** Types that advanced queries do not serve; they are listed and fetched in batches, without relationships and tags. */
export const refusedTypes = ['AWS::Cognito::UserPool', 'AWS::ElasticLoadBalancingV2::Listener', 'AWS::IAM::InstanceProfile', 'AWS::MediaConnect::FlowEntitlement'] as const;
export const isRefused = (type: string): boolean => (refusedTypes as readonly string[]).includes(type);
export type RefusedType = (typeof refusedTypes)[number];

const batchSize = 100;
/** Times that AWS is asked for what it left unprocessed, before that counts as throttling. */
const batchAttempts = 5;
const itemSchema = z.looseObject({});

/** Items of a refused type at a place, as batch-get answers them, in batches; and how many keys AWS did not process. */
export async function* batchItems(source: ConfigSource, at: At, type: RefusedType): AsyncIterable<{ readonly items: readonly object[]; readonly unprocessed: number }> {
  for await (const ids of source.aggregator === undefined ? listed(source, type) : listedByAggregator(source, at, type)) {
    for (let from = 0; from < ids.length; from += batchSize) {
      let left: readonly string[] = ids.slice(from, from + batchSize);
      for (let attempt = 0; attempt < batchAttempts && left.length > 0; attempt += 1) {
        const { items, unprocessed } = await batch(source, at, { type, ids: left });
        left = unprocessed;
        yield { items, unprocessed: attempt === batchAttempts - 1 ? left.length : 0 };
      }
    }
  }
}

async function* listed({ place }: ConfigSource, type: RefusedType): AsyncIterable<string[]> {
  for await (const { resourceIdentifiers = [] } of place.pages(configService, 'ListDiscoveredResources', { resourceType: type, limit: batchSize })) {
    yield resourceIdentifiers.flatMap(({ resourceId }) => (resourceId === undefined ? [] : [resourceId]));
  }
}

async function* listedByAggregator({ place, aggregator }: ConfigSource, { account, region }: At, type: RefusedType): AsyncIterable<string[]> {
  const input = { ConfigurationAggregatorName: aggregator, ResourceType: type, Filters: { AccountId: account, Region: region }, Limit: batchSize };
  for await (const { ResourceIdentifiers = [] } of place.pages(configService, 'ListAggregateDiscoveredResources', input)) {
    yield ResourceIdentifiers.flatMap(({ ResourceId }) => (ResourceId === undefined ? [] : [ResourceId]));
  }
}

async function batch({ place, aggregator }: ConfigSource, { account, region }: At, { type, ids }: { readonly type: RefusedType; readonly ids: readonly string[] }): Promise<{ items: object[]; unprocessed: string[] }> {
  if (aggregator === undefined) {
    const { baseConfigurationItems = [], unprocessedResourceKeys = [] } = await place.call(configService, 'BatchGetResourceConfig', { resourceKeys: ids.map((resourceId) => ({ resourceType: type, resourceId })) });
    return { items: baseConfigurationItems.map((item) => itemSchema.parse(item)), unprocessed: unprocessedResourceKeys.map(({ resourceId = '' }) => resourceId) };
  }
  const { BaseConfigurationItems = [], UnprocessedResourceIdentifiers = [] } = await place.call(configService, 'BatchGetAggregateResourceConfig', {
    ConfigurationAggregatorName: aggregator,
    ResourceIdentifiers: ids.map((ResourceId) => ({ SourceAccountId: account, SourceRegion: region, ResourceType: type, ResourceId })),
  });
  return { items: BaseConfigurationItems.map((item) => itemSchema.parse(item)), unprocessed: UnprocessedResourceIdentifiers.map(({ ResourceId = '' }) => ResourceId) };
}
