import assert from 'node:assert/strict';
import { chmod, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { folderWith, runCli, type Ran } from '../../support/io.ts';
import { openSource, replaceSource } from '../../../cli/fix/source-file.ts';
import { unifiedDiff } from '../../../cli/fix/unified-diff.ts';
import { syntaxErrors } from '../../../cli/fix/syntax-errors.ts';
import { execFileSync } from 'node:child_process';

const source = "\ufeffimport { S3Client } from '@aws-sdk/client-s3';\r\nconst s3 = new S3Client({ region: 'us-east-1' }); // 😀 region\r\nconst other = new S3Client({ region: 'us-west-2' });\r\nexport const handler = async () => [s3, other];\r\n";
const after = source.replace("{ region: 'us-east-1' }", '{}');
const lint = (cwd: string, ...argv: readonly string[]): Promise<Ran> => runCli(['lint', '--home', 'us-east-1', '--fail-on', 'none', ...argv], { cwd });
const findingsOf = ({ stdout }: Ran): { line: number; fix?: { safe?: boolean } }[] => (JSON.parse(stdout) as { findings: { line: number; fix?: { safe?: boolean } }[] }).findings;

describe('lint --fix', () => {
  it('makes the safe changes, keeps everything else to the byte, and reports what is left', async () => {
    const cwd = await folderWith({ '.git/HEAD': '', 'a.ts': source });
    await chmod(join(cwd, 'a.ts'), 0o755);
    assert.deepEqual(findingsOf(await lint(cwd, '-f', 'json')).map(({ line, fix }) => [line, fix?.safe]), [[2, true], [3, false]]);
    const ran = await lint(cwd, '--fix', '-f', 'json');
    assert.deepEqual(findingsOf(ran).map(({ line }) => line), [3]);
    assert.match(ran.stderr, /Fixed 1 finding in 1 file\. 1 suggestion left to a person/);
    assert.equal(await readFile(join(cwd, 'a.ts'), 'utf8'), after);
    assert.equal((await stat(join(cwd, 'a.ts'))).mode & 0o777, 0o755);
    assert.match((await lint(cwd, '--fix')).stderr, /Fixed (?:0|no) findings/);
    assert.equal(await readFile(join(cwd, 'a.ts'), 'utf8'), after, 'a second run changes nothing');
  });

  it('prints a diff that applies and changes nothing in a dry run', async () => {
    const cwd = await folderWith({ '.git/HEAD': '', 'a.ts': source });
    const { stdout } = await lint(cwd, '--fix-dry-run');
    assert.match(stdout, /^--- a\/a\.ts\n\+\+\+ b\/a\.ts\n@@ -1,4 \+1,4 @@\n/);
    assert.equal(await readFile(join(cwd, 'a.ts'), 'utf8'), source);
    const other = await folderWith({ 'a.ts': source, 'fix.diff': stdout });
    execFileSync('git', ['apply', 'fix.diff'], { cwd: other });
    assert.equal(await readFile(join(other, 'a.ts'), 'utf8'), after);
  });

  it('fixes templates and modules in one run, and nothing in the next', async () => {
    const template = (role: string, region: string, topic: string): string => `AWSTemplateFormatVersion: '2010-09-09'\nParameters:\n  Home: {Type: String, Default: us-east-1}\nResources:\n  Orders:\n    Type: AWS::Lambda::Function\n    Properties:\n      Role: ${role}\n      Environment:\n        Variables:\n          REGION: ${region} # here\n          TOPIC: ${topic}\n`;
    const module = (role: string): string => `data "aws_partition" "this" {}\nprovider "aws" {\n  region = "us-east-1"\n}\nresource "aws_lambda_function" "f" {\n  role = "${role}"\n  environment {\n    variables = {\n      REGION = "us-east-1"\n    }\n  }\n}\n`;
    const json = (region: string): string => `{"Resources": {"A": {"Type": "AWS::Lambda::Function", "Properties": {"Environment": {"Variables": {"REGION": ${region}}}}}}}\n`;
    const role = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
    const before = { 'a.yaml': template(role, 'us-east-1', '!Sub "arn:aws:sns:us-east-1:${AWS::AccountId}:orders"'), 'a.json': json('"us-east-1"'), 'm/main.tf': module(role) };
    const cwd = await folderWith({ '.git/HEAD': '', ...before });
    const read = async (): Promise<string[]> => Promise.all(Object.keys(before).map((path) => readFile(join(cwd, path), 'utf8')));
    assert.match((await lint(cwd, '--fix')).stderr, /Fixed 5 findings in 3 files/);
    const fixed = await read();
    assert.deepEqual(fixed, [
      template('!Sub arn:${AWS::Partition}:iam::aws:policy/ReadOnlyAccess', '!Ref AWS::Region', '!Sub "arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:orders"'),
      json('{ "Ref": "AWS::Region" }'),
      module('arn:${data.aws_partition.this.partition}:iam::aws:policy/ReadOnlyAccess'),
    ]);
    assert.match((await lint(cwd, '--fix')).stderr, /Fixed (?:0|no) findings/);
    assert.deepEqual(await read(), fixed);
  });

  it('does not change the work tree for what is staged', async () => {
    const ran = await lint(await folderWith({ 'a.ts': source }), '--fix', '--staged');
    assert.equal(ran.code, 2);
    assert.match(ran.stderr, /^error\[RR103\]: --fix changes the work tree/);
  });

  it('tells the change in SARIF', async () => {
    const cwd = await folderWith({ '.git/HEAD': '', 'a.ts': source });
    const log = JSON.parse((await lint(cwd, '-f', 'sarif')).stdout) as { runs: { results: { fixes?: { artifactChanges: { replacements: unknown[] }[] }[] }[] }[] };
    assert.deepEqual(log.runs[0]?.results[0]?.fixes?.[0]?.artifactChanges[0]?.replacements, [{ deletedRegion: { startLine: 2, startColumn: 26, endLine: 2, endColumn: 47 } }]);
  });

  it('changes nothing that a comment or the baseline accepts, and nothing without home', async () => {
    const cwd = await folderWith({ '.git/HEAD': '', 'a.ts': source.replace('// 😀 region', '// regionready-ignore code-* -- it stays') });
    const before = await readFile(join(cwd, 'a.ts'), 'utf8');
    await lint(cwd, '--fix');
    await runCli(['lint', '--fix', '--fail-on', 'none'], { cwd });
    assert.equal(await readFile(join(cwd, 'a.ts'), 'utf8'), before);
  });
});

describe('files that are changed', () => {
  it('lie below the root and are no links, and are those that were read', async () => {
    const cwd = await folderWith({ 'in/a.ts': 'one', 'out.ts': 'x', 'latin.ts': '' });
    await writeFile(join(cwd, 'in/latin.ts'), Buffer.from([0x61, 0xe9]));
    await symlink('../out.ts', join(cwd, 'in/link.ts'));
    await symlink('..', join(cwd, 'in/up'));
    const refusal = (path: string): string => {
      const opened = openSource(join(cwd, 'in'), path);
      return 'refusal' in opened ? opened.refusal : 'opened';
    };
    assert.equal(refusal('../out.ts'), 'it lies outside of the working directory');
    assert.equal(refusal('up/out.ts'), 'it lies outside of the working directory');
    assert.equal(refusal('link.ts'), 'it is a symbolic link');
    assert.equal(refusal('latin.ts'), 'it is not UTF-8');
    const opened = openSource(join(cwd, 'in'), 'a.ts');
    assert.ok('file' in opened);
    await writeFile(join(cwd, 'in/a.ts'), 'two');
    assert.equal(await replaceSource(opened.file, 'three'), false);
    assert.equal(await readFile(join(cwd, 'in/a.ts'), 'utf8'), 'two');
  });

  it('must parse as well as before', async () => {
    assert.ok((await syntaxErrors('a.ts', 'typescript', 'const a = {')) > (await syntaxErrors('a.ts', 'typescript', 'const a = {};')));
    assert.ok((await syntaxErrors('a.json', 'json', '{"a":')) > (await syntaxErrors('a.json', 'json', '{"a": 1}')));
    assert.ok((await syntaxErrors('a.yaml', 'yaml', 'a: [b')) > (await syntaxErrors('a.yaml', 'yaml', 'a: !Sub "x"')));
  });
});

describe('a unified diff', () => {
  it('shows changes with their surroundings, and a missing line end', () => {
    assert.equal(unifiedDiff('a', 'x\n', 'x\n'), '');
    const lines = Array.from({ length: 30 }, (_, index) => `${index}\n`);
    const changed = [...lines.slice(0, 4), 'four\n', ...lines.slice(5, 29), 'last'].join('');
    assert.equal(unifiedDiff('a', lines.join(''), changed), '--- a/a\n+++ b/a\n@@ -2,7 +2,7 @@\n 1\n 2\n 3\n-4\n+four\n 5\n 6\n 7\n@@ -27,4 +27,4 @@\n 26\n 27\n 28\n-29\n+last\n\\ No newline at end of file\n');
  });
});
