import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { writeSnapshot } from '../../../cli/snapshot-file.ts';
import type { Fact } from '../../../model/fact.ts';
import { readinessSchema, type Readiness } from '../../../model/readiness.ts';
import { resource } from '../../support/facts.ts';
import { folderWith, runCli, type Ran } from '../../support/io.ts';

const template = `Resources:
  Media:
    Type: AWS::S3::Bucket
    Properties: { BucketName: shop-media }
  Logs:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: shop-logs
      Tags: [{ Key: 'mr:ephemeral', Value: 'true' }]
`;

const bucket = (name: string, region = 'us-east-1'): Fact =>
  resource(`arn:aws:s3:::${name}`, { resourceType: 'AWS::S3::Bucket', kind: 's3-bucket', name, region, arn: `arn:aws:s3:::${name}`, attributes: { replication: [], versioning: true } });

let cwd = '';
before(async () => {
  cwd = await folderWith({ '.git/HEAD': '', 'infra/shop.yaml': template, 'params.json': '[{"ParameterKey":"Stage","ParameterValue":"prod"}]' });
  await writeSnapshot(join(cwd, 'estate.snapshot.gz'), [bucket('media'), bucket('logs'), bucket('copy', 'us-west-2')], 'test');
});
const audit = (...argv: readonly string[]): Promise<Ran> => runCli(['audit', ...argv], { cwd });
const readiness = ({ stdout }: Ran): Readiness => readinessSchema.parse(JSON.parse(stdout));

