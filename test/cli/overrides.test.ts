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

  it('are checked: rules that do not exist or cannot differ, selectors, and options', async () => {
    assert.match((await lint('overrides: [{ paths: [a], rules: { code-region-litral: off } }]')).stderr, /RR403.*There is no rule code-region-litral/s);
    assert.match((await lint('overrides: [{ paths: [a], rules: { region-service-unavailable: off } }]')).stderr, /RR401.*overrides\[0\]\.rules\.region-service-unavailable: .* judges the estate as a whole/s);
    assert.match((await lint(`overrides: [{ tags: [a=b], rules: { ${rule}: off } }]`)).stderr, /RR401.*judges code, which has no tags/s);
    assert.match((await lint('overrides: [{ rules: {} }]')).stderr, /RR401.*An override names paths, services or tags/s);
    assert.match((await lint('overrides: [{ tags: [a], rules: {} }]')).stderr, /RR401.*key=value/s);
    assert.match((await lint(`overrides: [{ paths: [a], rules: { ${rule}: { options: { no: 1 } } } }]`)).stderr, /RR401.*has no option no/s);
    assert.match((await lint('overrides: [{ paths: [], rules: {} }]')).stderr, /RR401/);
  });

  it('merge options one by one and add exclusions up', () => {
    const settingsOf = settingsByFile({ folder: '/r', config: { rules: { a: { severity: 'low', options: { x: 1, y: 1 }, exclude: ['one'] }, b: 'off' }, overrides: [{ paths: ['f.ts'], rules: { a: { options: { y: 2 }, exclude: ['two'] }, b: { options: {} } } }] } }, '/r');
    assert.deepEqual(settingsOf?.('f.ts'), { a: { severity: 'low', options: { x: 1, y: 2 }, exclude: ['one', 'two'] }, b: { severity: 'off', options: {} } });
    assert.equal(settingsOf?.('f.ts'), settingsOf?.('f.ts'));
    assert.equal(settingsOf?.('g.ts'), settingsOf?.('h.ts'));
  });

  it('let the rules on resources differ by service, tag and path; of several selectors each must hold', async () => {
    const bucket = (name: string, stage: string): string => `  ${name}:\n    Type: AWS::S3::Bucket\n    Properties: { Tags: [{ Key: stage, Value: ${stage} }] }\n`;
    const files = { 'shop/a.yaml': `Resources:\n${bucket('Prod', 'prod')}${bucket('Dev', 'dev-1')}`, 'pay/b.yaml': `Resources:\n${bucket('Ledger', 'prod')}` };
    const judged = async (config: string): Promise<string[]> => {
      const { stdout, stderr } = await runCli(['audit', '-f', 'json', '--fail-on', 'none', '--home', 'us-east-1', '-t', 'eu-west-1'], { cwd: await folderWith({ ...files, 'regionready.config.yaml': config }) });
      assert.equal(stderr, '');
      return (JSON.parse(stdout) as { judgements: { rule: string; severity: string; title: string }[] }).judgements.flatMap(({ rule: id, severity, title }) => (id === 'data-s3-no-crr' ? [`${title} ${severity}`] : [])).sort();
    };
    assert.deepEqual(await judged('overrides: [{ tags: ["stage=dev-*"], rules: { data-s3-no-crr: off } }]'), ['Ledger critical', 'Prod critical']);
    assert.deepEqual(await judged('services: { money: { include: ["pay/*"] } }\noverrides: [{ services: [mon*], rules: { data-s3-no-crr: low } }]'), ['Dev critical', 'Ledger low', 'Prod critical']);
    assert.deepEqual(await judged('rules: { data-s3-no-crr: off }\noverrides: [{ paths: [shop/], rules: { data-s3-no-crr: low } }, { paths: [shop/], tags: [stage=prod], rules: { data-s3-no-crr: high } }]'), ['Dev low', 'Prod high']);
  });

  it('--include judges other files too', async () => {
    assert.deepEqual(found(await lint('', '--include', 'test')), ['app/s3.ts high', 'lib/s3.ts high', 'test/s3.ts high']);
    assert.equal((await lint('', '--include', 'tests')).code, 2);
  });
});
