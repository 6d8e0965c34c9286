import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scanHcl } from './read-hcl.ts';

const cpu = async (work: () => Promise<unknown>): Promise<number> => {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
};
const q = 'resource "aws_sqs_queue" "q" {\n  name = local.a\n}\n';

test('circles end: of locals, of modules, of roots, of outputs and of a resource with itself', async () => {
  const locals = await scanHcl({ 'main.tf': `locals {\n  a = local.b\n  b = "\${local.a}x"\n}\n${q}resource "aws_sns_topic" "t" {\n  name = aws_sns_topic.t.name\n}\n` });
  assert.deepEqual(locals.addresses, ['aws_sns_topic.t', 'aws_sqs_queue.q']);
  const self = await scanHcl({ 'main.tf': `module "me" {\n  source = "./"\n}\n${q}` });
  assert.deepEqual(self.addresses, ['aws_sqs_queue.q']);
  assert.ok(self.blind.some(({ message }) => message.includes('contains itself')));
  const each = await scanHcl({ 'a/main.tf': `module "b" {\n  source = "../b"\n  in = module.b.out\n}\n`, 'b/main.tf': `variable "in" {}\nmodule "a" {\n  source = "../a"\n}\noutput "out" {\n  value = var.in\n}\n${q}` });
  assert.deepEqual(each.addresses, ['module.b.aws_sqs_queue.q']);
  const state = (name: string, other: string): string => `terraform {\n  backend "s3" {\n    bucket = "s"\n    key = "${name}"\n  }\n}\ndata "terraform_remote_state" "o" {\n  backend = "s3"\n  config = { bucket = "s", key = "${other}" }\n}\noutput "x" {\n  value = data.terraform_remote_state.o.outputs.x\n}\nlocals {\n  a = data.terraform_remote_state.o.outputs.x\n}\n${q}`;
  assert.deepEqual((await scanHcl({ 'a/main.tf': state('a', 'b'), 'b/main.tf': state('b', 'a') })).facts.filter(({ type }) => type === 'resource').length, 2);
});

test('what multiplies is bounded, and says so', async () => {
  const bombs: Readonly<Record<string, string>> = {
    count: 'resource "aws_sqs_queue" "q" {\n  count = 1000000000\n}\n',
    product: `locals {\n  l = [${'1, '.repeat(100)}]\n  a = setproduct(local.l, local.l, local.l, local.l)\n}\nresource "aws_sqs_queue" "q" {\n  for_each = { for p in local.a : join("", p) => p }\n}\n`,
    loops: `locals {\n  l = range(1000)\n  a = [for a in local.l : [for b in local.l : [for c in local.l : "x"]]]\n}\nresource "aws_sqs_queue" "q" {\n  name = jsonencode(local.a)\n}\n`,
    text: `locals {\n  a0 = "xxxxxxxxxx"\n${Array.from({ length: 60 }, (_, index) => `  a${index + 1} = "\${local.a${index}}\${local.a${index}}"\n`).join('')}}\nresource "aws_sqs_queue" "q" {\n  name = local.a60\n}\n`,
    lists: `locals {\n  a0 = ["x"]\n${Array.from({ length: 60 }, (_, index) => `  a${index + 1} = [local.a${index}, local.a${index}]\n`).join('')}}\nresource "aws_sqs_queue" "q" {\n  policy = jsonencode(local.a60)\n  name   = flatten(local.a60)[0]\n}\n`,
    modules: 'module "m" {\n  source = "./m"\n  count = 10000\n}\n',
  };
  for (const [name, text] of Object.entries(bombs)) {
    const inner = { 'm/main.tf': 'module "n" {\n  source = "../n"\n  count = 10000\n}\n', 'n/main.tf': 'resource "aws_sqs_queue" "q" {\n  count = 100\n}\n' };
    const took = await cpu(async () => {
      const { blind, addresses } = await scanHcl({ 'main.tf': text, ...(name === 'modules' ? inner : {}) });
      assert.ok(addresses.length > 0 && addresses.length < 200_000, name);
      if (name !== 'text' && name !== 'lists') assert.ok(blind.length > 0, name);
    });
    assert.ok(took < 30, `${name}: ${took} s`);
  }
});

