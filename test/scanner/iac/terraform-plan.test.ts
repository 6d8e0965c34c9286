import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildEstate } from '../../../graph/build.ts';
import { factSchema } from '../../../model/fact.ts';
import { symbol } from '../../../model/symbol.ts';
import { terraformPlan } from '../../../scanner/iac/terraform-plan.ts';
import { fileOf, fixture, fixtureJson, read, readFixture, type Loose } from './terraform/read-fixture.ts';

const estate = readFixture('estate/plan.json');
const edges = readFixture('edges/plan.json');
const to = (address: string, attribute?: string): string => symbol(`terraform:${address}`, attribute);
const pathsTo = (fact: { readonly references: readonly { readonly path: string; readonly to: string }[] }, target: string): string[] =>
  fact.references.filter((reference) => reference.to === target).map(({ path }) => path);

test('every managed AWS resource of every module becomes a fact; others are counted, data sources are none', () => {
  const resources = estate.facts.filter(({ type }) => type === 'resource');
  assert.equal(resources.length, 37);
  assert.equal(resources.some((fact) => fact.type === 'resource' && fact.id.includes('data.')), false);
  assert.deepEqual(estate.facts.filter(({ type }) => type === 'coverage').map((fact) => fact.type === 'coverage' && [fact.what, fact.count]), [['resources:other-provider', 1]]);
  assert.deepEqual(estate.blind, []);
  for (const fact of [...estate.facts, ...edges.facts]) assert.ok(factSchema.safeParse(fact).success, JSON.stringify(fact));
});

test('ids, stack and module come from folder and address', () => {
  const bucket = estate.at('module.media["north"].module.home.aws_s3_bucket.this');
  assert.equal(bucket.id, 'terraform:estate/module.media["north"].module.home.aws_s3_bucket.this');
  assert.equal(bucket.stack, 'estate');
  assert.equal(bucket.module, 'module.media["north"].module.home');
  assert.deepEqual(bucket.source, { scanner: 'terraform-plan', file: 'estate/plan.json', path: 'module.media["north"].module.home.aws_s3_bucket.this' });
});

test('region and account come from the provider, through variables, aliases and modules', () => {
  const where = (address: string) => [estate.at(address).region, estate.at(address).account];
  assert.deepEqual(where('aws_sqs_queue.orders'), ['eu-west-1', '111122223333']);
  assert.deepEqual(where('aws_dynamodb_table_replica.orders[0]'), ['eu-central-1', undefined]);
  assert.deepEqual(where('module.media["south"].module.recovery.aws_s3_bucket.this'), ['eu-central-1', undefined]);
  assert.deepEqual([edges.at('aws_cloudtrail.audit').region, edges.at('aws_cloudtrail.audit').account], ['eu-south-2', '444455556666']);
});

test('a region that the plan does not tell is assumed, and said once', () => {
  assert.equal(edges.at('aws_kms_key.main').region, 'eu-west-3');
  assert.equal(edges.blind.length, 1);
  assert.match(edges.blind[0]?.message ?? '', /provider aws is not in edges\/plan\.json; \d+ resources.*eu-west-3 is assumed/);
});

test('the region argument of provider 6 wins over the provider', () => {
  const plan = fixtureJson('change/plan.json'); // edited here: made with provider 5, which has no such argument
  plan.planned_values.root_module.resources.find(({ address }: Loose) => address === 'aws_sqs_queue.replaced').values.region = 'eu-south-1';
  assert.equal(read('x/plan.json', JSON.stringify(plan)).at('aws_sqs_queue.replaced').region, 'eu-south-1');
});

