import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import type { LintFinding, LintSummary } from '../../../cli/formats/lint-report.ts';
import { folderWith, runCli, type Ran } from '../../support/io.ts';
import { sarifShape } from '../formats/sarif-shape.ts';

const source = "import { S3Client } from '@aws-sdk/client-s3';\n\nexport const s3 = new S3Client({ region: 'us-east-1' });\n";

let cwd = '';
before(async () => {
  cwd = await folderWith({
    '.git/HEAD': '',
    'src/s3.ts': source,
    'src/fine.ts': "export const region = process.env['AWS_REGION'];\n",
    'src/known.ts': "import { S3Client } from '@aws-sdk/client-s3';\n// regionready-ignore code-* -- the ledger stays there\nexport const ledger = new S3Client({ region: 'us-west-2' });\n",
    'docs/readme.md': 'us-east-1',
  });
});
const lint = (...argv: readonly string[]): Promise<Ran> => runCli(['lint', ...argv], { cwd });
const parsed = ({ stdout }: Ran): { findings: LintFinding[]; summary: LintSummary } => JSON.parse(stdout) as { findings: LintFinding[]; summary: LintSummary };

describe('lint', () => {
  it('says rule, severity and span of what ties the code to a region, with paths from the working directory', async () => {
    const ran = await lint('--format', 'json');
    assert.equal(ran.code, 1);
    const { findings, summary } = parsed(ran);
    const literal = findings.find(({ path }) => path === 'src/s3.ts');
    assert.ok(literal);
    assert.deepEqual([literal.line, source.split('\n')[2]?.slice(literal.column - 1, literal.endColumn - 1).includes('us-east-1')], [3, true]);
    assert.match(literal.fingerprint, /^[0-9a-f]{32}$/);
    assert.ok(findings.every(({ path }) => path === 'src/s3.ts'), 'fine.ts is fine and known.ts is accepted');
    assert.equal(summary.exempt, 1);
    assert.ok((summary.looked['files:typescript'] ?? 0) >= 3);
  });

  it('does not lint its own configuration, which names regions on purpose', async () => {
    const own = await folderWith({ 'regionready.config.yaml': 'home: eu-west-1\ntarget: eu-central-1\n', 'other.yaml': 'region: eu-west-1\n' });
    assert.deepEqual([...new Set(parsed(await runCli(['lint', '-f', 'json'], { cwd: own })).findings.map(({ path }) => path))], ['other.yaml']);
  });

  it('needs no git, and takes files, folders and other working directories', async () => {
    assert.equal(parsed(await lint('src/s3.ts', '-f', 'json')).findings[0]?.path, 'src/s3.ts');
    assert.equal(parsed(await runCli(['lint', '..', '-f', 'json'], { cwd: join(cwd, 'docs') })).findings[0]?.path, '../src/s3.ts');
  });

  it('prints text with the line of code, SARIF, annotations and Markdown', async () => {
    assert.match((await lint()).stdout, /src\/s3\.ts:3:\d+ {2}\w+ {2}code-[^]*3 │ export const s3 = new S3Client[^]*~~~[^]*▲ 1 finding/);
    const sarif = sarifShape.parse(JSON.parse((await lint('-f', 'sarif')).stdout));
    assert.equal(sarif.runs[0]?.results.filter(({ suppressions }) => suppressions === undefined).length, 1);
    assert.match((await lint('-f', 'github')).stdout, /^::(?:error|warning|notice) file=src\/s3\.ts,line=3,endLine=3,col=/);
    assert.match((await lint('-f', 'markdown')).stdout, /\| `src\/s3\.ts:3` \|/);
  });

  it('asks only the rules that are named', async () => {
    const all = parsed(await lint('-f', 'json')).findings;
    const [first] = all;
    assert.deepEqual(parsed(await lint('-f', 'json', '--rule', first?.rule ?? '')).findings.map(({ rule }) => rule), [first?.rule]);
    assert.equal(parsed(await lint('-f', 'json', '--rule', 'code-ami-literal')).findings.length, 0);
    assert.match((await lint('--rule', 'code-region-litral')).stderr, /^error\[RR403\]: There is no rule code-region-litral\. Did you mean code-region-literal\?/);
    assert.match((await lint('--rule', 'data-s3-no-crr')).stderr, /^error\[RR103\]: data-s3-no-crr judges resources, not code/);
  });

  it('fails on new findings only once there is a baseline, even when code moves', async () => {
    const folder = await folderWith({ 's3.ts': source });
    const run = (...argv: readonly string[]): Promise<Ran> => runCli(['lint', '--baseline', 'b.json', ...argv], { cwd: folder });
    assert.equal((await run('--update-baseline')).code, 0);
    assert.match(await readFile(join(folder, 'b.json'), 'utf8'), /"rule": "code-/);
    assert.equal((await run()).code, 0);
    const moved = await folderWith({ 's3.ts': `// moved\n\n${source}`, 'b.json': await readFile(join(folder, 'b.json'), 'utf8') });
    assert.equal((await runCli(['lint', '--baseline', 'b.json'], { cwd: moved })).code, 0);
    const more = await folderWith({ 's3.ts': `${source}export const other = new S3Client({ region: 'us-west-2' });\n`, 'b.json': await readFile(join(folder, 'b.json'), 'utf8') });
    assert.equal((await runCli(['lint', '--baseline', 'b.json'], { cwd: more })).code, 1);
    const mended = await folderWith({ 's3.ts': 'export {};\n', 'b.json': await readFile(join(folder, 'b.json'), 'utf8') });
    const stale = await runCli(['lint', '--baseline', 'b.json'], { cwd: mended });
    assert.equal(stale.code, 0);
    assert.match(stale.stderr, /^1 gap of the baseline is not found any more: code-/);
  });

  it('honours the configuration: severity, exclusion, paths', async () => {
    const withConfig = async (config: string): Promise<Ran> => runCli(['lint', '-f', 'json'], { cwd: await folderWith({ 'a/s3.ts': source, 'b/ok.ts': '', 'regionready.config.yaml': config }) });
    const rule = parsed(await withConfig('')).findings[0]?.rule ?? '';
    assert.equal(parsed(await withConfig(`rules: { ${rule}: info }`)).findings[0]?.severity, 'info');
    assert.equal(parsed(await withConfig(`rules: { ${rule}: { exclude: ["a/*"] } }`)).findings.length, 0);
    const excluded = parsed(await withConfig('paths: { exclude: [a/] }'));
    assert.deepEqual([excluded.findings.length, excluded.summary.looked['files:excluded-by-configuration']], [0, 1]);
    assert.equal(parsed(await withConfig('paths: { include: ["b/**"] }')).findings.length, 0);
  });

  it('does not read a configuration where it was told not to', async () => {
    const folder = await folderWith({ 's3.ts': source, 'regionready.config.mjs': 'throw new Error("loaded");' });
    assert.match((await runCli(['lint'], { cwd: folder })).stderr, /^error\[RR402\].*loaded/);
    assert.equal((await runCli(['lint', '--no-config-lookup', 's3.ts'], { cwd: folder })).code, 1);
  });

  it('says that nothing was read instead of passing', async () => {
    assert.match((await lint('docs')).stderr, /^error\[RR203\]: Nothing to read was found in docs\. Found: files:skipped-docs 1\./);
    assert.equal((await lint('nowhere')).code, 2);
  });
});
