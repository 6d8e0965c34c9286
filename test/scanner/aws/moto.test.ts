import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { buildEstate } from '../../../graph/build.ts';
import type { EstateGraph } from '../../../graph/estate.ts';
import type { ResourceFact } from '../../../model/fact.ts';
import { kinds } from '../../../model/kinds/index.ts';
import { forbidden } from '../../../scanner/aws/gateway/read-only.ts';
import { data, empty, home, replicated, second, secretValue, seed, shop, third, type Seeded } from '../../estates/aws/replicated.ts';
import { gaps } from '../../estates/aws/replicated-gaps.ts';
import { inventories } from '../../support/aws/inventories.ts';
import { forward, startMoto, withoutMoto, type Moto } from '../../support/aws/moto.ts';
import { actionsOf } from '../../support/aws/operations.ts';
import { deniedBy } from '../../support/aws/policy.ts';
import { fakeServer, type FakeAws } from '../../support/aws/server.ts';
import { resourcesOf, scanRequest, survey, type Survey } from '../../support/aws/survey.ts';

const accounts = [shop, data, empty];
const wanted = new Map(Object.values(kinds).map(({ id, attributes }) => [id, new Set(Object.keys(attributes.shape))]));

describe('a scan of moto', { skip: withoutMoto }, () => {
  let moto: Moto | undefined;
  let aws: FakeAws | undefined;
  let made: Seeded = { key: '', zone: '', healthCheck: '' };
  let seen: Survey;
  let graph: EstateGraph;

  before(async () => {
    moto = await startMoto();
    made = await seed(moto.url);
    // The policy decides here as it would at AWS.
    aws = await fakeServer({ caller: shop, handlers: [inventories(replicated), gaps, forward(moto.url)], denied: deniedBy('docs/policy-managed-1.json', 'docs/policy-managed-2.json') });
    const request = scanRequest(aws.url, { wanted, accounts, role: 'regionready-reader', targets: [second] });
    seen = await survey(request);
    request.dispose();
    graph = buildEstate(seen.facts);
  });
  after(async () => {
    moto?.stop();
    await aws?.close();
  });

  const of = (kind: string): ResourceFact[] => resourcesOf(seen).filter((resource) => resource.kind === kind);
  const attribute = (kind: string, name: string): unknown[] => of(kind).map((resource) => [resource.account, resource.region, resource.name, resource.attributes[name]]);
  const linked = (type: string, from: string, to: string): boolean => graph.edges.some((edge) => edge.type === type && edge.from.endsWith(from) && edge.to.endsWith(to));

  it('tells what is replicated, as each service says it', () => {
    assert.deepEqual(of('s3-bucket').map(({ account, region, name, attributes }) => [account, region, name, attributes['versioning'], (attributes['replication'] as { destination: string; enabled: boolean }[]).map(({ destination, enabled }) => [destination, enabled])]), [
      [shop, home, 'media', true, [['arn:aws:s3:::media-copy', true]]],
      [shop, second, 'media-copy', true, []],
      [shop, home, 'trails', false, []],
      [empty, third, 'lonely', false, []],
    ]);
    assert.ok(attribute('secret', 'replicaRegions').some((each) => JSON.stringify(each) === JSON.stringify([shop, home, 'db', [second]])));
    assert.deepEqual(of('ecr-replication-configuration').map(({ region, attributes }) => [region, attributes['rules']]), [[home, [{ prefixes: [], regions: [second], registries: [shop] }]]]);
    assert.deepEqual(of('kms-replica-key').filter(({ region }) => region === second).map(({ name, attributes }) => [name, attributes['primary']]), [[made.key, `arn:aws:kms:${home}:${shop}:key/${made.key}`]]);
    assert.deepEqual(of('rds-instance').map(({ region, name, attributes }) => [region, name, attributes['isReplica']]), [[second, 'orders-copy', true], [home, 'orders', false]]);
    const ledger = of('rds-global-cluster');
    assert.deepEqual([...new Set(ledger.map(({ attributes }) => JSON.stringify(attributes['members'])))], [JSON.stringify([second, home].map((region, at) => `arn:aws:rds:${region}:${shop}:cluster:ledger-${2 - at}`))]);
    assert.deepEqual(attribute('backup-plan', 'copyVaults'), [[shop, home, 'everything', [`arn:aws:backup:${second}:${shop}:backup-vault:safe`]]]);
    assert.deepEqual(of('route53-record').filter(({ attributes }) => attributes['routing'] === 'failover').map(({ attributes }) => [attributes['failover'], attributes['healthCheck'], attributes['targets']]).sort(), [['PRIMARY', made.healthCheck, ['one.shop.example']], ['SECONDARY', undefined, ['two.shop.example']]]);
  });

  it('tells copies of snapshots, connections of networks and trails of all regions', () => {
    assert.deepEqual(attribute('redshift-cluster', 'copyRegions'), [[shop, home, 'reports', [second]]]);
    assert.deepEqual([...new Set(of('vpc-peering-connection').map(({ attributes }) => attributes['peerRegion']))], [second]);
    assert.deepEqual([...new Set(of('cloudtrail-trail').map(({ name, attributes }) => `${name} ${String(attributes['multiRegion'])}`))], ['everywhere true']);
  });

  it('tells what moto lacks, as the fake in front of it says', () => {
    assert.deepEqual(attribute('dynamodb-table', 'replicaRegions'), [[data, third, 'events', [home]]]);
    assert.deepEqual(attribute('efs-file-system', 'replicaRegions'), [[data, third, 'fs-0123456789abcdef0', [home]]]);
    assert.deepEqual(of('elasticache-global-replication-group').map(({ attributes }) => attributes['members']), [[{ group: 'sessions', region: third, role: 'PRIMARY' }, { group: 'sessions-copy', region: home, role: 'SECONDARY' }]]);
    assert.deepEqual(of('events-endpoint').map(({ account, region, name }) => [account, region, name]), [[data, third, 'orders']]);
    assert.deepEqual(attribute('memorydb-multi-region-cluster', 'suffix').map((each) => (each as unknown[]).at(-1)), ['carts']);
    for (const kind of ['docdb-global-cluster', 'neptune-global-cluster']) assert.deepEqual(of(kind).map(({ attributes }) => (attributes['members'] as string[]).map((member) => member.split(':')[3])), [[third, home].sort()], kind);
    assert.deepEqual(of('msk-replicator').map(({ attributes }) => (attributes['replications'] as { source: string; destination: string }[]).map(({ source, destination }) => [source, destination].map((each) => each.split(':')[3]))), [[[third, home]]]);
    assert.deepEqual(of('dsql-cluster').map(({ attributes }) => [attributes['peers'], attributes['witnessRegion']]), [[[`arn:aws:dsql:${home}:${data}:cluster/def`], second]]);
    for (const [kind, name] of [['keyspaces-keyspace', 'replicaRegions'], ['directory', 'replicaRegions'], ['ses-multi-region-endpoint', 'secondaryRegions']] as const) assert.deepEqual(of(kind).map(({ attributes }) => attributes[name]), [[home]], kind);
    assert.deepEqual(of('s3-table-bucket').map(({ attributes }) => attributes['destinations']), [[`arn:aws:s3tables:${home}:${data}:bucket/lake-copy`]]);
  });

  it('gives a graph that knows what belongs together', () => {
    assert.ok(linked('replicates', ':media', ':media-copy'), 'buckets');
    assert.ok(linked('replicates', 'db:orders', 'db:orders-copy') || linked('replicates', 'db:orders-copy', 'db:orders'), 'databases');
    assert.ok(linked('replicates', 'everything', 'backup-vault:safe') || graph.edges.some(({ type, to }) => type === 'replicates' && to.endsWith(`${second}:${shop}:backup-vault:safe`)), 'backups');
    assert.ok(graph.edges.some(({ from, to }) => from.endsWith(':ledger') && to.endsWith(':ledger-1')) || graph.edges.some(({ from, to }) => to.endsWith(':ledger') && from.endsWith(':ledger-1')), 'global cluster');
    assert.ok(graph.edges.some(({ from, to }) => from.includes('sns') && to.endsWith(':work')), 'subscription');
    assert.equal(new Set(graph.resources.keys()).size, graph.resources.size);
  });

  it('keeps the two records of a failover apart, which share name and type', () => {
    const records = [...graph.resources.values()].filter(({ kind, attributes }) => kind === 'route53-record' && 'failover' in attributes);
    assert.deepEqual(records.map(({ name, attributes }) => [name, 'failover' in attributes && attributes.failover]).sort(), [['www.shop.example', 'PRIMARY'], ['www.shop.example', 'SECONDARY']]);
  });

  it('says what was not answered, and nothing of it is taken for nothing', () => {
    const spots = seen.blindSpots.map(({ asked, reason }) => [asked, reason] as const);
    // The policy is enough for every question: what AWS would deny does not come up.
    assert.deepEqual(spots.filter(([, reason]) => reason === 'denied'), []);
    assert.ok(spots.some(([asked, reason]) => asked === 'elasticache:DescribeServerlessCaches' && reason === 'unparsable'));
    const failed = new Set(seen.blindSpots.map(({ asked, account, region }) => `${asked} ${account} ${region}`));
    const claimed = seen.facts.filter((fact) => fact.type === 'coverage' && fact.what === 'resources:AWS::ElastiCache::ServerlessCache');
    assert.deepEqual(claimed, []);
    const places = accounts.flatMap((account) => [home, second, third].map((region) => `${account} ${region}`));
    // Where Resource Explorer knows of nothing, nothing is asked.
    assert.deepEqual(places.filter((place) => failed.has(`elasticache:DescribeServerlessCaches ${place}`)), [`${shop} ${home}`, `${shop} ${second}`, `${data} ${third}`, `${empty} ${third}`]);
    assert.equal(seen.complete, false);
  });

  it('sends reading calls of the declared set alone, nowhere that is not enabled, and takes no secret', () => {
    for (const asked of aws?.asked ?? []) {
      const actions = actionsOf(asked);
      assert.ok(actions.length > 0, `${asked.service} ${asked.operation} is not declared`);
      assert.equal(forbidden(asked.operation, actions), undefined);
      assert.notEqual(asked.region, 'af-south-1');
    }
    assert.deepEqual(aws?.strange, []);
    assert.ok(!JSON.stringify(seen.lines).includes(secretValue));
  });
});
