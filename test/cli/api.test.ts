import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { lint, UserError } from '../../index.ts';
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
