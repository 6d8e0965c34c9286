import assert from 'node:assert/strict';
import { test } from 'node:test';
import { symbol } from '../../../../model/symbol.ts';
import { scanHcl } from './read-hcl.ts';

const queue = 'variable "name" {\n  default = "q"\n}\nresource "aws_sqs_queue" "this" {\n  name = var.name\n}\noutput "arn" {\n  value = aws_sqs_queue.this.arn\n}\n';
const topic = (queueArn: string): string => `resource "aws_sns_topic_subscription" "this" {\n  topic_arn = "arn:aws:sns:us-east-1:111122223333:t"\n  protocol = "sqs"\n  endpoint = ${queueArn}\n}\n`;
const to = (address: string, attribute?: string): string => symbol(`terraform:${address}`, attribute);

test('modules are read where they lie, once for every call and key, and are no roots of their own', async () => {
  const { addresses, at } = await scanHcl({
    'infra/main.tf': `module "one" {\n  source = "../modules/queue"\n  name = "one"\n}\nmodule "many" {\n  source = "../modules/queue/"\n  for_each = toset(["a", "b"])\n  name = "many-\${each.key}"\n}\n${topic('module.many["b"].arn')}`,
    'modules/queue/main.tf': queue,
  });
  assert.deepEqual(addresses, ['aws_sns_topic_subscription.this', 'module.many["a"].aws_sqs_queue.this', 'module.many["b"].aws_sqs_queue.this', 'module.one.aws_sqs_queue.this']);
  assert.equal(at('module.many["a"].aws_sqs_queue.this').name, 'many-a');
  assert.equal(at('aws_sns_topic_subscription.this').attributes['endpoint'], to('infra/module.many["b"].aws_sqs_queue.this', 'arn'));
});

test('what lies below modules/ and nothing calls is left out and said, unless it is all there is or says how it is run', async () => {
  const used = { 'infra/main.tf': 'resource "aws_sqs_queue" "own" {}\n', 'modules/queue/main.tf': queue };
  const { addresses, blind } = await scanHcl(used);
  assert.deepEqual(addresses, ['aws_sqs_queue.own']);
  assert.deepEqual(blind.filter(({ asked }) => asked === 'whether modules/queue is deployed').length, 1);
  assert.deepEqual((await scanHcl({ 'modules/queue/main.tf': queue })).addresses, ['aws_sqs_queue.this']);
  assert.deepEqual((await scanHcl({ ...used, 'modules/queue/terraform.tfvars': 'name = "jobs"\n' })).addresses, ['aws_sqs_queue.own', 'aws_sqs_queue.this']);
  assert.deepEqual((await scanHcl({ ...used, 'modules/queue/provider.tf': 'provider "aws" {\n  region = "eu-west-1"\n}\n' })).addresses, ['aws_sqs_queue.own', 'aws_sqs_queue.this']);
});

test('a module of a registry is read where terraform init has put it, and is a blind spot elsewhere', async () => {
  const main = { 'main.tf': `module "jobs" {\n  source  = "acme/queue/aws"\n  version = "~> 1.0"\n  name = "jobs"\n  bucket = aws_s3_bucket.b.id\n}\nresource "aws_s3_bucket" "b" {}\nresource "aws_s3_bucket" "c" {}\n${topic('module.jobs.arn')}` };
  const without = await scanHcl(main);
  assert.deepEqual(without.addresses, ['aws_s3_bucket.b', 'aws_s3_bucket.c', 'aws_sns_topic_subscription.this']);
  assert.match(without.blind.find(({ asked }) => asked.includes('module jobs'))?.message ?? '', /acme\/queue\/aws/);
  assert.match(without.blind.find(({ asked }) => asked.includes('module jobs'))?.remedy ?? '', /terraform show -json/);
  assert.equal('endpoint' in without.at('aws_sns_topic_subscription.this').attributes, false);
  assert.deepEqual([without.at('aws_s3_bucket.b').absent, typeof without.at('aws_s3_bucket.c').absent], [undefined, 'object'], 'what is passed to it may be configured in it');
  const manifest = { Modules: [{ Key: '', Dir: '.' }, { Key: 'jobs', Source: 'registry.terraform.io/acme/queue/aws', Dir: '.terraform/modules/jobs' }] };
  const there = { ...main, '.terraform/modules/modules.json': JSON.stringify(manifest), '.terraform/modules/jobs/main.tf': queue };
  const read = await scanHcl(there, { unlisted: ['.terraform/modules/modules.json', '.terraform/modules/jobs/main.tf'] });
  assert.ok(read.addresses.includes('module.jobs.aws_sqs_queue.this'));
  assert.deepEqual(read.blind.filter(({ asked }) => asked.includes('module')), []);
});