test('what is known after apply becomes a symbol of the one attribute it comes from', () => {
  assert.equal(estate.at('aws_sqs_queue.orders').attributes['kmsKey'], to('estate/aws_kms_key.main', 'arn'));
  assert.equal(estate.at('module.orders_table.aws_dynamodb_table.this').attributes['kmsKey'], to('estate/aws_kms_key.main', 'arn'), 'through a variable');
  assert.equal(estate.at('aws_dynamodb_table_replica.orders[0]').partOf, to('estate/module.orders_table.aws_dynamodb_table.this', 'arn'), 'through an output');
  assert.equal(edges.at('module.queue["cart"].aws_sqs_queue.this').attributes['kmsKey'], to('edges/aws_kms_key.main', 'arn'), 'through each.value of a module call');
  assert.equal(edges.at('aws_sns_topic_subscription.single').attributes['endpoint'], to('edges/module.single[0].aws_sqs_queue.this', 'arn'), 'through the one instance of a module');
  assert.equal(edges.at('aws_sqs_queue.tried').attributes['kmsKey'], to('edges/aws_kms_key.main', 'arn'), 'where an alternative has no instance');
  assert.equal(edges.at('aws_sns_topic.named').attributes['kmsKey'], to('edges/aws_kms_key.main', 'key_id'), 'a known name beside it is not what is unknown');
});

test('instances are matched by key', () => {
  assert.equal(estate.at('aws_secretsmanager_secret_policy.service["cart"]').partOf, to('estate/aws_secretsmanager_secret.service["cart"]'));
  assert.deepEqual(pathsTo(estate.at('aws_secretsmanager_secret_version.service["search"]'), to('estate/aws_secretsmanager_secret.service["search"]', 'id')), ['secret_id']);
  assert.deepEqual(pathsTo(edges.at('aws_sns_topic_subscription.fan["search"]'), to('edges/module.queue["cart"].aws_sqs_queue.this', 'arn')), ['endpoint'], 'a literal key wins');
  assert.deepEqual(pathsTo(edges.at('aws_cloudwatch_log_metric_filter.odd["a#b"]'), to('edges/aws_cloudwatch_log_group.odd["a%23b"]', 'id')), ['log_group_name']);
});

test('lists take every instance, blocks of a set are told apart by their constants', () => {
  const group = estate.at('aws_db_subnet_group.main');
  const subnets = [0, 1].map((key) => to(`estate/aws_subnet.private[${key}]`));
  assert.deepEqual(subnets.filter((subnet) => group.references.some((reference) => reference.to === subnet)), subnets);
  assert.deepEqual(edges.at('aws_dynamodb_table.sets').attributes['replicas'], [
    { region: 'eu-central-1', pointInTimeRecovery: false, kmsKey: to('edges/aws_kms_key.main', 'arn') },
    { region: 'eu-west-3', pointInTimeRecovery: false, kmsKey: to('edges/aws_kms_key.other', 'arn') },
  ]);
});

test('what the plan does not tell stays untold, and is not guessed', () => {
  assert.equal('kmsKey' in edges.at('aws_sqs_queue.local').attributes, false, 'a local');
  assert.equal('kmsKey' in edges.at('aws_sqs_queue.either').attributes, false, 'one of two');
  assert.equal('replicaRegions' in edges.at('aws_dynamodb_table.dynamic').attributes, false, 'a dynamic block');
  assert.equal(estate.at('aws_db_instance.catalogue').attributes['multiAz'], false, 'an argument that nobody set has the default');
});

