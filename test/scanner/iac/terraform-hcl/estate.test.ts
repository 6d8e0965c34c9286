import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildEstate } from '../../../../graph/build.ts';
import { factSchema } from '../../../../model/fact.ts';
import { canonicalJson, type Json } from '../../../../model/json.ts';
import { loader } from '../../../../scanner/iac/terraform-hcl/loader.ts';
import { opener } from '../../../../scanner/iac/terraform-hcl/open.ts';
import { hclParser } from '../../../../scanner/iac/terraform-hcl/syntax/parser.ts';
import { encodedText } from '../../../../scanner/iac/terraform-hcl/text.ts';
import { isObject } from '../../../../scanner/iac/terraform-hcl/value.ts';
import { agreement } from './agreement.ts';
import { scanFolder } from './read-hcl.ts';

const estate = new URL('../../../estates/terraform/', import.meta.url);
const shop = new URL('../../../../examples/shop/', import.meta.url);
const fixtures = new URL('../fixtures/terraform/', import.meta.url);

test('configuration and plan of an estate tell the same resources, and nothing of them differently', async () => {
  const { facts, blind } = await scanFolder(estate);
  const { alone, different, untold, equal, lost } = agreement(facts);
  assert.deepEqual([alone, different], [[], []]);
  assert.ok(equal > 500, String(equal));
  assert.deepEqual(untold, ['terraform:./aws_db_instance.catalogue performanceInsights']);
  // The plan refers to every instance of a count whose index is computed; the configuration knows which.
  assert.deepEqual(lost, ['terraform:./aws_sqs_queue.work["orders"] → ⟦terraform:./aws_sqs_queue.dead[1]⟧', 'terraform:./aws_sqs_queue.work["payments"] → ⟦terraform:./aws_sqs_queue.dead[0]⟧']);
  assert.deepEqual(blind, []);
  for (const fact of facts) assert.ok(factSchema.safeParse(fact).success, JSON.stringify(fact));
});

test('so do those of the example and the recorded plans', async () => {
  for (const folder of ['media/infra/', 'platform/']) {
    const { alone, different, lost } = agreement((await scanFolder(new URL(folder, shop))).facts);
    assert.deepEqual([folder, alone, different, lost], [folder, [], [], []]);
  }
  const { alone, different } = agreement((await scanFolder(new URL('estate/', fixtures))).facts);
  assert.deepEqual([alone, different], [[], []]);
});

test('both become one resource, and their parts one part', async () => {
  const { facts } = await scanFolder(estate);
  const alone = (scanner: string): typeof facts => facts.filter((fact) => fact.type !== 'resource' || fact.source.scanner === scanner);
  const [both, planned, written] = [buildEstate(facts), buildEstate(alone('terraform-plan')), buildEstate(alone('terraform-hcl'))];
  const ids = (graph: typeof both): string[] => [...graph.resources.values()].map(({ resourceType, name }) => `${resourceType} ${name}`).sort();
  assert.deepEqual(ids(both), ids(planned));
  assert.deepEqual(ids(written), ids(planned));
  const bucket = [...both.resources.values()].find(({ name }) => name === 'shop-prod-media-recovery');
  assert.deepEqual(bucket?.kind === 's3-bucket' && bucket.attributes.lifecycle?.length, 2);
});

test('policy documents of data sources give the edges that a plan leaves to apply', async () => {
  const { facts } = await scanFolder(estate);
  const { edges } = buildEstate(facts.filter((fact) => fact.type !== 'resource' || fact.source.scanner === 'terraform-hcl'));
  const ends = edges.filter(({ type }) => type === 'reads' || type === 'writes').map(({ from, type, to }) => `${from.split(/[:/]/).at(-1)} ${type} ${to.split(/[:/]/).at(-1)}`);
  for (const end of ['writes shop-prod-orders', 'writes shop-prod-payments.fifo', 'reads shop-prod-media-home']) assert.ok(ends.includes(`shop-prod-worker-0 ${end}`), ends.join('\n'));
});

test('facts say file and line, and so do references', async () => {
  const at = (await scanFolder(estate)).at;
  const table = at('aws_dynamodb_table.orders');
  const lineOf = (text: string): number => readFileSync(new URL('main.tf', estate), 'utf8').split('\n').findIndex((line) => line.includes(text)) + 1;
  assert.deepEqual([table.source.file, table.source.line], ['main.tf', lineOf('"aws_dynamodb_table" "orders"')]);
  assert.equal(table.references.find(({ path }) => path === 'server_side_encryption[].kms_key_arn')?.line, lineOf('kms_key_arn = aws'));
  assert.deepEqual([at('aws_sns_topic.audit').source.file, at('module.recovery.aws_s3_bucket.this').source.file], ['audit.tf.json', 'modules/bucket/main.tf']);
});

test('every expression has the value that Terraform gives it', async () => {
  const read = (path: string): string => readFileSync(join(estate.pathname, path), 'utf8');
  const shelf = { list: (folder: string) => readdirSync(join(estate.pathname, folder)), text: (path: string) => (path.includes('.terraform/') ? undefined : read(path)) };
  const parser = await hclParser();
  const load = loader(shelf, parser);
  const root = { folder: '.', stack: '.', shown: [] };
  const top = opener({ shelf, parser, load, roots: [root], nameOf: (stack) => stack, deployment: () => undefined })(root);
  const outputs = (JSON.parse(read('plan.json')) as { planned_values: { outputs: Record<string, { value: Record<string, Json> }> } }).planned_values.outputs;
  let count = 0;
  for (const [name, { value }] of Object.entries(outputs)) {
    const mine = top.output(name);
    for (const [key, expected] of Object.entries(value)) {
      const text = encodedText((isObject(mine) ? mine.of.get(key) : undefined) ?? null);
      assert.equal(text === undefined ? 'unknown' : canonicalJson(JSON.parse(text)), canonicalJson(expected), `${name}.${key}`);
      count += 1;
    }
  }
  assert.ok(count >= 120, String(count));
});