test('nothing outside of the scanned folder is opened: not by module, not by link, not by function', async () => {
  const secret = 'resource "aws_sqs_queue" "outside" {}\n';
  const outer = await scanHcl({ 'inner/x.tf': 'locals {}\n', 'other/main.tf': secret });
  assert.deepEqual(outer.addresses, ['aws_sqs_queue.outside']);
  const main = `module "up" {\n  source = "../../../../../../../../etc"\n}\nmodule "link" {\n  source = "./link"\n}\nmodule "rooted" {\n  source = "/etc"\n}\nresource "aws_sqs_queue" "q" {\n  name = file("../../../../etc/hostname")\n}\nresource "aws_sqs_queue" "r" {\n  name = file("/etc/hostname")\n}\nresource "aws_sqs_queue" "s" {\n  name = file("hosts")\n}\n`;
  const { addresses, at, blind } = await scanHcl({ 'main.tf': main, link: '→/etc', hosts: '→/etc/hosts' }, { unlisted: ['link', 'hosts'] });
  assert.deepEqual(addresses, ['aws_sqs_queue.q', 'aws_sqs_queue.r', 'aws_sqs_queue.s']);
  assert.deepEqual(['q', 'r', 's'].map((name) => at(`aws_sqs_queue.${name}`).name), ['q', 'r', 's']);
  assert.equal(blind.filter(({ message }) => message.includes('not in the scanned folder')).length, 3);
});

test('provider configurations reach the resources: alias, providers of a call, a region of its own, inheritance', async () => {
  const { at, blind } = await scanHcl({
    'main.tf': `provider "aws" {\n  region = "eu-west-1"\n  default_tags {\n    tags = { team = "x" }\n  }\n}\nprovider "aws" {\n  alias = "far"\n  region = var.far\n  assume_role {\n    role_arn = "arn:aws:iam::222233334444:role/deploy"\n  }\n}\nvariable "far" {\n  default = "ap-south-1"\n}\nvariable "open" {}
resource "aws_sqs_queue" "home" {}\nresource "aws_sqs_queue" "far" {\n  provider = aws.far\n}\nresource "aws_sqs_queue" "own" {\n  region = "sa-east-1"\n}\nresource "aws_sqs_queue" "open" {\n  region = var.open\n}
module "same" {\n  source = "./m"\n}\nmodule "away" {\n  source = "./m"\n  providers = {\n    aws = aws.far\n    aws.second = aws\n  }\n}\n`,
    'm/main.tf': `terraform {\n  required_providers {\n    aws = {\n      source = "hashicorp/aws"\n      configuration_aliases = [aws.second]\n    }\n  }\n}\ndata "aws_region" "here" {}\nresource "aws_sqs_queue" "q" {\n  name = "q-\${data.aws_region.here.name}"\n}\nresource "aws_sqs_queue" "second" {\n  provider = aws.second\n}\n`,
  });
  const where = (address: string) => [at(address).region, at(address).account];
  assert.deepEqual(where('aws_sqs_queue.home'), ['eu-west-1', undefined]);
  assert.deepEqual(where('aws_sqs_queue.far'), ['ap-south-1', '222233334444']);
  assert.deepEqual(where('aws_sqs_queue.own'), ['sa-east-1', undefined]);
  assert.deepEqual(where('aws_sqs_queue.open'), [undefined, undefined], 'a region that is not known is not the provider\'s');
  assert.deepEqual(where('module.same.aws_sqs_queue.q'), ['eu-west-1', undefined]);
  assert.deepEqual(where('module.away.aws_sqs_queue.q'), ['ap-south-1', '222233334444']);
  assert.deepEqual(where('module.away.aws_sqs_queue.second'), ['eu-west-1', undefined]);
  assert.deepEqual([at('module.away.aws_sqs_queue.q').name, at('aws_sqs_queue.home').tags, at('aws_sqs_queue.far').tags], ['q-ap-south-1', { team: 'x' }, {}]);
  assert.ok(blind.some(({ message }) => message.includes('No value is given for open')));
});

