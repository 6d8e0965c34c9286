import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildEstate } from '../../../graph/build.ts';
import { sharedData, sharedResources } from '../../../graph/queries/shared-resources.ts';
import { services, unassigned } from '../../../graph/queries/services.ts';
import { dataGravity } from '../../../graph/queries/data-gravity.ts';
import { serviceGraph } from '../../../graph/queries/service-graph.ts';
import { viewOf, type EstateView } from '../../../graph/view.ts';
import type { Fact, ResourceFact } from '../../../model/fact.ts';
import { estateOf, resource } from '../../support/facts.ts';

type Given = Partial<ResourceFact>;

/** Resources by name with what is said of each, and edges as sentences. */
function estate(given: Readonly<Record<string, Given>>, ...sentences: readonly string[]): EstateView {
  const facts = Object.entries(given).map(([name, more]) => resource(`t/${name}`, { name, ...more }));
  return viewOf(buildEstate([...facts, ...estateOf(...sentences).filter((fact: Fact) => fact.type === 'reference')]));
}

const of = (view: EstateView, ...names: string[]): string[] => {
  const grouped = services(view, {});
  return names.map((name) => `${grouped.of(`t/${name}`)}: ${grouped.why(`t/${name}`).basis}`);
};

const key: Given = { resourceType: 'AWS::KMS::Key', kind: 'kms-key' };
const table: Given = { resourceType: 'AWS::DynamoDB::Table', kind: 'dynamodb-table' };

describe('services', () => {
  it('take the strongest thing that a resource tells of itself, and say what it was', () => {
    const view = estate({
      a: { tags: { awsApplication: 'arn:aws:resource-groups:eu-west-1:111122223333:group/Shop/0abc', service: 'other' }, stack: 's' },
      b: { tags: { Service: 'pay' }, stack: 's' }, c: { stack: 's', module: 'm' }, d: { module: 'm' }, e: { tags: { 'aws:cloudformation:stack-name': 's' } }, f: {},
    });
    assert.deepEqual(of(view, 'a', 'b', 'c', 'd', 'e', 'f'), ['Shop: tag', 'pay: tag', 's: stack', 'm: module', 's: stack', `${unassigned}: none`]);
    const configured = services(view, { own: { include: ['t/c', 'Service=pay'] } });
    assert.deepEqual(['b', 'c', 'd'].map((name) => configured.why(`t/${name}`).because), ['configuration of own', 'configuration of own', 'module m']);
    assert.equal(services(view, {}).why('t/a').because, 'tag awsApplication');
  });

  it('belong to the root of nested stacks, however deep, and survive stacks that claim each other', () => {
    const stack = (name: string, outer: string): Given => ({ resourceType: 'AWS::CloudFormation::Stack', arn: `arn:aws:cloudformation:us-east-1:111122223333:stack/${name}/1`, stack: outer });
    const view = estate({ one: stack('middle', 'root'), two: stack('leaf', 'middle'), x: { stack: 'leaf' }, c1: stack('p', 'q'), c2: stack('q', 'p'), y: { stack: 'p' } });
    assert.equal(services(view, {}).why('t/x').because, 'stack leaf, nested in root');
    assert.match(services(view, {}).of('t/y'), /^[pq]$/);
  });

  it('take in what only they use, directly or through others, and what hangs on them alone', () => {
    const view = estate({ web: { stack: 'shop' }, role: {}, secret: {}, vault: {}, alarm: {} }, 'web uses-role role', 'role uses-secret secret', 'secret uses-key vault', 'alarm observes web');
    assert.deepEqual(of(view, 'role', 'secret', 'vault', 'alarm'), Array(4).fill('shop: use'));
  });

  it('leave networks, keys and stores that several use to shared infrastructure, and name the users', () => {
    const view = estate({ web: { stack: 'shop' }, till: { stack: 'pay' }, key, orders: { ...table, stack: 'shop' } }, 'web uses-key key', 'till uses-key key', 'web writes orders', 'till reads orders', 'till writes orders');
    assert.deepEqual(of(view, 'key', 'orders'), ['shared infrastructure: shared', 'shop: stack']);
    const grouped = services(view, {});
    assert.deepEqual(sharedResources(view, grouped).map(({ id, service, users }) => [id, service, users.map((user) => user.service)]), [['t/key', 'shared infrastructure', ['pay', 'shop']], ['t/orders', 'shop', ['pay', 'shop']]]);
    assert.deepEqual(sharedData(view, grouped), [{ id: 't/orders', service: 'shop', users: [{ service: 'pay', resources: 1, reads: 1, writes: 1 }, { service: 'shop', resources: 1, reads: 0, writes: 1 }] }]);
    assert.deepEqual(dataGravity(view, grouped), [{ id: 't/orders', service: 'shop', users: 2, writers: 2, pulls: [{ service: 'pay', resources: 1, reads: 1, writes: 1 }] }]);
  });

  it('are found by connections where nothing else tells, the same whatever the order', () => {
    const sentences = ['a calls b', 'b calls c', 'c calls a', 'x calls y', 'y calls z', 'z calls x', 'c calls x'];
    const facts = estateOf(...sentences);
    const groupsOf = (all: readonly Fact[]): string => JSON.stringify(services(viewOf(buildEstate(all)), {}).all);
    const found = services(viewOf(buildEstate(facts)), {});
    assert.deepEqual(found.all.map(({ basis, resources }) => `${basis} ${resources.join()}`), ['community t/a,t/b,t/c', 'community t/x,t/y,t/z'].map((text) => text));
    assert.equal(groupsOf(facts.toReversed()), groupsOf(facts));
  });

  it('make a graph with the number, kinds and regions of the edges between them', () => {
    const view = estate({ web: { stack: 'shop' }, job: { stack: 'shop' }, db: { stack: 'data', region: 'eu-west-1' } }, 'web reads db', 'web writes db', 'job reads db', 'db triggers job');
    const graph = serviceGraph(view, services(view, {}));
    assert.deepEqual(graph.edges(), [{ from: 'shop', to: 'data', count: 4, types: { reads: 2, triggers: 1, writes: 1 }, crossings: [{ from: 'us-east-1', to: 'eu-west-1', count: 4 }] }]);
    assert.deepEqual([graph.needsOf('shop'), graph.needsOf('data'), graph.around('data')], [['data'], [], ['shop']]);
  });
});
