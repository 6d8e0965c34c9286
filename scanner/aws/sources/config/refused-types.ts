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

/** Items of a refused type and how many of those that were named AWS did not process. */
export interface Batch {
  readonly items: readonly object[];
  readonly unprocessed: number;
}

/** A resource as a list names it. */
interface Named extends At {
  readonly id: string;
}

/** Items of a refused type, as batch-get answers them: those of the place that is asked, or the wanted ones that an aggregator knows. */
export async function* batchItems(source: ConfigSource, type: RefusedType, wanted: (at: At) => boolean): AsyncIterable<Batch> {
  for await (const named of source.aggregator === undefined ? listed(source, type) : listedByAggregator(source, type)) {
    let left: readonly Named[] = named.filter(wanted);
    for (let attempt = 0; attempt < batchAttempts && left.length > 0; attempt += 1) {
      const { items, unprocessed } = await batch(source, type, left);
      left = left.filter(({ id }) => unprocessed.has(id));
      yield { items, unprocessed: attempt === batchAttempts - 1 ? left.length : 0 };
    }
  }
}

/** A page has as many as one batch takes. */
async function* listed({ place }: ConfigSource, type: RefusedType): AsyncIterable<Named[]> {
  const { account, region } = place;
  for await (const { resourceIdentifiers = [] } of place.pages(configService, 'ListDiscoveredResources', { resourceType: type, limit: batchSize })) {
    yield resourceIdentifiers.flatMap(({ resourceId: id }) => (id === undefined ? [] : [{ account, region, id }]));
  }
}

async function* listedByAggregator({ place, aggregator }: ConfigSource, type: RefusedType): AsyncIterable<Named[]> {
  for await (const { ResourceIdentifiers = [] } of place.pages(configService, 'ListAggregateDiscoveredResources', { ConfigurationAggregatorName: aggregator, ResourceType: type, Limit: batchSize })) {
    yield ResourceIdentifiers.flatMap(({ SourceAccountId: account, SourceRegion: region, ResourceId: id }) => (account === undefined || region === undefined || id === undefined ? [] : [{ account, region, id }]));
  }
}

async function batch({ place, aggregator }: ConfigSource, type: RefusedType, named: readonly Named[]): Promise<{ readonly items: object[]; readonly unprocessed: ReadonlySet<string> }> {
  if (aggregator === undefined) {
    const { baseConfigurationItems = [], unprocessedResourceKeys = [] } = await place.call(configService, 'BatchGetResourceConfig', { resourceKeys: named.map(({ id }) => ({ resourceType: type, resourceId: id })) });
    return { items: baseConfigurationItems.map((item) => itemSchema.parse(item)), unprocessed: new Set(unprocessedResourceKeys.map(({ resourceId = '' }) => resourceId)) };
  }
  const { BaseConfigurationItems = [], UnprocessedResourceIdentifiers = [] } = await place.call(configService, 'BatchGetAggregateResourceConfig', {
    ConfigurationAggregatorName: aggregator,
    ResourceIdentifiers: named.map(({ account, region, id }) => ({ SourceAccountId: account, SourceRegion: region, ResourceType: type, ResourceId: id })),
  });
  return { items: BaseConfigurationItems.map((item) => itemSchema.parse(item)), unprocessed: new Set(UnprocessedResourceIdentifiers.map(({ ResourceId = '' }) => ResourceId)) };
}