test('references of the configuration are kept, also where the value is known or a document', () => {
  const policy = estate.at('aws_iam_role_policy.worker');
  assert.deepEqual(pathsTo(policy, to('estate/aws_sqs_queue.orders', 'arn')), ['policy'], 'through a policy document');
  const environment = estate.at('aws_lambda_function.worker');
  assert.ok(environment.references.some(({ to: target }) => target === to('estate/aws_sqs_queue.orders', 'url')));
  assert.ok(environment.references.some(({ to: target }) => target === to('estate/module.orders_table.aws_dynamodb_table.this', 'name')), 'whose name is known');
  const known = readFixture('change/plan.json').at('aws_sqs_queue.stays');
  assert.match(String(known.attributes['kmsKey']), /^arn:aws:kms:eu-west-1:111122223333:key\//);
  assert.deepEqual(known.references.find(({ to: target }) => target === to('change/aws_kms_key.main', 'arn')), {
    path: 'kms_master_key_id', to: to('change/aws_kms_key.main', 'arn'), target: 'AWS::KMS::Key', edge: 'uses-key',
  });
});

test('what is picked from an object refers only to what shows in it', () => {
  const queue = edges.at('module.queue["cart"].aws_sqs_queue.this');
  assert.equal(queue.attributes['retentionSeconds'], 60);
  assert.deepEqual(queue.references.map(({ path, to: target }) => [path, target]), [['kms_master_key_id', to('edges/aws_kms_key.main', 'arn')]]);
});

test('parts belong to their whole, also by way of another part', () => {
  assert.equal(estate.at('module.media["north"].module.home.aws_s3_bucket_versioning.this').partOf, to('estate/module.media["north"].module.home.aws_s3_bucket.this', 'id'));
  assert.equal(edges.at('aws_s3_bucket_lifecycle_configuration.media').partOf, to('edges/aws_s3_bucket.media', 'id'));
  const { resources } = buildEstate(estate.facts);
  const bucket = [...resources.values()].find(({ name }) => name === 'fx-media-north-home');
  assert.equal(bucket?.kind, 's3-bucket');
  assert.deepEqual([bucket.attributes.versioning, bucket.attributes.encryption, bucket.attributes.replication?.[0]?.deleteMarkers], [true, 'aws:kms', true]);
  const table = [...resources.values()].find(({ kind, attributes }) => kind === 'dynamodb-table' && 'replicaRegions' in attributes);
  assert.equal(table?.kind, 'dynamodb-table');
  assert.deepEqual(table.attributes.replicaRegions, ['eu-central-1']);
});

test('deleted and forgotten resources are gone, replaced ones are there once', () => {
  const change = readFixture('change/plan.json');
  assert.deepEqual(change.facts.flatMap((fact) => (fact.type === 'resource' ? [fact.name] : [])), ['main', 'change-events', 'replaced', 'change-new', 'change-stays']);
  assert.deepEqual(change.blind, []);
});

test('tags include the defaults of the provider', () => {
  assert.deepEqual(estate.at('aws_sqs_queue.orders').tags, { estate: 'fixture' });
});

test('sensitive values never reach a fact', () => {
  assert.ok(fixture('estate/plan.json').includes('not-a-real-secret-fixture-only'));
  assert.equal(JSON.stringify(estate.facts).includes('not-a-real-secret'), false);
});

test('types without a kind carry the CloudFormation name', () => {
  const resource = (type: string, provider: string) => ({ address: `${type}.x`, mode: 'managed', type, name: 'x', provider_name: `registry.terraform.io/hashicorp/${provider}`, values: {} });
  const resources = [resource('aws_athena_named_query', 'aws'), resource('awscc_athena_named_query', 'awscc'), resource('aws_iam_account_alias', 'aws'), resource('random_id', 'random')];
  const { facts } = read('plan.json', JSON.stringify({ format_version: '1.2', planned_values: { root_module: { resources } } }));
  assert.deepEqual(facts.flatMap((fact) => (fact.type === 'resource' ? [fact.resourceType] : [])), ['AWS::Athena::NamedQuery', 'AWS::Athena::NamedQuery', 'aws_iam_account_alias']);
  assert.ok(facts.some((fact) => fact.type === 'blind-spot' && /1 resources of the awscc provider/.test(fact.message)));
});

test('a plan that says it is not whole is a blind spot', () => {
  const plan = fixtureJson('change/plan.json');
  const messages = (part: object) => read('x/plan.json', JSON.stringify({ ...plan, ...part })).blind.map(({ message }) => message);
  assert.match(messages({ errored: true }).join(), /failed midway/);
  assert.match(messages({ complete: false }).join(), /not complete/);
  assert.match(messages({ deferred_changes: [{}] }).join(), /defers 1/);
});

test('newer formats and broken JSON are blind spots', () => {
  const of = (text: string) => read('plan.json', text).facts;
  const reasons = (text: string) => of(text).map((fact) => fact.type === 'blind-spot' && `${fact.reason} ${fact.message}`);
  assert.match(String(reasons('{"format_version":"2.0","planned_values":{}}')), /^unsupported .*newer Terraform/);
  assert.match(String(reasons('{"format_version":"x","planned_values":{}}')), /^unsupported/);
  assert.match(String(reasons('{"format_version":"1.2","planned_values":{')), /^unparsable/);
  assert.deepEqual(of('{"format_version":"1.2","planned_values":null}'), []);
  assert.match(String(reasons('{"format_version":"1.2","planned_values":{"root_module":{"resources":[7,{"address":""}]}}}')), /2 entries/);
});

test('only plans are claimed', () => {
  const claims = (text: string): boolean => terraformPlan.claims(fileOf('x.json', text));
  const plan = fixtureJson('change/plan.json');
  assert.ok(claims(fixture('change/plan.json')));
  assert.ok(claims(`\uFEFF${JSON.stringify(plan, null, 2)}`));
  assert.ok(claims(JSON.stringify(Object.fromEntries(Object.entries(plan).sort()))));
  assert.equal(claims(fixture('estate/state.json')), false);
  assert.equal(claims(fixture('estate/terraform.tfstate')), false);
  assert.equal(claims('{"format_version":"1.0","provider_schemas":{}}'), false);
  assert.equal(claims('{"AWSTemplateFormatVersion":"2010-09-09","x":"\\"planned_values\\" \\"format_version\\""}'), false);
});

test('hostile plans are read without harm', () => {
  const deep = '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000);
  const deepModules = '{"address":"module.m","child_modules":['.repeat(20_000) + ']}'.repeat(20_000);
  const plan = (values: string, modules = '') => `{"format_version":"1.2","planned_values":{"root_module":{"resources":[{"address":"aws_sqs_queue.q","mode":"managed","type":"aws_sqs_queue","name":"q","provider_name":"x/aws","values":${values}}],"child_modules":[${modules}]}},"configuration":{"root_module":${deep}}}`;
  assert.equal(read('plan.json', plan(deep, deepModules)).at('aws_sqs_queue.q').kind, 'sqs-queue');
  const forged = read('plan.json', plan('{"kms_master_key_id":"⟦terraform:x/y#arn⟧","__proto__":{"polluted":1},"tags":{"__proto__":"t"}}'));
  assert.deepEqual(forged.at('aws_sqs_queue.q').references.filter(({ to: target }) => target.includes('⟦')), []);
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  assert.deepEqual(Object.keys(forged.at('aws_sqs_queue.q').tags), ['__proto__']);
});

test('names that refer to each other in circles end', () => {
  const plan = fixtureJson('change/plan.json');
  const circle = { references: ['module.a.out', 'module.a', 'var.x', 'each.value'] };
  const call = { expressions: { x: circle }, for_each_expression: circle, module: { outputs: { out: { expression: circle } }, resources: [], module_calls: {} as Loose } };
  call.module.module_calls = { a: call };
  const text = JSON.stringify({ ...plan, configuration: { ...plan.configuration, root_module: { ...plan.configuration.root_module, module_calls: { a: { ...call, module: { ...call.module, module_calls: {} } } } } } });
  const edited = JSON.parse(text);
  for (const resource of edited.configuration.root_module.resources) resource.expressions = { ...resource.expressions, kms_master_key_id: circle, endpoint: circle };
  assert.equal(read('x/plan.json', JSON.stringify(edited)).facts.length, 5);
});

test('whatever stands in place of a part of a plan, the reader answers with facts', () => {
  const text = fixture('change/plan.json');
  const places = ['planned_values', 'resource_changes', 'configuration', 'variables', 'prior_state'];
  fc.assert(fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 6 }), fc.nat(40), (place, junk, at) => {
    const plan = JSON.parse(text);
    const holders = objectsIn(plan[place]);
    const holder = holders[(at * 7919) % holders.length];
    const names = Object.keys(holder ?? {});
    if (holder === undefined || names.length === 0) return;
    holder[names[at % names.length] ?? ''] = junk;
    for (const fact of read('plan.json', JSON.stringify(plan)).facts) assert.ok(factSchema.safeParse(fact).success);
  }), { numRuns: 300 });
});

function objectsIn(root: unknown): Loose[] {
  const found: Loose[] = [];
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    found.push(node);
    pending.push(...Object.values(node));
  }
  return found;
}