test('what is deployed nobody knows where is where the configuration says', async () => {
  const { at, blind } = await scanHcl({ 'main.tf': 'data "aws_region" "r" {}\ndata "aws_caller_identity" "me" {}\nresource "aws_sqs_queue" "q" {\n  name = "q-${data.aws_region.r.id}"\n}\nresource "aws_s3_bucket" "b" {\n  bucket = "logs-${data.aws_caller_identity.me.account_id}"\n}\n' }, { deployment: { region: 'eu-south-2', parameters: {} } });
  assert.deepEqual([at('aws_sqs_queue.q').region, at('aws_sqs_queue.q').name, at('aws_s3_bucket.b').name], ['eu-south-2', 'q-eu-south-2', 'b'], 'a name with a gap is none');
  assert.ok(blind.some(({ message }) => message.includes('eu-south-2 is assumed')));
});

test('an unknown number of instances is told once and said; what is a part then says nothing of its whole', async () => {
  const { addresses, at, blind } = await scanHcl({ 'main.tf': `variable "n" {}\nresource "aws_kms_key" "k" {\n  count = var.n ? 1 : 0\n  enable_key_rotation = true\n}\nresource "aws_sqs_queue" "q" {\n  kms_master_key_id = aws_kms_key.k[0].arn\n}\nresource "aws_s3_bucket" "b" {\n  bucket = "b"\n}\nresource "aws_s3_bucket_versioning" "v" {\n  for_each = var.n\n  bucket = aws_s3_bucket.b.id\n  versioning_configuration {\n    status = "Enabled"\n  }\n}\nresource "aws_sns_topic" "t" {\n  kms_master_key_id = one(aws_kms_key.k[*].arn)\n}\n` });
  assert.deepEqual(addresses, ['aws_kms_key.k', 'aws_s3_bucket.b', 'aws_s3_bucket_versioning.v', 'aws_sns_topic.t', 'aws_sqs_queue.q']);
  assert.equal(at('aws_kms_key.k').attributes['rotation'], true);
  assert.equal(at('aws_sqs_queue.q').attributes['kmsKey'], to('./aws_kms_key.k', 'arn'), 'an instance that is picked is there');
  assert.equal('kmsKey' in at('aws_sns_topic.t').attributes, false, 'one of none or one is not');
  assert.deepEqual(at('aws_sns_topic.t').references.map((reference) => reference.to), [to('./aws_kms_key.k', 'arn')]);
  assert.deepEqual(at('aws_s3_bucket_versioning.v').attributes, {});
  assert.match(blind.find(({ asked }) => asked.startsWith('instances'))?.message ?? '', /aws_kms_key\.k, aws_s3_bucket_versioning\.v/);
});

test('a dynamic block of an unknown number leaves its list untold', async () => {
  const table = (over: string): string => `variable "open" {}\nresource "aws_dynamodb_table" "t" {\n  name = "t"\n  hash_key = "id"\n  dynamic "replica" {\n    for_each = ${over}\n    content {\n      region_name = replica.value\n    }\n  }\n}\n`;
  const replicas = async (over: string): Promise<unknown> => (await scanHcl({ 'main.tf': table(over) })).at('aws_dynamodb_table.t').attributes['replicaRegions'];
  assert.equal(await replicas('var.open'), undefined);
  assert.deepEqual(await replicas('[]'), []);
  assert.deepEqual(await replicas('["eu-west-1"]'), ['eu-west-1']);
});

