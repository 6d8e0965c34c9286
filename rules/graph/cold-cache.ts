import { globalMembers } from '../../graph/queries/global-members.ts';
import { regionsOf } from '../../graph/queries/copies.ts';
import type { EstateView } from '../../graph/view.ts';
import type { Kind } from '../../model/kind.ts';
import { kinds } from '../../model/kinds/index.ts';
import type { Resource } from '../../model/resource.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const estate = (rest = ''): string => yaml`
  Cache:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties: { ReplicationGroupId: prices, ReplicationGroupDescription: prices${rest} }
  Prices:
    Type: AWS::DynamoDB::Table
    Properties: { TableName: prices }
  Shop:
    Type: AWS::Lambda::Function
    Properties: { Environment: { Variables: { CACHE: !GetAtt Cache.PrimaryEndPoint.Address, TABLE: !Ref Prices } } }
`;

export const graphColdCache = rule({
  id: 'graph-cold-cache',
  title: 'Cache is empty after a failover, and the store behind it takes its load',
  on: ['elasticache-replication-group', 'elasticache-serverless-cache'],
  needs: [],
  severity: severities('-/M/H/L'),
  why: 'What the cache answered goes to the store in the target region all at once. A store that is sized for the misses of a warm cache is then down as well.',
  fix: 'Warm the cache as a step of the recovery plan, raise traffic by weights, let only one request per key go to the store (coalescing), size the store for the load without a cache, or join a global datastore.',
  effect: 'No effect on RPO. RTO lasts until the cache has filled, because the store behind it answers slowly or not at all meanwhile; with a warm cache it is the routing of traffic.',
  links: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Redis-Global-Datastore.html'],
  examples: {
    gap: [{ home: estate(), target: estate() }],
    ready: [{ name: 'a member of a global datastore in the target', home: `${estate(', GlobalReplicationGroupId: ldgnf-prices')}\n${yaml`
      Global:
        Type: AWS::ElastiCache::GlobalReplicationGroup
        Properties: { GlobalReplicationGroupIdSuffix: prices, Members: [{ ReplicationGroupId: prices, ReplicationGroupRegion: us-east-1, Role: PRIMARY }, { ReplicationGroupId: prices, ReplicationGroupRegion: eu-west-1, Role: SECONDARY }] }
    `}` }],
  },

  /** Only where somebody uses the cache and a store together. */
  check(cache, { intent: { target }, graph }) {
    const stores = storesBehind(graph, cache);
    if (stores.length === 0) return undefined;
    if (cache.kind === 'elasticache-replication-group' && regionsOf(globalMembers(graph, cache) ?? []).includes(target)) return ready(`A member of its global datastore is in ${target}.`);
    const loaded = stores.filter((store) => !isElastic(store));
    if (loaded.length === 0) return ready(`What is behind ${cache.name} (${listed(stores.map(({ name }) => name))}) takes the load of an empty cache by its on-demand capacity.`);
    return gap(`${cache.name} starts empty in ${target}, so ${listed(loaded.map(({ name }) => name))} there takes all that it answers at home.`);
  },
});

const isCache = ({ kind }: Resource): boolean => kind === 'elasticache-replication-group' || kind === 'elasticache-serverless-cache';

/** Capacity that follows the load by itself. */
const isElastic = (store: Resource): boolean => store.kind === 'dsql-cluster' || (store.kind === 'dynamodb-table' && store.attributes.billingMode === 'PAY_PER_REQUEST');

/** The stores that the users of the cache use beside it. */
function storesBehind(view: EstateView, cache: Resource): Resource[] {
  const users = new Set(view.in(cache.id).filter(({ type }) => type !== 'observes' && type !== 'contains').map(({ from }) => from));
  const stores = [...users].flatMap((user) => view.out(user).flatMap(({ to }) => view.resource(to) ?? []));
  return stores.filter((store) => store.kind !== undefined && !isCache(store) && (kinds[store.kind] as Kind).traits.includes('data-store') && store.kind !== 's3-bucket');
}
