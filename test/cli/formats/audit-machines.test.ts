import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { DOMParser } from '@xmldom/xmldom';
import { csv } from '../../../cli/formats/csv.ts';
import { junit } from '../../../cli/formats/junit.ts';
import { findBrowser } from '../../../cli/print-to-pdf.ts';
import { folderWith, runCli } from '../../support/io.ts';
import { formatContext, tinyReadiness, verdict } from '../../support/tiny-readiness.ts';

/** Cells of RFC 4180. */
function cellsOf(text: string): string[][] {
  return text.trimEnd().split('\r\n').map((line) => Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain));
}
const context = formatContext();
const hostile = { ...tinyReadiness, judgements: [verdict({ title: '=cmd|"x"!A1', message: 'a, "b"\r\nc <d> & \u0000' })] };

describe('audit as csv', () => {
  it('has a line for each verdict of each target, with the columns that its head names', () => {
    const [head = [], ...rows] = cellsOf([...csv([tinyReadiness, tinyReadiness], context)].join(''));
    assert.equal(rows.length, 2 * tinyReadiness.judgements.length);
    for (const row of rows) assert.equal(row.length, head.length);
    const cell = (row: readonly string[], name: string): string | undefined => row[head.indexOf(name)];
    assert.deepEqual(rows.slice(0, 4).map((row) => ['state', 'rule', 'name', 'file', 'line', 'baselined'].map((name) => cell(row, name)).join(' ')), [
      'gap data-tiny media infra/media.yaml 12 ', 'gap data-tiny old infra/media.yaml 12 yes', 'gap code-tiny src/a.ts:3 src/a.ts 3 ', 'unknown data-tiny logs infra/media.yaml 12 ',
    ]);
    assert.equal(cell(rows[0] ?? [], 'fix'), 'Make a copy.');
    assert.equal(cell(rows[3] ?? [], 'fix'), '');
  });

  it('gives a spreadsheet no formula and keeps a verdict on its line', () => {
    const [head = [], row = [], ...more] = cellsOf([...csv([hostile], context)].join(''));
    assert.deepEqual(more, []);
    assert.equal(row[head.indexOf('name')], '\'=cmd|"x"!A1');
    assert.equal(row[head.indexOf('message')], 'a, "b" c <d> & ');
  });
});

describe('audit as JUnit', () => {
  it('fails for open gaps, skips what is unknown, exempt or in the baseline, and counts both', () => {
    const root = new DOMParser().parseFromString([...junit([tinyReadiness], context)].join(''), 'text/xml').documentElement;
    const of = (name: string): number => root?.getElementsByTagName(name).length ?? 0;
    assert.deepEqual(['tests', 'failures', 'skipped', 'errors'].map((name) => root?.getAttribute(name)), [of('testcase'), of('failure'), of('skipped'), 0].map(String));
    assert.deepEqual([of('testsuite'), of('testcase'), of('failure'), of('skipped')], [2, 6, 2, 3]);
    assert.match([...junit([hostile], context)].join(''), /a, &quot;b&quot; c &lt;d&gt; &amp; /);
  });
});

describe('audit as PDF', () => {
  const files = { 'a.yaml': 'Resources:\n  Media:\n    Type: AWS::S3::Bucket\n' };
  const argv = ['audit', 'a.yaml', '--home', 'us-east-1', '-t', 'eu-west-1', '--fail-on', 'none'];

  it('says what to install where no browser is found, and needs a file', async () => {
    const cwd = await folderWith(files);
    const missing = await runCli([...argv, '--format', 'pdf=a.pdf'], { cwd, env: { CHROME_PATH: '/nowhere/chromium' } });
    assert.equal(missing.code, 2);
    assert.match(missing.stderr, /error\[RR502\]: CHROME_PATH names \/nowhere\/chromium, which does not exist\.\n +hint: Install Chromium/);
    const broken = await runCli([...argv, '--format', 'pdf=a.pdf'], { cwd, env: { CHROME_PATH: process.execPath } });
    assert.match(broken.stderr, /error\[RR502\]: .* could not print the report/);
    assert.match((await runCli([...argv, '--format', 'pdf'], { cwd })).stderr, /RR103.*pdf is no text for standard output/);
    assert.equal(findBrowser({ PATH: `node_modules/.bin:${cwd}` }, []), undefined);
  });

  it('is printed by a browser of the machine', { timeout: 180_000 }, async (t) => {
    if (findBrowser({ PATH: process.env['PATH'], CHROME_PATH: process.env['CHROME_PATH'] }) === undefined) {
      t.skip('no Chromium, Chrome or Edge on this machine');
      return;
    }
    const cwd = await folderWith(files);
    const { code, stderr } = await runCli([...argv, '--output', 'report.pdf'], { cwd, env: { PATH: process.env['PATH'], CHROME_PATH: process.env['CHROME_PATH'] } });
    assert.equal(code, 0, stderr);
    const bytes = await readFile(join(cwd, 'report.pdf'));
    assert.match(bytes.subarray(0, 8).toString('latin1'), /^%PDF-1\./);
    assert.match(bytes.subarray(-8).toString('latin1'), /%%EOF/);
    assert.ok(bytes.length > 20_000, `${bytes.length} bytes`);
  });
});