describe('audit', () => {
  it('judges templates below the working directory', async () => {
    const ran = await audit('infra', '--home', 'us-east-1', '--target', 'eu-west-1', '--format', 'json');
    assert.equal(ran.code, 1);
    const { judgements, intent } = readiness(ran);
    assert.deepEqual(intent, { home: ['us-east-1'], target: 'eu-west-1', strategy: 'warm-standby', today: '2030-01-31' });
    assert.deepEqual(judgements.filter(({ rule }) => rule === 'data-s3-no-crr').map(({ title, state, source }) => [title, state, source?.file]), [
      ['shop-media', 'gap', 'infra/shop.yaml'],
      ['shop-logs', 'exempt', 'infra/shop.yaml'],
    ]);
  });

  it('judges a snapshot, infers home and says so', async () => {
    const ran = await audit('estate.snapshot.gz', '-t', 'eu-west-1', '-f', 'json');
    assert.deepEqual(readiness(ran).intent.home, ['us-east-1']);
    assert.match(readiness(ran).notes.join('\n'), /Home was not given: us-east-1 is assumed, which 2 of the 3 resources/);
  });

  it('gives the same bytes for the same input', async () => {
    const argv = ['estate.snapshot.gz', 'infra', '-t', 'eu-west-1', '--home', 'us-east-1', '-f', 'json'] as const;
    assert.equal((await audit(...argv)).stdout, (await audit(...argv)).stdout);
  });

  it('shows what became of the gaps of an earlier audit', async () => {
    const argv = ['infra', '--home', 'us-east-1', '-t', 'eu-west-1'] as const;
    await writeFile(join(cwd, 'earlier.json'), JSON.stringify({ ...readiness(await audit(...argv, '-f', 'json')), judgements: [] }));
    assert.match((await audit(...argv, '--since', 'earlier.json')).stdout, /What changed for us-east-1 → eu-west-1 since 2030-01-31[^]*\+ critical data-s3-no-crr: shop-media/);
    assert.match((await audit(...argv, '--since', 'earlier.json', '-f', 'markdown')).stdout, /## What changed for us-east-1 → eu-west-1/);
    const other = await audit('infra', '--home', 'us-east-1', '-t', 'sa-east-1', '--since', 'earlier.json');
    assert.match(other.stderr, /RR103.*earlier\.json has no readiness for sa-east-1/);
  });

  it('asks for home where nothing tells it, naming the option', async () => {
    const ran = await audit('infra', '-t', 'eu-west-1');
    assert.equal(ran.code, 2);
    assert.match(ran.stderr, /^error\[RR102\]: infra\/shop\.yaml does not say which region it is deployed to[^]*--home/);
  });

  it('takes home for templates from what else was read', async () => {
    const ran = await audit('infra', 'estate.snapshot.gz', '-t', 'eu-west-1', '-f', 'json');
    assert.ok(readiness(ran).judgements.some(({ title }) => title === 'shop-media'));
  });

  it('asks for a target, and refuses regions that cannot be meant', async () => {
    assert.match((await audit('infra', '--home', 'us-east-1')).stderr, /^error\[RR102\]: No target region was given\.\n {2}hint: .*--target/);
    assert.match((await audit('-t', 'eu_west_1')).stderr, /^error\[RR404\]: There is no region eu_west_1\. Did you mean eu-west-1\?/);
  });

  it('takes a region that it has no data for, and says that it knows nothing of it', async () => {
    const ran = await audit('estate.snapshot.gz', '-t', 'us-north-9', '-f', 'json');
    assert.match(readiness(ran).notes.join('\n'), /There is no data for us-north-9.*unknown/);
    assert.ok(readiness(ran).judgements.filter(({ rule }) => rule.startsWith('region-') && rule.endsWith('-unavailable')).every(({ state }) => state !== 'ready'));
  });

  it('judges several targets one after the other and exits with the worst', async () => {
    const ran = await audit('estate.snapshot.gz', '-t', 'eu-west-1,eu-central-1', '-f', 'json', '--home', 'us-east-1');
    assert.deepEqual((JSON.parse(ran.stdout) as Readiness[]).map(({ intent }) => intent.target), ['eu-west-1', 'eu-central-1']);
    assert.equal(ran.code, 1);
  });

  it('fails from --fail-on, which outranks the configuration', async () => {
    const folder = await folderWith({ 'shop.yaml': template, 'regionready.config.yaml': 'home: us-east-1\ntarget: eu-west-1\nfailOn: none\nrules: { data-s3-no-crr: low }\n' });
    const codes = await Promise.all([[], ['--fail-on', 'low'], ['--fail-on', 'critical']].map(async (more) => (await runCli(['audit', '-q', ...more], { cwd: folder })).code));
    assert.deepEqual(codes, [0, 1, 0]);
  });

  it('evaluates templates as the configuration says', async () => {
    const config = 'home: us-east-1\ntarget: eu-west-1\ntemplates:\n  - path: shop.yaml\n    regions: [us-east-1, eu-west-1]\n    stack: front\n    parameters: params.yaml\n';
    const text = 'Parameters: { Name: { Type: String } }\nResources: { Media: { Type: AWS::S3::Bucket, Properties: { BucketName: !Sub "${Name}-${AWS::Region}" } } }\n';
    const folder = await folderWith({ 'shop.yaml': text, 'regionready.config.yaml': config, 'params.yaml': 'Name: media\n' });
    const { judgements, coverage } = readiness(await runCli(['audit', '-f', 'json'], { cwd: folder }));
    assert.equal(coverage.resources, 2);
    assert.ok(judgements.some(({ title, service }) => title === 'media-us-east-1' && service === 'front'));
  });

  it('writes and honours a baseline, and says what is stale in it', async () => {
    const folder = await folderWith({ 'shop.yaml': template });
    const run = (...more: readonly string[]): Promise<Ran> => runCli(['audit', '--home', 'us-east-1', '-t', 'eu-west-1', '--baseline', 'b.json', ...more], { cwd: folder });
    assert.match((await run()).stderr, /^error\[RR201\]: There is no baseline/);
    const written = await run('--update-baseline');
    assert.equal(written.code, 0);
    assert.match(written.stderr, /^Wrote \d+ gaps to b\.json: \d+ new, 0 gone\n$/);
    const honoured = await run('-f', 'json');
    assert.equal(honoured.code, 0);
    assert.ok(readiness(honoured).judgements.filter(({ state }) => state === 'gap').every(({ baselined }) => baselined === true));
    const stale = await runCli(['audit', 'shop.yaml', '--home', 'us-east-1', '-t', 'eu-west-1', '--baseline', 'b.json', '--strategy', 'backup-restore', '-q'], { cwd: folder });
    assert.equal(stale.stderr, '');
    await writeFile(join(folder, 'shop.yaml'), 'Resources:\n  A:\n    Type: AWS::SNS::Topic\n');
    const told = await run('--fail-on', 'none');
    assert.match(told.stderr, /not found any more: .* --update-baseline removes (?:it|them) and accepts what is new\.\n/);
    assert.match((await runCli(['audit', '--update-baseline', '-t', 'eu-west-1'], { cwd: folder })).stderr, /^error\[RR102\]: --update-baseline/);
  });

  it('prints to the terminal and to files at once, a file for each target where a format needs it', async () => {
    const ran = await audit('estate.snapshot.gz', '-t', 'eu-west-1,eu-central-1', '--home', 'us-east-1', '-f', 'text', '-f', 'sarif=gaps.sarif', '-f', 'html=report.html');
    assert.match(ran.stdout, /us-east-1 → eu-west-1[^]*us-east-1 → eu-central-1/);
    assert.equal(ran.stderr, 'Wrote sarif to gaps.sarif\nWrote html to report.eu-west-1.html\nWrote html to report.eu-central-1.html\n');
    assert.match(await readFile(join(cwd, 'report.eu-central-1.html'), 'utf8'), /^<!doctype html>/i);
  });

  it('says what cannot be read', async () => {
    const folder = await folderWith({ 'empty/.keep': '', 'cut.snapshot': '{"format":"regionready/snapshot","tool":"x","version":1}\n', 'p.json': '3' });
    const failed = async (...argv: readonly string[]): Promise<string> => (await runCli(['audit', '-t', 'eu-west-1', '--home', 'us-east-1', ...argv], { cwd: folder })).stderr;
    assert.match(await failed('missing.yaml'), /^error\[RR201\]: There is no missing\.yaml/);
    assert.match(await failed('empty'), /^error\[RR203\]: Nothing to read was found in empty/);
    assert.match(await failed('cut.snapshot'), /^error\[RR303\]/);
    assert.match(await failed('cut.snapshot', '--max-snapshot-bytes', '10'), /^error\[RR304\]/);
    assert.match(await failed('--max-snapshot-bytes', 'lots'), /^error\[RR103\]/);
    assert.match(await failed('--parameters', 'p.json'), /^error\[RR103\]: p\.json is no parameter file/);
    assert.match(await failed('-o', 'no/such/folder/x.json', 'cut.snapshot'), /^error\[RR303\]/);
  });

  it('tells a template that cannot be parsed as a blind spot, not as ready', async () => {
    const folder = await folderWith({ 'broken.yaml': 'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  A: [\n' });
    const ran = await runCli(['audit', '-t', 'eu-west-1', '--home', 'us-east-1', '-f', 'json'], { cwd: folder });
    if (ran.code === 2) assert.match(ran.stderr, /broken\.yaml/);
    else {
      assert.equal(readiness(ran).status, 'unknown');
      assert.ok(readiness(ran).blindSpots.some(({ source }) => source.file === 'broken.yaml'));
    }
  });
});