test('what is nested deeply is left out, and nothing falls over', async () => {
  const deep: Readonly<Record<string, string>> = {
    brackets: `locals {\n  a = ${'('.repeat(2_000)}1${')'.repeat(2_000)}\n}\n${q}`,
    lists: `locals {\n  a = ${'['.repeat(2_000)}${']'.repeat(2_000)}\n}\n${q}`,
    templates: `locals {\n  a = ${'"${'.repeat(2_000)}1${'}"'.repeat(2_000)}\n}\n${q}`,
    chain: `locals {\n  a = local.b0\n${Array.from({ length: 20_000 }, (_, index) => `  b${index} = local.b${index + 1}\n`).join('')}  b20000 = "end"\n}\n${q}`,
    blocks: `${q.replace('name = local.a', `${'a {\n'.repeat(3_000)}${'}\n'.repeat(3_000)}`)}`,
    steps: `locals {\n  a = x${'.y'.repeat(5_000)}${'[0]'.repeat(2_000)}\n}\n${q}`,
    arms: `locals {\n  a = ${'var.x ? 1 : '.repeat(3_000)}2\n}\n${q}`,
    json: '',
  };
  for (const [name, text] of Object.entries(deep)) {
    const files = name === 'json' ? { 'main.tf.json': `{"locals": {"a": ${'['.repeat(20_000)}${']'.repeat(20_000)}}}`, 'main.tf': q } : { 'main.tf': text };
    const { facts } = await scanHcl(files);
    assert.ok(facts.length > 0, name);
  }
});

test('names of the language and of JavaScript are names', async () => {
  const { addresses, at } = await scanHcl({ 'main.tf': 'locals {\n  constructor = "c"\n  __proto__ = "p"\n  m = { toString = "x", hasOwnProperty = 1 }\n}\nresource "aws_sqs_queue" "constructor" {\n  name = local.constructor\n  tags = { __proto__ = "p", (local.__proto__) = local.m.toString }\n}\nresource "aws_sqs_queue" "__proto__" {\n  for_each = { __proto__ = 1 }\n  name = each.key\n}\nlocals {\n  no = local.valueOf\n}\nresource "aws_sqs_queue" "n" {\n  name = local.m.valueOf\n}\n' });
  assert.deepEqual(addresses, ['aws_sqs_queue.__proto__["__proto__"]', 'aws_sqs_queue.constructor', 'aws_sqs_queue.n']);
  assert.deepEqual([at('aws_sqs_queue.constructor').name, at('aws_sqs_queue.constructor').tags['p'], at('aws_sqs_queue.n').name], ['c', 'x', 'n']);
});

test('thousands of resources take seconds, and four times as many about four times as long', async () => {
  const many = (count: number): string => `locals {\n  tags = { a = "b" }\n}\n${Array.from({ length: count }, (_, index) => `resource "aws_sqs_queue" "q${index}" {\n  name = "q-${index}"\n  kms_master_key_id = aws_kms_key.k.arn\n  tags = merge(local.tags, { Name = "q\${${index} + 1}" })\n  redrive_policy = jsonencode({\n    deadLetterTargetArn = aws_sqs_queue.q${Math.max(0, index - 1)}.arn\n  })\n}\n`).join('')}resource "aws_kms_key" "k" {}\n`;
  await scanHcl({ 'main.tf': many(500) });
  const small = await cpu(async () => assert.equal((await scanHcl({ 'main.tf': many(1_000) })).addresses.length, 1_001));
  const large = await cpu(async () => assert.equal((await scanHcl({ 'main.tf': many(4_000) })).addresses.length, 4_001));
  assert.ok(large < small * 8 + 1, `${small} s and ${large} s`);
  assert.ok(large < 60, `${large} s`);
});
