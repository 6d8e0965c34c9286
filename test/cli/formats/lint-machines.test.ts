import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lintCheckstyle } from '../../../cli/formats/lint-checkstyle.ts';
import { lintCsv } from '../../../cli/formats/lint-csv.ts';
import { lintGitlab } from '../../../cli/formats/lint-gitlab.ts';
import { lintJunit } from '../../../cli/formats/lint-junit.ts';
import type { LintFormat, LintReport } from '../../../cli/formats/lint-report.ts';
import type { Judgement } from '../../../model/readiness.ts';
import { attacks } from '../../support/hostile.ts';
import { codeVerdict, formatContext } from '../../support/tiny-readiness.ts';

const nasty = [...attacks, ']]>', '=cmd|calc!A1', '@SUM(1)', 'a,"b"', '\ufffe\uffff\u0001\u000b', 'two\nlines', '&amp;#0;', '+1'];
const occurrence = codeVerdict.occurrence;
assert.ok(occurrence);
const hostile: Judgement[] = nasty.map((text, index) => ({ ...codeVerdict, message: text, fix: text, occurrence: { ...occurrence, file: `${text}/a.ts`, text, snippet: text }, fingerprint: index.toString(16).padStart(32, '0') }));
const reportOf = (judgements: readonly Judgement[]): LintReport => ({ targets: [], judgements, blindSpots: [], looked: { 'files:typescript': 3 }, notes: [] });
const report = reportOf([codeVerdict, { ...codeVerdict, baselined: true }, { ...codeVerdict, state: 'unknown', message: 'Not seen.' }, { ...codeVerdict, state: 'exempt' }]);
const print = (format: LintFormat, of: LintReport): string => [...format(of, formatContext())].join('');

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const unescaped = (text: string): string => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '');

/** Elements of a document, each with its attributes. Throws on anything that a strict XML 1.0 parser would not take. */
function parseXml(text: string): Element[] {
  assert.doesNotMatch(text, /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
  const elements: Element[] = [];
  const open: string[] = [];
  let rest = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, () => '');
  assert.notEqual(rest, text);
  while (rest !== '') {
    const token = /^(?:<(\/?)([a-z]+)((?: [a-z]+="(?:[^"<&]|&(?:amp|lt|gt|quot|apos);)*")*)(\/?)>|(?:[^<>&]|&(?:amp|lt|gt|quot|apos);)+)/.exec(rest);
    assert.ok(token, `no XML: ${rest.slice(0, 80)}`);
    const [whole, closing, name, attributes = '', empty] = token;
    rest = rest.slice(whole.length);
    if (name === undefined) assert.ok(open.length > 0 || whole.trim() === '');
    else if (closing === '/') assert.equal(open.pop(), name);
    else {
      const pairs = Array.from(attributes.matchAll(/ ([a-z]+)="([^"]*)"/g), ([, key = '', value = '']) => [key, unescaped(value)] as const);
      assert.equal(new Set(pairs.map(([key]) => key)).size, pairs.length);
      elements.push({ name, attributes: Object.fromEntries(pairs) });
      if (empty !== '/') open.push(name);
    }
  }
  assert.deepEqual(open, []);
  return elements;
}

const named = (elements: readonly Element[], name: string): Element[] => elements.filter((element) => element.name === name);

describe('lint formats for machines', () => {
  it('gitlab: what Code Quality needs of each open finding', () => {
    assert.deepEqual(JSON.parse(print(lintGitlab, report)), [{ description: 'us-east-1 is fixed here.', check_name: 'code-tiny', fingerprint: 'c'.repeat(32), severity: 'major', location: { path: 'src/a.ts', lines: { begin: 3, end: 3 } } }]);
    assert.deepEqual(JSON.parse(print(lintGitlab, reportOf([]))), []);
    assert.equal((JSON.parse(print(lintGitlab, reportOf(hostile))) as unknown[]).length, nasty.length);
  });

  it('junit: failures, and what is accepted or unknown as skipped', () => {
    const elements = parseXml(print(lintJunit, report));
    assert.deepEqual(elements[0], { name: 'testsuites', attributes: { name: 'regionready lint', tests: '4', failures: '1', errors: '0', skipped: '3' } });
    assert.equal(named(elements, 'failure')[0]?.attributes['message'], 'us-east-1 is fixed here.');
    assert.deepEqual(named(elements, 'skipped').map(({ attributes }) => attributes['message']?.split(':')[0]), ['It is in the baseline', 'unknown', 'exempt']);
    const none = parseXml(print(lintJunit, reportOf([])));
    assert.deepEqual([named(none, 'testcase').length, named(none, 'failure').length], [1, 0]);
    assert.equal(named(parseXml(print(lintJunit, reportOf(hostile))), 'failure').length, nasty.length);
  });

  it('checkstyle: errors by file', () => {
    const elements = parseXml(print(lintCheckstyle, report));
    assert.deepEqual(named(elements, 'file').map(({ attributes }) => attributes), [{ name: 'src/a.ts' }]);
    assert.deepEqual(named(elements, 'error').map(({ attributes }) => attributes), [{ line: '3', column: '24', severity: 'warning', message: 'us-east-1 is fixed here.', source: 'regionready.code-tiny' }]);
    assert.equal(named(parseXml(print(lintCheckstyle, reportOf(hostile))), 'error').length, nasty.length);
    assert.ok(parseXml(print(lintCheckstyle, reportOf(hostile))).some(({ attributes }) => attributes['message']?.startsWith('</script><script>pwned()</script>')));
  });

  it('csv: one line for each finding, and no formulas', () => {
    const lines = print(lintCsv, reportOf([codeVerdict, ...hostile])).split('\r\n');
    assert.equal(lines[0], 'rule,severity,path,line,column,endLine,endColumn,message,fix,fingerprint');
    assert.equal(lines[1], `code-tiny,medium,src/a.ts,3,24,3,33,us-east-1 is fixed here.,,${'c'.repeat(32)}`);
    assert.equal(lines.length, nasty.length + 3);
    for (const line of lines.slice(1, -1)) {
      const cells = Array.from(line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^",]*)/g), ([, cell = '']) => cell.replace(/^"|"$/g, ''));
      assert.equal(cells.length, 10, line);
      for (const cell of cells) assert.doesNotMatch(cell, /^\s*[=+\-@]/);
    }
  });

  it('print the same bytes each time', () => {
    for (const format of [lintGitlab, lintJunit, lintCheckstyle, lintCsv]) assert.equal(print(format, reportOf(hostile)), print(format, reportOf(hostile)));
  });
});
