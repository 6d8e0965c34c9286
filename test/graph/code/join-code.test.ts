import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildEstate } from '../../../graph/build.ts';
import { services } from '../../../graph/queries/services.ts';
import { viewOf } from '../../../graph/view.ts';
import type { DeployedCode, Fact, ReferenceFact, ResourceFact } from '../../../model/fact.ts';

const source = { scanner: 'cloudformation', file: 'app/template.yaml' };
const resource = (id: string, resourceType: string, more: Partial<ResourceFact> = {}): ResourceFact => ({ type: 'resource', id: `cloudformation:${id}`, resourceType, name: id.slice(id.lastIndexOf('/') + 1), region: 'eu-west-1', stack: id.split('/', 1)[0], identities: [], attributes: {}, references: [], tags: {}, source, ...more });
const run = (id: string, code: DeployedCode, more: Partial<ResourceFact> = {}): ResourceFact => resource(id, 'AWS::Lambda::Function', { kind: 'lambda-function', code, ...more });
const table = (id: string): ResourceFact => resource(id, 'AWS::DynamoDB::Table', { kind: 'dynamodb-table' });
const symbolOf = (id: string): string => `⟦cloudformation:${id}⟧`;
const reference = (from: string, to: string, edge: ReferenceFact['edge']): ReferenceFact => ({ type: 'reference', from, to, edge, how: 'dynamodb PutItem (TableName)', source: { scanner: 'code-calls', file: from.slice(5), line: 3 } });
const call = (file: string, to: string): ReferenceFact[] => [{ ...reference(`code:${file}`, to, 'writes'), target: 'AWS::DynamoDB::Table' }, reference(`code:${file.replace(/\/[^/]*$/, '')}`, `code:${file}`, 'contains')];
const edgesOf = (facts: readonly Fact[]): string[] => buildEstate(facts).edges.map(({ from, type, to, evidence }) => `${from.replace('cloudformation:', '')} ${type} ${to.replace('cloudformation:', '')} ${evidence.map(({ confidence }) => confidence).join()}`);

test('a call is an edge of every function that runs the file, through the variables of each', () => {
  const facts = [
    run('app/Place', { path: 'app/src', handler: 'place.handler', environment: { TABLE: symbolOf('app/Orders') } }),
    run('app/Fulfil', { path: 'app/src', handler: 'fulfil.handler', environment: { TABLE: symbolOf('app/Work') } }),
    table('app/Orders'), table('app/Work'),
    reference('code:app/src/place.ts', 'code:app/lib/db.ts', 'refers'),
    reference('code:app/src/fulfil.ts', 'code:app/lib/db.ts', 'refers'),
    ...call('app/lib/db.ts', '${env:TABLE}'),
  ];
  assert.deepEqual(edgesOf(facts), ['app/Fulfil writes app/Work declared', 'app/Place writes app/Orders declared']);
  assert.deepEqual(edgesOf(facts.toReversed()), edgesOf(facts));
});

test('a call in a function that nobody on the way mentions is inferred', () => {
  const at = (path: string, to: string): ReferenceFact => ({ ...reference('code:lib/db.ts', to, 'writes'), target: 'AWS::DynamoDB::Table', source: { scanner: 'code-calls', file: 'lib/db.ts', line: 3, path } });
  const facts = [run('app/Run', { path: 'src/run.ts' }), table('app/Orders'), table('app/Carts'), reference('code:src/run.ts', 'code:lib/db.ts', 'refers'), reference('code:src/run.ts', 'code:lib/db.ts#save', 'refers'), at('save', 'Orders'), at('drop', 'Carts')];
  assert.deepEqual(edgesOf(facts), ['app/Run writes app/Carts inferred', 'app/Run writes app/Orders declared']);
});

