import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LintFinding } from '../../cli/formats/lint-report.ts';
import { settingsByFile } from '../../cli/overrides.ts';
import { folderWith, runCli, type Ran } from '../support/io.ts';

const source = "import { S3Client } from '@aws-sdk/client-s3';\nexport const s3 = new S3Client({ region: 'us-east-1' });\n";
const rule = 'code-region-literal';
const lint = async (config: string, ...argv: readonly string[]): Promise<Ran> => runCli(['lint', '-f', 'json', '--rule', rule, ...argv], { cwd: await folderWith({ 'app/s3.ts': source, 'lib/s3.ts': source, 'test/s3.ts': source, 'regionready.config.yaml': config }) });
const found = ({ stdout }: Ran): string[] => (JSON.parse(stdout) as { findings: LintFinding[] }).findings.map(({ path, severity }) => `${path} ${severity}`);

describe('overrides', () => {
  it('let the code rules differ by path, later entries outranking earlier ones', async () => {
    assert.deepEqual(found(await lint(`overrides: [{ paths: [lib/], rules: { ${rule}: off } }]`)), ['app/s3.ts high']);
    assert.deepEqual(found(await lint(`rules: { ${rule}: low }\noverrides: [{ paths: ["*.ts"], rules: { ${rule}: info } }, { paths: [app/], rules: { ${rule}: { severity: critical } } }]`)), ['app/s3.ts critical', 'lib/s3.ts info']);
    assert.deepEqual(found(await lint(`overrides: [{ paths: [test/], rules: { ${rule}: { options: { include: [test] } } } }]`)), ['app/s3.ts high', 'lib/s3.ts high', 'test/s3.ts high']);
  });

  it('are checked: rules that do not exist, that judge resources, and options', async () => {
    assert.match((await lint('overrides: [{ paths: [a], rules: { code-region-litral: off } }]')).stderr, /RR403.*There is no rule code-region-litral/s);
    assert.match((await lint('overrides: [{ paths: [a], rules: { data-s3-no-crr: off } }]')).stderr, /RR401.*overrides\[0\]\.rules\.data-s3-no-crr: .* judges resources/s);
    assert.match((await lint(`overrides: [{ paths: [a], rules: { ${rule}: { options: { no: 1 } } } }]`)).stderr, /RR401.*has no option no/s);
    assert.match((await lint('overrides: [{ paths: [], rules: {} }]')).stderr, /RR401/);
  });

  it('merge options one by one and add exclusions up', () => {
    const settingsOf = settingsByFile({ folder: '/r', config: { rules: { a: { severity: 'low', options: { x: 1, y: 1 }, exclude: ['one'] }, b: 'off' }, overrides: [{ paths: ['f.ts'], rules: { a: { options: { y: 2 }, exclude: ['two'] }, b: { options: {} } } }] } }, '/r');
    assert.deepEqual(settingsOf('f.ts'), { a: { severity: 'low', options: { x: 1, y: 2 }, exclude: ['one', 'two'] }, b: { severity: 'off', options: {} } });
    assert.equal(settingsOf('f.ts'), settingsOf('f.ts'));
    assert.equal(settingsOf('g.ts'), settingsOf('h.ts'));
  });

  it('--include judges other files too', async () => {
    assert.deepEqual(found(await lint('', '--include', 'test')), ['app/s3.ts high', 'lib/s3.ts high', 'test/s3.ts high']);
    assert.equal((await lint('', '--include', 'tests')).code, 2);
  });
});
