import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { graph, lint, UserError } from '../../index.ts';
import { folderWith, runCli } from '../support/io.ts';

const source = "import { S3Client } from '@aws-sdk/client-s3';\nexport const s3 = new S3Client({ region: 'us-east-1' });\n";

describe('lint of the Node API', () => {
  it('says what the command says', async () => {
    const cwd = await folderWith({ 'src/s3.ts': source });
    const { findings, summary, blindSpots } = await lint({ cwd, targets: ['eu-west-1'] });
    const printed = JSON.parse((await runCli(['lint', '-t', 'eu-west-1', '-f', 'json'], { cwd })).stdout) as { findings: { rule: string; line: number; fingerprint: string }[]; summary: unknown };
    assert.deepEqual(findings.map(({ rule, line, fingerprint }) => [rule, line, fingerprint]), printed.findings.map(({ rule, line, fingerprint }) => [rule, line, fingerprint]));
    assert.deepEqual([summary, blindSpots], [printed.summary, []]);
    assert.equal(findings.length, 1);
  });

  it('takes a configuration and looks for none, and writes nothing unless told where', async () => {
    const cwd = await folderWith({ 's3.ts': source, 'regionready.config.mjs': 'throw new Error("loaded");' });
    assert.equal((await lint({ cwd, paths: ['s3.ts'] })).findings.length, 1);
    assert.equal((await lint({ cwd, paths: ['s3.ts'], config: { rules: { 'code-region-literal': 'off' } } })).findings.length, 0);
    assert.equal(existsSync(join(cwd, '.regionready-cache')), false);
    await lint({ cwd, paths: ['s3.ts'], cacheDir: 'cache' });
    assert.equal(existsSync(join(cwd, 'cache')), true);
  });

  it('rejects with what is wrong', async () => {
    const cwd = await folderWith({ 's3.ts': source });
    const code = (expected: string) => (thrown: unknown) => thrown instanceof UserError && thrown.code === expected;
    await assert.rejects(lint({ cwd, paths: ['nowhere'] }), code('RR201'));
    await assert.rejects(lint({ cwd, rules: ['code-region-litral'] }), code('RR403'));
    await assert.rejects(lint({ cwd, targets: ['nowhere-1'] }), code('RR404'));
    await assert.rejects(lint({ cwd, config: { target: 5 } as never }), code('RR401'));
    await assert.rejects(lint({ cwd, changedSince: 'main' }), code('RR103'));
  });
});

describe('graph of the Node API', () => {
  const template = 'Resources:\n  Orders: {Type: AWS::SQS::Queue, Properties: {QueueName: orders, RedrivePolicy: {deadLetterTargetArn: !GetAtt Failed.Arn, maxReceiveCount: 3}}}\n  Failed: {Type: AWS::SQS::Queue, Properties: {QueueName: failed}}\n  Other: {Type: AWS::SNS::Topic}\n';

  it('gives what the command writes, for the algorithms of graphology', async () => {
    const cwd = await folderWith({ 'a.yaml': template });
    const { graph: whole } = await graph({ cwd, home: ['us-east-1'] });
    const printed = JSON.parse((await runCli(['graph', '--home', 'us-east-1', '-f', 'json', '-q'], { cwd })).stdout) as { nodes: { id: string }[]; edges: { from: string; to: string; type: string }[]; omitted: unknown };
    assert.deepEqual(whole.mapNodes((id, attributes) => ({ id, ...attributes })), printed.nodes);
    assert.deepEqual(whole.edges().map((edge) => ({ from: whole.source(edge), to: whole.target(edge), ...whole.getEdgeAttributes(edge) })), printed.edges);
    assert.deepEqual([whole.order, whole.size, whole.getAttribute('omitted')], [3, 1, printed.omitted]);
  });

  it('gives a part, and rejects with what is not there', async () => {
    const cwd = await folderWith({ 'a.yaml': template, 'regionready.config.mjs': 'throw new Error("loaded");' });
    const { graph: part } = await graph({ cwd, home: ['us-east-1'], around: ['orders'] });
    assert.deepEqual(part.mapNodes((_, { name }) => name).sort(), ['failed', 'orders']);
    await assert.rejects(graph({ cwd, home: ['us-east-1'], around: ['order'] }), (thrown) => thrown instanceof UserError && thrown.code === 'RR405' && /orders/.test(thrown.message));
  });
});
