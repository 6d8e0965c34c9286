import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Fact } from '../../../model/fact.ts';
import { readSnapshot } from '../../../cli/snapshot-file.ts';
import { folderWith, runCli } from '../../support/io.ts';

const files = {
  '.git/HEAD': '',
  'infra/shop.yaml': 'Resources: { Media: { Type: AWS::S3::Bucket, Properties: { BucketName: shop-media } } }\n',
  'src/s3.ts': "export const s3 = new S3Client({ region: 'us-east-1', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' });\n",
  'infra/broken.yaml': 'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  A: [\n',
};

describe('scan', () => {
  it('writes what templates and code say, and tells on stderr what was read and what was not', async () => {
    const cwd = await folderWith(files);
    const ran = await runCli(['scan', '--home', 'us-east-1', '-o', 'estate.snapshot'], { cwd });
    assert.deepEqual([ran.code, ran.stdout], [0, '']);
    assert.match(ran.stderr, /^Wrote \d+ facts to estate\.snapshot\n {2}1 resource, [^]*blind spot[^]*infra\/broken\.yaml/);
    const { facts } = await readSnapshot(join(cwd, 'estate.snapshot'));
    assert.ok(facts.some((fact) => fact.type === 'resource' && fact.name === 'shop-media' && fact.region === 'us-east-1'));
    assert.ok(facts.some((fact) => fact.type === 'occurrence' && fact.occurrence.file === 'src/s3.ts'));
    assert.doesNotMatch(await readFile(join(cwd, 'estate.snapshot'), 'utf8'), /wJalrXUtnFEMI/);
  });

  it('gives the same bytes again, and merges snapshots', async () => {
    const cwd = await folderWith(files);
    for (const name of ['one', 'two']) assert.equal((await runCli(['scan', 'infra', 'src', '--home', 'us-east-1', '-o', name, '-q'], { cwd })).code, 0);
    assert.equal(await readFile(join(cwd, 'one'), 'utf8'), await readFile(join(cwd, 'two'), 'utf8'));
    assert.equal((await runCli(['scan', 'one', 'src', '-o', 'three', '--home', 'us-east-1'], { cwd })).code, 0);
    assert.equal((await readSnapshot(join(cwd, 'three'))).facts.some((fact) => fact.type === 'resource'), true);
  });

  it('learns the same from wherever it is started: what lies elsewhere is named from the folder that holds it', async () => {
    const outside = await folderWith({
      '.git/HEAD': '',
      'infra/main.tf': 'provider "aws" {\n  region = "us-east-1"\n}\nmodule "queue" {\n  source = "../modules/queue"\n}\n',
      'modules/queue/main.tf': 'resource "aws_sqs_queue" "orders" {\n  name = "orders"\n}\n',
      'cdk/cdk.json': '{}',
      'cdk/cdk.out/manifest.json': '{"artifacts": {"Pay": {"type": "aws:cloudformation:stack", "environment": "aws://111122223333/us-east-1", "properties": {"templateFile": "Pay.template.json"}}}}',
      'cdk/cdk.out/Pay.template.json': '{"Resources": {"Topic": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "paid"}}}}',
    });
    const told = async (cwd: string, ...paths: readonly string[]): Promise<readonly Fact[]> => {
      const ran = await runCli(['scan', ...paths, '--home', 'us-east-1', '--no-config-lookup', '-o', join(cwd, 'estate.snapshot')], { cwd });
      assert.equal(ran.code, 0, ran.stderr);
      assert.equal(ran.stderr.includes(`Files are named from ${outside}.`), cwd !== outside);
      return (await readSnapshot(join(cwd, 'estate.snapshot'))).facts;
    };
    const elsewhere = await told(await folderWith({ 'a.txt': '' }), outside, join(outside, 'cdk/cdk.out'));
    assert.deepEqual(elsewhere.flatMap((fact) => (fact.type === 'resource' ? [`${fact.name} ${fact.source.file}`] : [])), ['orders modules/queue/main.tf', 'paid cdk/cdk.out/Pay.template.json']);
    assert.deepEqual(elsewhere, await told(outside, '.', 'cdk/cdk.out'));
  });

  it('asks for what it needs and leaves nothing behind when it cannot write', async () => {
    const cwd = await folderWith(files);
    assert.match((await runCli(['scan'], { cwd })).stderr, /^error\[RR102\]: scan needs to know where/);
    assert.match((await runCli(['scan', 'infra', '-o', 'x'], { cwd })).stderr, /^error\[RR102\]: infra\/.*--home/s);
    assert.match((await runCli(['scan', '--home', 'us-east-1', '-o', 'no/where'], { cwd })).stderr, /^error\[RR501\]/);
    for (const special of ['/dev/null', 'infra']) assert.match((await runCli(['scan', '--home', 'us-east-1', '-o', special], { cwd })).stderr, /^error\[RR501\]: .* is a folder, device or pipe/);
    assert.match((await runCli(['scan', '-o', 'x', '.git'], { cwd })).stderr, /^error\[RR203\]/);
    assert.deepEqual((await readdir(cwd)).sort(), ['.git', 'infra', 'src']);
  });
});
