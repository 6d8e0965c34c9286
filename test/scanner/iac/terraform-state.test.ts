import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildEstate } from '../../../graph/build.ts';
import { factSchema, type Fact } from '../../../model/fact.ts';
import { terraformState } from '../../../scanner/iac/terraform-state.ts';
import { fileOf, fixture, fixtureJson, read, readFixture, type Loose } from './terraform/read-fixture.ts';

const file = readFixture('estate/terraform.tfstate');
const shown = readFixture('estate/state.json');

test('the state file and what terraform show prints of it tell the same, except that the latter does not tell providers apart', () => {
  const comparable = (facts: readonly Fact[]): string[] => facts
    .filter((fact) => fact.type === 'resource' && fact.region !== undefined && shown.at(fact.source.path ?? '').partition !== undefined)
    .map((fact) => JSON.stringify({ ...fact, account: undefined }).replaceAll('terraform.tfstate', 'state.json'))
    .sort();
  assert.ok(comparable(file.facts).length >= 22);
  assert.ok(comparable(file.facts).join('\n') === comparable(shown.facts).join('\n'));
  for (const fact of [...file.facts, ...shown.facts]) assert.ok(factSchema.safeParse(fact).success, JSON.stringify(fact));
});

test('ARNs tell account and region; what has none is where its provider works', () => {
  const queue = file.at('aws_sqs_queue.orders');
  assert.equal(queue.arn, 'arn:aws:sqs:eu-west-1:111122223333:fx-orders');
  assert.deepEqual([queue.region, queue.account, queue.partition], ['eu-west-1', '111122223333', 'aws']);
  const recovery = file.at('module.media["south"].module.recovery.aws_s3_bucket_versioning.this');
  assert.deepEqual([recovery.region, recovery.partOf], ['eu-central-1', 'fx-media-south-recovery']);
});

test('where a state tells of two regions without saying which provider is which, nothing is assumed', () => {
  assert.equal(shown.at('module.media["south"].module.recovery.aws_s3_bucket_versioning.this').region, undefined);
  assert.match(shown.blind.map(({ message }) => message).join(), /stays unknown/);
  assert.deepEqual(file.blind, []);
});

test('ids and hosts that AWS gave are identities; those of the thing a resource belongs to are not', () => {
  assert.match(file.at('aws_vpc.main').identities.join(), /(^|,)vpc-[0-9a-f]{17}(,|$)/);
  assert.ok(file.at('module.media["north"].module.home.aws_s3_bucket.this').identities.includes('fx-media-north-home.s3.eu-west-1.amazonaws.com'));
  assert.deepEqual(file.at('aws_secretsmanager_secret_version.service["cart"]').identities, []);
  assert.equal(file.at('aws_secretsmanager_secret_version.service["cart"]').arn, undefined);
});

test('resources find each other by what AWS named them', () => {
  const { resources, edges } = buildEstate(file.facts);
  const ofType = (type: string): string[] => [...resources.values()].filter(({ resourceType }) => resourceType === type).map(({ id }) => id);
  const [[queue], [key], [vpc], subnets] = [ofType('AWS::SQS::Queue'), ofType('AWS::KMS::Key'), ofType('AWS::EC2::VPC'), ofType('AWS::EC2::Subnet')];
  assert.ok(edges.some(({ from, to, type }) => from === queue && to === key && type === 'uses-key'));
  const beside = new Set(edges.flatMap(({ from, to }) => (from === vpc ? [to] : to === vpc ? [from] : [])));
  assert.deepEqual(subnets.filter((subnet) => !beside.has(subnet)), []);
});

test('secrets of a state never reach a fact, whether or not the state marks them', () => {
  assert.ok(fixture('estate/terraform.tfstate').includes('not-a-real-secret-fixture-only'));
  assert.equal(JSON.stringify([...file.facts, ...shown.facts]).includes('not-a-real-secret'), false);
  const unmarked = fixtureJson('estate/terraform.tfstate');
  const hidden = 'arn:aws:iam::111122223333:role/from-a-secret';
  for (const { type, instances } of unmarked.resources as Loose[]) {
    for (const instance of instances) {
      delete instance.sensitive_attributes;
      if (type === 'aws_db_instance') instance.attributes.password = hidden;
      if (type === 'aws_secretsmanager_secret_version') instance.attributes.secret_string = hidden;
    }
  }
  assert.equal(JSON.stringify(read('terraform.tfstate', JSON.stringify(unmarked)).facts).includes('from-a-secret'), false);
});

test('values that a state marks as sensitive are hidden wherever they stand', () => {
  const state = fixtureJson('estate/terraform.tfstate');
  const queue = (state.resources as Loose[]).find(({ type }) => type === 'aws_sqs_queue');
  queue.instances[0].sensitive_attributes = [[{ type: 'get_attr', value: 'kms_master_key_id' }], [{ type: 'get_attr', value: 'tags_all' }, { type: 'index', value: { value: 'estate', type: 'string' } }], 7];
  const fact = read('terraform.tfstate', JSON.stringify(state)).at('aws_sqs_queue.orders');
  assert.equal('kmsKey' in fact.attributes, false);
  assert.deepEqual(fact.tags, {});
});

test('providers are known by their old names too', () => {
  const state = fixtureJson('estate/terraform.tfstate');
  for (const resource of state.resources as Loose[]) {
    resource.provider = resource.provider.replace('provider["registry.terraform.io/hashicorp/aws"]', 'provider.aws').replace('provider["terraform.io/builtin/terraform"]', 'module.x.provider.terraform');
  }
  assert.equal(read('terraform.tfstate', JSON.stringify(state)).facts.length, file.facts.length);
});

test('deposed objects are on their way out and no resources', () => {
  const state = fixtureJson('estate/terraform.tfstate');
  const queue = (state.resources as Loose[]).find(({ type }) => type === 'aws_sqs_queue');
  queue.instances.push({ ...queue.instances[0], deposed: '01234567' });
  const { facts, blind } = read('terraform.tfstate', JSON.stringify(state));
  assert.equal(facts.length, file.facts.length);
  assert.deepEqual(blind, []);
});

test('other versions and encrypted states are blind spots', () => {
  const message = (state: object): string => read('terraform.tfstate', JSON.stringify(state)).blind.map((spot) => `${spot.reason}: ${spot.message}`).join();
  const head = { terraform_version: '1.0.0', serial: 1, lineage: 'x', resources: [] };
  assert.match(message({ version: 3, ...head }), /^unsupported: .*an older Terraform/);
  assert.match(message({ version: 5, ...head }), /^unsupported: .*a newer Terraform/);
  assert.match(message({ serial: 1, lineage: 'x', meta: {}, encrypted_data: 'x', encryption_version: 'v0' }), /encrypted/);
  assert.match(message({ format_version: '2.0', values: { root_module: {} } }), /newer Terraform/);
  assert.equal(message({ version: 4, ...head }), '');
});

test('only states are claimed', () => {
  const claims = (text: string): boolean => terraformState.claims(fileOf('x.json', text));
  assert.ok(claims(fixture('estate/terraform.tfstate')));
  assert.ok(claims(fixture('estate/state.json')));
  assert.equal(claims(fixture('estate/plan.json')), false);
  assert.equal(claims('{"version":"1.0.0","name":"x","resources":[]}'), false);
  assert.equal(claims('{"format_version":"1.0","valid":true}'), false);
});