const where: readonly (readonly [what: string, code: DeployedCode, file: string, confidence: string])[] = [
  ['a folder without handler', { path: 'app/src' }, 'app/src/main.ts', 'declared'],
  ['a file', { path: 'app/src/main.ts' }, 'app/src/main.ts', 'declared'],
  ['a class in a folder', { path: 'app', handler: 'example.Place::handle' }, 'app/src/main/java/example/Place.java', 'declared'],
  ['a folder that is built', { path: 'app/dist', handler: 'place.handler' }, 'app/src/place.ts', 'inferred'],
  ['an archive', { path: 'app/build/place.zip', handler: 'index.handler' }, 'app/functions/place/index.js', 'inferred'],
  ['a handler in an archive in S3', { handler: 'place.handler', hint: 'shop/app.zip' }, 'other/place.py', 'inferred'],
  ['an image', { hint: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/checkout:7' }, 'checkout/src/pay.ts', 'inferred'],
];
for (const [what, code, file, confidence] of where) {
  test(`code is found by ${what}`, () => assert.deepEqual(edgesOf([run('app/Run', code), table('app/Orders'), ...call(file, 'Orders')]), [`app/Run writes app/Orders ${confidence}`]));
}

test('constructs of the AWS CDK are found by their id', () => {
  const facts = [run('app/Place7A', { handler: 'index.handler' }, { module: 'app/Place' }), table('app/Orders'), reference('construct:Place', 'code:src/place.ts', 'deploys'), ...call('src/place.ts', 'Orders')];
  assert.deepEqual(edgesOf(facts), ['app/Place7A writes app/Orders declared']);
});

test('a handler that could be anything is not guessed', () => {
  const estate = buildEstate([run('app/Run', { handler: 'index.handler' }), table('app/Orders'), ...call('a/index.ts', 'Orders'), ...call('b/index.ts', 'Orders')]);
  assert.deepEqual(estate.edges.map(({ from }) => from), ['code:a', 'code:b']);
});

test('code that nothing runs is a node of its own and a blind spot, and guesses only what is the same everywhere', () => {
  const set = run('app/Run', { path: 'nowhere', environment: { ORDERS_TABLE: symbolOf('app/Orders'), TABLE: symbolOf('app/Orders') } });
  const facts = [set, table('app/Orders'), ...call('tools/sync/a.py', '${env:ORDERS_TABLE}'), ...call('tools/sync/b.py', '${env:TABLE}')];
  assert.deepEqual(edgesOf(facts), ['code:tools/sync writes app/Orders inferred']);
  const estate = buildEstate(facts);
  assert.equal(estate.resources.get('code:tools/sync')?.resourceType, 'Code::Module');
  assert.deepEqual(estate.blindSpots.map(({ asked, message }) => `${asked}: ${message}`), [
    'resources that the code of tools/sync calls: 1 call names its resource by something that nobody told: dynamodb PutItem (TableName) by the variable TABLE (tools/sync/b.py:3)',
    'what runs the code in tools/sync: It calls resources through AWS SDKs, and no resource that was read is known to run it',
  ]);
});

test('what the code does not tell is told as such, and names that nobody declares dangle', () => {
  const estate = buildEstate([run('app/Run', { path: 'src' }), ...call('src/a.ts', '${?name}'), ...call('src/b.ts', 'elsewhere'), ...call('src/c.ts', '${env:UNSET:-fallback}')]);
  assert.deepEqual(estate.edges, []);
  assert.deepEqual(estate.dangling.map(({ to }) => to), ['elsewhere', 'fallback']);
  assert.match(estate.blindSpots[0]?.message ?? '', /by name \(src\/a\.ts:3\)/);
});

test('of tables with one name the one of the own stack is meant', () => {
  assert.deepEqual(edgesOf([run('other/Run', { path: 'src' }), table('app/Orders'), table('copy/Orders'), ...call('src/a.ts', 'Orders')]), ['other/Run writes app/Orders inferred', 'other/Run writes copy/Orders inferred']);
  assert.deepEqual(edgesOf([run('app/Run', { path: 'src' }), table('app/Orders'), table('copy/Orders'), ...call('src/a.ts', 'Orders')]), ['app/Run writes app/Orders declared']);
});

test('files belong to the service of what runs them, and files beside them too', () => {
  const view = viewOf(buildEstate([run('app/Run', { path: 'src' }, { tags: { service: 'orders' } }), ...call('src/a.ts', 'x')]));
  const { ofFile } = services(view, {});
  assert.deepEqual([ofFile('src/a.ts'), ofFile('src/config.ts'), ofFile('lib/a.ts')], ['orders', 'orders', 'unassigned']);
});
