import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { documentedConfig } from './support/own-rules-config.ts';

const run = (cwd: string, command: string, ...args: readonly string[]): string => execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const template = `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties: {TableName: orders}
`;

/** The package as a stranger gets it: packed, installed elsewhere, run. */
describe('the packed package', { timeout: 300_000 }, () => {
  let home = '';
  before(() => {
    home = mkdtempSync(join(tmpdir(), 'package-'));
    run('.', 'npm', 'pack', '--silent', '--pack-destination', home);
    const [tarball = ''] = readdirSync(home);
    run(home, 'npm', 'init', '-y');
    run(home, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', `./${tarball}`);
    writeFileSync(join(home, 'orders.yaml'), template);
    writeFileSync(join(home, 'client.py'), "import boto3\n\ns3 = boto3.client('s3', region_name='us-east-1')\n");
    writeFileSync(join(home, 'client.ts'), "import { S3Client } from '@aws-sdk/client-s3';\nexport const client = new S3Client({ region: 'us-east-1' });\n");
  });

  it('holds what it runs from and no sources, tests or examples', () => {
    const inside = join(home, 'node_modules/regionready');
    assert.deepEqual(readdirSync(inside).sort(), ['LICENSE', 'README.md', 'dist', 'docs', 'package.json']);
    assert.match(readFileSync(join(inside, 'dist/cli/bin.js'), 'utf8'), /^#!\/usr\/bin\/env node/);
  });

  it('audits, lints and explains', () => {
    const regionready = (...args: string[]): string => run(home, 'npx', '--no-install', 'regionready', ...args);
    const version = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.equal(regionready('--version').trim(), version.version);
    assert.match(regionready('rules', 'explain', 'data-ddb-no-replica'), /replica/);
    const readiness = JSON.parse(regionready('audit', 'orders.yaml', '--home', 'us-east-1', '--target', 'eu-west-1', '--format', 'json', '--fail-on', 'none')) as { judgements: { rule: string; state: string }[] };
    assert.ok(readiness.judgements.some(({ rule, state }) => rule === 'data-ddb-no-replica' && state === 'gap'));
    const lint = JSON.parse(regionready('lint', 'client.ts', '--target', 'eu-west-1', '--format', 'json', '--fail-on', 'none')) as { findings: { rule: string; line: number }[] };
    assert.deepEqual(lint.findings.map(({ rule, line }) => [rule, line]), [['code-region-literal', 2]]);
    const python = JSON.parse(regionready('lint', 'client.py', '--target', 'eu-west-1', '--format', 'json', '--fail-on', 'none')) as { findings: { rule: string; line: number }[] };
    assert.deepEqual(python.findings.map(({ rule, line }) => [rule, line]), [['code-region-literal', 3]], 'grammars come with the package');
    regionready('audit', 'orders.yaml', '--home', 'us-east-1', '--target', 'eu-west-1', '--format', 'html=report.html', '--fail-on', 'none');
    assert.match(readFileSync(join(home, 'report.html'), 'utf8'), /^<!doctype html>/i);
  });

  it('is imported by programs, with types', () => {
    writeFileSync(join(home, 'program.mts'), "import { lint, UserError, type LintResult } from 'regionready';\nconst result: LintResult = await lint({ paths: ['client.ts'], targets: ['eu-west-1'] });\nconst failed = await lint({ paths: ['nowhere.ts'] }).catch((thrown: unknown) => (thrown instanceof UserError ? thrown.code : 'other'));\nconsole.log(JSON.stringify([result.findings.map(({ rule, line }) => [rule, line]), failed]));\n");
    run('.', process.execPath, 'node_modules/typescript/bin/tsc', '--ignoreConfig', '--outDir', home, '--rootDir', home, '--module', 'nodenext', '--target', 'es2023', '--strict', '--skipLibCheck', '--types', '', join(home, 'program.mts'), '--lib', 'es2023,dom');
    assert.deepEqual(JSON.parse(run(home, process.execPath, 'program.mjs')), [[['code-region-literal', 2]], 'RR201']);
  });

  it('takes rules of the configuration, typed, as documented', () => {
    writeFileSync(join(home, 'own.config.mts'), documentedConfig());
    run('.', process.execPath, 'node_modules/typescript/bin/tsc', '--ignoreConfig', '--outDir', home, '--rootDir', home, '--module', 'nodenext', '--target', 'es2023', '--strict', '--skipLibCheck', '--types', '', join(home, 'own.config.mts'), '--lib', 'es2023,dom');
    const regionready = (...args: string[]): string => run(home, 'npx', '--no-install', 'regionready', ...args, '--config', 'own.config.mjs');
    assert.match(regionready('rules', 'test'), /5 examples, all as they say\./);
    const lint = JSON.parse(regionready('lint', 'client.ts', '--rule', 'acme/code-legacy-gateway', '--format', 'json')) as { findings: unknown[] };
    assert.deepEqual(lint.findings, []);
    const readiness = JSON.parse(regionready('audit', 'orders.yaml', '--format', 'json', '--fail-on', 'none')) as { judgements: { rule: string; state: string }[] };
    assert.deepEqual(readiness.judgements.filter(({ rule }) => rule === 'acme/data-orders-stream').map(({ state }) => state), ['gap']);
  });
});
