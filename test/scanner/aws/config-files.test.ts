import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Fact, ResourceFact } from '../../../model/fact.ts';
import { configFileScanner } from '../../../scanner/aws/config-files.ts';
import { isConfigFile } from '../../../scanner/files/config-file.ts';
import { readinessSchema } from '../../../model/readiness.ts';
import { runCli } from '../../support/io.ts';

const bucket = { resourceType: 'AWS::S3::Bucket', resourceId: 'orders', resourceName: 'orders', ARN: 'arn:aws:s3:::orders', awsAccountId: '111122223333', awsRegion: 'eu-west-1', configurationItemStatus: 'OK', configurationItemCaptureTime: '2026-01-02T00:00:00.000Z', configuration: { name: 'orders' }, supplementaryConfiguration: { BucketVersioningConfiguration: '{"status":"Enabled"}' }, tags: { team: 'shop' }, relationships: [] };
const subnet = { resourceType: 'AWS::EC2::Subnet', resourceId: 'subnet-0a1b2c3d4e5f60718', awsAccountId: '111122223333', awsRegion: 'eu-west-1', configurationItemCaptureTime: '2026-01-02T00:00:00.000Z', configuration: { subnetId: 'subnet-0a1b2c3d4e5f60718', vpcId: 'vpc-0a1b2c3d4e5f60718' }, relationships: [{ resourceType: 'AWS::EC2::VPC', resourceId: 'vpc-0a1b2c3d4e5f60718', name: 'Is contained in Vpc' }] };
const row = JSON.stringify({ accountId: '111122223333', awsRegion: 'eu-west-1', resourceType: 'AWS::SQS::Queue', resourceId: 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs', arn: 'arn:aws:sqs:eu-west-1:111122223333:jobs', configuration: { QueueName: 'jobs' } });

describe('files of AWS Config', () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'regionready-config-'))));
  after(() => rmSync(folder, { recursive: true }));
  const file = (name: string, content: string | Buffer): { readonly path: string; readonly absolutePath: string } => {
    const absolutePath = join(folder, name);
    writeFileSync(absolutePath, content);
    return { path: name, absolutePath };
  };
  const snapshot = (...items: readonly object[]): string => JSON.stringify({ fileVersion: '1.0', configSnapshotId: 'x', configurationItems: items });
  const facts = async (...files: ReturnType<typeof file>[]): Promise<Fact[]> => {
    const all: Fact[] = [];
    for await (const fact of configFileScanner.scan({ files })) all.push(fact);
    return all;
  };
  const resources = (all: readonly Fact[]): ResourceFact[] => all.filter((fact) => fact.type === 'resource');
  const spots = (all: readonly Fact[]): string[] => all.flatMap((fact) => (fact.type === 'blind-spot' ? [`${fact.reason} ${fact.source.file ?? fact.source.path}: ${fact.message}`] : []));

  it('are told by their first bytes, compressed or not', () => {
    for (const content of [snapshot(bucket), JSON.stringify({ Results: [row] }, undefined, 4), JSON.stringify({ configurationItems: [] }), JSON.stringify({ baseConfigurationItems: [] })]) {
      assert.equal(isConfigFile(file('a.json', content).absolutePath), true, content);
      assert.equal(isConfigFile(file('a.json.gz', gzipSync(content)).absolutePath), true, content);
    }
    assert.equal(isConfigFile(file('large.json.gz', gzipSync(snapshot(...Array.from({ length: 5_000 }, () => bucket)))).absolutePath), true);
    for (const content of ['{"Resources": {}}', '{"Results": [1]}', '', 'configurationItems']) assert.equal(isConfigFile(file('b.json', content).absolutePath), false, content);
    assert.equal(isConfigFile(file('c.txt', snapshot(bucket)).absolutePath), false);
    assert.equal(isConfigFile(join(folder, 'missing.json')), false);
  });

  it('give the resources that their items are, with account, region, tags, relationships and time', async () => {
    const all = await facts(file('snapshot.json.gz', gzipSync(snapshot(bucket, subnet))), file('rows.json', JSON.stringify({ Results: [row] })));
    assert.deepEqual(resources(all).map(({ id, kind, account, region, source }) => [id, kind, account, region, source.file]), [
      ['arn:aws:s3:::orders', 's3-bucket', '111122223333', 'eu-west-1', 'snapshot.json.gz'],
      ['arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0a1b2c3d4e5f60718', 'subnet', '111122223333', 'eu-west-1', 'snapshot.json.gz'],
      ['arn:aws:sqs:eu-west-1:111122223333:jobs', 'sqs-queue', '111122223333', 'eu-west-1', 'rows.json'],
    ]);
    const [first, second] = resources(all);
    assert.deepEqual([first?.tags, first?.attributes['versioning'], first?.source.asOf], [{ team: 'shop' }, true, '2026-01-02T00:00:00.000Z']);
    assert.ok(second?.references.some(({ to }) => to === 'vpc-0a1b2c3d4e5f60718'));
  });

  it('count the latest item of a resource, whatever the order, and nothing that was deleted', async () => {
    const later = { ...bucket, configurationItemCaptureTime: '2026-02-02T00:00:00.000Z', tags: { team: 'pay' } };
    const gone = { ...subnet, configurationItemCaptureTime: '2026-03-02T00:00:00.000Z', configurationItemStatus: 'ResourceDeleted', configuration: undefined };
    for (const items of [[bucket, later, gone, subnet], [subnet, gone, later, bucket]]) {
      const all = await facts(file('a.json', snapshot(...items.slice(0, 2))), file('b.json', snapshot(...items.slice(2))));
      assert.deepEqual(resources(all).map(({ tags }) => tags), [{ team: 'pay' }]);
      assert.deepEqual(all.filter((fact) => fact.type === 'coverage' && fact.what === 'config:items').map((fact) => fact.type === 'coverage' && fact.count), [1]);
    }
  });

  it('say what they do not tell: types that were not recorded, items and files that cannot be read', async () => {
    const all = await facts(file('half.json', snapshot(bucket).slice(0, -9)), file('cut.json.gz', gzipSync(snapshot(bucket)).subarray(0, 120)), file('odd.json', snapshot(bucket, { resourceType: 7 }, ['x'])), file('row.json', JSON.stringify({ Results: ['{'] })));
    const told = spots(all);
    assert.equal(told.length, 5);
    for (const [at, pattern] of [/^unparsable half.json: /, /^unparsable cut.json.gz: /, /^unparsable odd.json: 2 of its 3 items/, /^unparsable row.json: /, /^unsupported 111122223333\/eu-west-1: .*recorder/].entries()) assert.match(told[at] ?? '', pattern);
    assert.equal(resources(all).length, 1);
  });

  it('are read by the commands that read an estate, named or in a folder, and are no code', async () => {
    file('estate.json.gz', gzipSync(snapshot(bucket, subnet)));
    for (const path of [folder, join(folder, 'estate.json.gz')]) {
      const { stdout, code } = await runCli(['audit', path, '--target', 'eu-central-1', '--format', 'json'], { cwd: folder });
      assert.equal(code, 1);
      const { judgements, coverage } = readinessSchema.parse(JSON.parse(stdout));
      assert.ok(judgements.some(({ rule, state }) => rule === 'data-s3-no-crr' && state !== 'ready'), path);
      assert.ok(!judgements.some(({ rule }) => rule.startsWith('code-')), path);
      assert.match(JSON.stringify(coverage), /files:config/);
    }
  });
});