test('outputs of the state of another root are its own where that root is scanned too', async () => {
  const reader = `data "terraform_remote_state" "net" {\n  backend = "s3"\n  config = {\n    bucket = "states"\n    key = "net.tfstate"\n    region = "eu-west-1"\n  }\n}\n${topic('data.terraform_remote_state.net.outputs.arn')}`;
  const net = `terraform {\n  backend "s3" {\n    bucket = "states"\n    key = "net.tfstate"\n    region = "eu-west-1"\n  }\n}\n${queue}`;
  const both = await scanHcl({ 'app/main.tf': reader, 'net/main.tf': net });
  assert.equal(both.at('aws_sns_topic_subscription.this').attributes['endpoint'], to('net/aws_sqs_queue.this', 'arn'));
  const alone = await scanHcl({ 'app/main.tf': reader });
  assert.equal('endpoint' in alone.at('aws_sns_topic_subscription.this').attributes, false);
  assert.ok(alone.blind.some(({ asked }) => asked.includes('data.terraform_remote_state.net')));
});

test('values of variables are read in the order of Terraform, sensitive ones not at all', async () => {
  const main = 'variable "name" {\n  default = "d"\n}\nvariable "secret" {\n  sensitive = true\n  default = "hunter2-hunter2"\n}\nresource "aws_sqs_queue" "q" {\n  name = var.name\n}\nresource "aws_sqs_queue" "s" {\n  name = var.secret\n}\nresource "aws_db_instance" "d" {\n  identifier = "d"\n  password = "correct-horse"\n}\nresource "aws_lambda_function" "f" {\n  function_name = "f"\n  environment {\n    variables = {\n      TOKEN = "abc-token-value"\n    }\n  }\n}\n';
  const named = async (files: Readonly<Record<string, string>>): Promise<string> => (await scanHcl({ 'main.tf': main, ...files })).at('aws_sqs_queue.q').name;
  assert.equal(await named({}), 'd');
  assert.equal(await named({ 'terraform.tfvars': 'name = "t"\n' }), 't');
  assert.equal(await named({ 'terraform.tfvars': 'name = "t"\n', 'b.auto.tfvars': 'name = "b"\n', 'a.auto.tfvars.json': '{"name": "a"}' }), 'b');
  assert.equal(await named({ 'prod.tfvars': 'name = "p"\n' }), 'd', 'nobody says that it is used');
  const { facts } = await scanHcl({ 'main.tf': main });
  for (const secret of ['hunter2', 'correct-horse', 'abc-token-value']) assert.equal(JSON.stringify(facts).includes(secret), false, secret);
});

test('arguments that are called like those of modules and providers are read where they are a resource’s own, and names of types without a kind too', async () => {
  const { at } = await scanHcl({
    'main.tf': [
      'resource "aws_sqs_queue" "in" {}', 'resource "aws_pipes_pipe" "p" {\n  source = aws_sqs_queue.in.arn\n  target = "arn:aws:sqs:us-east-1:111122223333:out"\n  depends_on = [aws_sqs_queue.other]\n}', 'resource "aws_sqs_queue" "other" {}',
      'resource "aws_eks_cluster" "c" {\n  version = "1.33"\n  role_arn = "arn:aws:iam::111122223333:role/eks"\n}',
      'resource "aws_key_pair" "k" {\n  key_name = "ops"\n}', 'resource "aws_opensearchserverless_collection" "d" {\n  name = "docs"\n}', 'resource "aws_ses_domain_identity" "e" {\n  domain = "example.com"\n}',
    ].join('\n'),
  });
  const ends = at('aws_pipes_pipe.p').references.map(({ from, to }) => from ?? to);
  assert.deepEqual([ends.includes(to('./aws_sqs_queue.in', 'arn')), ends.some((end) => end.includes('aws_sqs_queue.other'))], [true, false]);
  assert.equal(at('aws_eks_cluster.c').attributes['engineVersion'], '1.33');
  assert.deepEqual(['aws_key_pair.k', 'aws_opensearchserverless_collection.d', 'aws_ses_domain_identity.e'].map((address) => at(address).identities), [['ops'], ['docs'], []]);
});
