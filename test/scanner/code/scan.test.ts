import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { factSchema, type Fact } from '../../../model/fact.ts';
import { codeScanner } from '../../../scanner/code/index.ts';
import { listFiles } from '../../../scanner/files.ts';
import { occurrencesIn, shown } from '../../support/occurrences.ts';

async function scan(files: Readonly<Record<string, string | Buffer>>, scopes?: Parameters<typeof codeScanner.scan>[0]['scopes']): Promise<Fact[]> {
  const root = mkdtempSync(join(tmpdir(), 'regionready-scan-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const facts: Fact[] = [];
    const { files: listed } = await listFiles({ base: root, scanner: 'code' });
    for await (const fact of codeScanner.scan({ root, files: listed, ...(scopes ? { scopes } : {}) })) facts.push(fact);
    return facts;
  } finally {
    rmSync(root, { recursive: true });
  }
}

const region = "export const a = 'us-east-1';\n";
const counts = (facts: readonly Fact[]): Record<string, number> => Object.fromEntries(facts.flatMap((fact) => (fact.type === 'coverage' ? [[fact.what, fact.count]] : [])));

describe('codeScanner', () => {
  it('tells what a provider of Terraform places, through modules', async () => {
    const facts = await scan({
      'live/providers.tf': 'provider "aws" {\n  alias  = "use1"\n  region = "us-east-1"\n}\nprovider "aws" {\n  alias  = "dr"\n  region = "us-west-2"\n}\nprovider "aws" {\n  alias  = "idle"\n  region = "us-east-1"\n}\n',
      'live/main.tf': 'resource "aws_wafv2_web_acl" "edge" {\n  provider = aws.use1\n  scope    = "CLOUDFRONT"\n}\nmodule "site" {\n  source    = "../modules/site"\n  providers = { aws = aws, aws.edge = aws.use1 }\n}\nmodule "copy" {\n  source    = "../modules/copy"\n  providers = { aws = aws.dr }\n}\nmodule "acm" {\n  source    = "git::https://ci:ghp_abcdefghijklmnopqrstuvwxyz0123456789@example.com/acm.git?ref=v1"\n  providers = { aws = aws.use1 }\n}\n',
      'modules/site/main.tf': 'resource "aws_acm_certificate" "site" {\n  provider = aws.edge\n}\nresource "aws_s3_bucket" "site" {}\n',
      'modules/copy/main.tf': 'resource "aws_db_instance" "copy" {}\nresource "random_id" "copy" {}\nmodule "logs" {\n  source = "./logs"\n}\nmodule "copy" {\n  source = "../copy"\n}\n', 'modules/copy/logs/main.tf': 'data "aws_region" "here" {}\n',
    });
    const uses = facts.flatMap((fact) => (fact.type === 'occurrence' && fact.occurrence.callee === 'provider.aws' ? [[fact.occurrence.span.line, ...(fact.occurrence.siblings ?? []).filter((text) => text.startsWith('for='))]] : []));
    assert.deepEqual(uses.sort(([a], [b]) => Number(a) - Number(b)), [
      [3, 'for=aws_acm_certificate.site', 'for=aws_wafv2_web_acl.edge CLOUDFRONT', 'for=module.acm git::https://example.com/acm.git'],
      [7, 'for=aws_db_instance.copy', 'for=data.aws_region.here'],
      [11],
    ]);
  });

  it('states occurrences, what it looked at, what it left out and where it could not look', async () => {
    const facts = await scan({
      'a.ts': region, 'plain.ts': 'export {};', 'b.js': region, 'tests/a.ts': region, 'dist/a.js': region, 'node_modules/x.js': region, 'README.md': 'us-east-1',
      'gen.ts': `// Code generated. DO NOT EDIT.\n${region}`, 'min.js': `${region}${'x'.repeat(9_000)}`, 'big.ts': `${region}${' '.repeat(3 << 20)}`, 'logo.png': 'us-east-1', 'bin.ts': Buffer.from('us-east-1\0'),
      'a.clj': "x = 'us-east-1'", 'b.clj': "x = 'us-east-1'", 'c.clj': 'x = 1', 'tool': "#!/usr/bin/env node\nconst a = 'us-east-1'", 'notes': 'us-east-1',
    });
    for (const fact of facts) factSchema.parse(fact);
    const found = facts.flatMap((fact) => (fact.type === 'occurrence' ? [fact.occurrence] : []));
    assert.deepEqual(found.map(({ file, language, scope }) => [file, language, scope]).sort(), [['a.ts', 'typescript', 'production'], ['b.js', 'javascript', 'production'], ['tests/a.ts', 'typescript', 'test'], ['tool', 'javascript', 'production']]);
    assert.deepEqual(counts(facts), {
      'files:javascript': 2, 'files:clojure': 3, 'files:other': 3, 'files:skipped-docs': 1, 'files:skipped-generated': 2, 'files:skipped-minified': 1, 'files:skipped-too-large': 1, 'files:typescript': 3,
    });
    const spots = facts.flatMap((fact) => (fact.type === 'blind-spot' ? [[fact.reason, fact.source.file, fact.message]] : []));
    assert.deepEqual(spots.map(([reason, file]) => [reason, file]), [['too-large', 'big.ts'], ['unsupported', undefined]]);
    assert.match(spots[1]?.[2] ?? '', /^2 files mention .* Clojure is not read: a\.clj, b\.clj$/);
  });

  it('says of documents that are too large to read that it did not', async () => {
    const facts = await scan({ 'template.json': `{"region": "us-east-1"${' '.repeat(3 << 20)}}` });
    assert.deepEqual(facts.flatMap((fact) => (fact.type === 'blind-spot' ? [[fact.reason, fact.source.file]] : [])), [['too-large', 'template.json']]);
  });

  it('tells regions that play parts in one file of each other', async () => {
    const facts = await scan({ 'failover.sh': 'PRIMARY_REGION="${PRIMARY_REGION:-us-east-1}"\nSTANDBY_REGION="${STANDBY_REGION:-us-west-2}"\nLOG_REGION="${LOG_REGION:-eu-west-1}"\n' });
    assert.deepEqual(facts.flatMap((fact) => (fact.type === 'occurrence' && fact.occurrence.form === 'region' ? [[fact.occurrence.name, fact.occurrence.alternatives]] : [])), [['PRIMARY_REGION', ['us-east-1', 'us-west-2']], ['STANDBY_REGION', ['us-east-1', 'us-west-2']], ['LOG_REGION', undefined]]);
  });

  it('shows the place in a long literal that is meant, and judges a name by its use in earnest', async () => {
    const python = 'import boto3, os\ndef client(region_name="eu-west-1"):\n    if os.getenv("ENVIRONMENT") == "local":\n        return boto3.client("s3", region_name=region_name, endpoint_url="http://localstack:4566")\n    return boto3.client("s3", region_name=region_name)\n';
    const shell = `cat > run.sh <<EOF\nopen https://eu-west-1.console.aws.amazon.com/s3?region=eu-west-1\n${'# words\n'.repeat(300)}aws s3 ls --region eu-west-1 --profile live\nEOF\n`;
    const facts = await scan({ 'a.py': python, 'b.sh': shell });
    const found = facts.flatMap((fact) => (fact.type === 'occurrence' && fact.occurrence.form === 'region' ? [fact.occurrence] : []));
    assert.deepEqual(found.find(({ file }) => file === 'a.py')?.siblings, ['s3']);
    assert.match(found.at(-1)?.within ?? '', /--region eu-west-1 --profile live/);
  });

  it('reads only the scopes that are asked for', async () => {
    const facts = await scan({ 'a.ts': region, 'tests/a.ts': region, 'examples/a.ts': region }, ['production']);
    assert.deepEqual(facts.flatMap((fact) => (fact.type === 'occurrence' ? [fact.occurrence.file] : [])), ['a.ts']);
    assert.deepEqual(counts(facts), { 'files:skipped-example': 1, 'files:skipped-test': 1, 'files:typescript': 1 });
  });

  it('says the same each time', async () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`d${index % 5}/f${index}.ts`, `${region}const b${index} = ['eu-west-1', 'eu-west-2'];`]));
    assert.deepEqual(await scan(files), await scan(Object.fromEntries(Object.entries(files).reverse())));
  });

  it('counts columns in UTF-16 code units and takes byte order marks off', async () => {
    const text = "const a = '😀', b = 'us-east-1';\r\nconst c = 'eu-west-1';";
    for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), Buffer.from(`\uFEFF${text}`, 'utf16le'), Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()]) {
      const found = (await scan({ 'a.ts': bytes })).flatMap((fact) => (fact.type === 'occurrence' ? [fact.occurrence.span] : []));
      assert.deepEqual(found.map(({ line, column, endColumn }) => [line, column, endColumn]), [[1, 22, 31], [2, 12, 21]]);
    }
  });

  it('reads the scripts of components and says what it leaves out', async () => {
    const component = '<template><Bucket region="eu-west-1" /></template>\n<script setup lang="ts">\nconst region = \'us-east-1\';\n</script>\n';
    for (const path of ['a.vue', 'a.svelte']) {
      const facts = await scan({ [path]: component });
      assert.deepEqual(facts.flatMap((fact) => (fact.type === 'occurrence' ? [[fact.occurrence.text, fact.occurrence.span.line, fact.occurrence.language]] : [])), [['us-east-1', 3, path.slice(2)]]);
      assert.match(facts.flatMap((fact) => (fact.type === 'blind-spot' ? [fact.message] : [])).join(), /markup mentions eu-west-1/);
    }
    const astro = await scan({ 'a.astro': "---\nconst region = 'us-east-1';\n---\n<p>hello</p>\n" });
    assert.deepEqual(astro.flatMap((fact) => (fact.type === 'occurrence' ? [`line ${fact.occurrence.span.line}`] : fact.type === 'blind-spot' ? [fact.message] : [])), ['line 2']);
  });

  it('shows siblings, what encloses, and the line, masked', async () => {
    const [metric] = await occurrencesIn("class M { add() { this.query({ Metric: { Namespace: 'AWS/CloudFront' }, region: 'us-east-1', token: 'abc123abc' }); } }");
    assert.deepEqual(metric?.siblings, ['Namespace=AWS/CloudFront']);
    assert.equal(metric?.enclosing, 'M.add');
    assert.match(metric?.snippet ?? '', /region: 'us-east-1', token: '\*\*\*\*'/);
    assert.equal(metric && shown(metric), 'argument region us-east-1 name=region in=this.query');
  });

  it('shows no secret that lies in a long line beside another place of the same text', async () => {
    for (let padding = 920; padding < 960; padding += 1) {
      const settings = { DB_PASSWORD: 'hunter2hunter2', first: 'us-east-1', note: 'a'.repeat(padding), second: 'us-east-1', rest: 'b'.repeat(3_000) };
      const found = await occurrencesIn(JSON.stringify(settings), 'a.json');
      assert.deepEqual(found.map(({ snippet }) => [/hunter2/.test(snippet), snippet.includes('us-east-1')]), [[false, true], [false, true]]);
    }
  });
});
