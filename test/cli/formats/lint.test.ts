import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lintJson } from '../../../cli/formats/lint-json.ts';
import type { LintReport } from '../../../cli/formats/lint-report.ts';
import { codeFrame, lintText } from '../../../cli/formats/lint-text.ts';
import { plain } from '../../../cli/formats/terminal.ts';
import type { Occurrence } from '../../../model/occurrence.ts';
import { codeVerdict, formatContext, tinyReadiness } from '../../support/tiny-readiness.ts';

const report: LintReport = {
  targets: ['eu-west-1'],
  judgements: [codeVerdict, { ...codeVerdict, fix: 'Use the parameter.', baselined: true }, { ...codeVerdict, state: 'unknown', message: 'The map is built elsewhere.' }, { ...codeVerdict, state: 'exempt' }],
  blindSpots: tinyReadiness.blindSpots,
  looked: { 'files:typescript': 3 },
  notes: ['a note'],
};

describe('lint formats', () => {
  it('prints the JSON contract: open gaps with their span, and sums', () => {
    const { findings, summary } = JSON.parse([...lintJson(report, formatContext())].join('')) as { findings: unknown; summary: Record<string, unknown> };
    assert.deepEqual(findings, [{ rule: 'code-tiny', severity: 'medium', path: 'src/a.ts', line: 3, column: 24, endLine: 3, endColumn: 33, message: 'us-east-1 is fixed here.', fingerprint: 'c'.repeat(32) }]);
    assert.deepEqual(summary, {
      findings: 1, severities: { critical: 0, high: 0, medium: 1, low: 0, info: 0 }, rules: { 'code-tiny': 1 }, targets: ['eu-west-1'], unknown: 1, exempt: 1, baselined: 1, blindSpots: 1, looked: { 'files:typescript': 3 },
    });
  });

  it('prints findings with the line they stand on', () => {
    assert.equal(
      lintText(report, formatContext()),
      [
        'src/a.ts:3:24  medium  code-tiny',
        '  us-east-1 is fixed here.',
        "  3 │ const s3 = new S3({ region: 'us-east-1' });",
        '    │                              ~~~~~~~~~',
        '  Fix: Read it from the environment.',
        '',
        '▲ 1 finding: 1 medium, judged for eu-west-1; 1 unknown, 1 exempt, 1 in the',
        'baseline',
        '  ? src/a.ts:3: The map is built elsewhere.',
        '  Read: files:typescript 3',
        '  ? The text could not be parsed: 1 blind spot',
        '    • resources of broken.yaml: A bracket is missing. (broken.yaml:4)',
        '      Would open it: Mend the file.',
        '  Note: a note',
        '',
      ].join('\n'),
    );
  });

  it('shows a part of a long line, around the text', () => {
    const occurrence = { ...codeVerdict.occurrence, snippet: `${'x'.repeat(150)}us-east-1${'y'.repeat(50)}` } as Occurrence;
    const [line = '', mark = ''] = codeFrame(occurrence, { paint: plain, columns: 60 });
    assert.ok(line.length <= 60);
    assert.equal(line.slice(mark.indexOf('~'), mark.lastIndexOf('~') + 1), 'us-east-1');
    const twice = { ...occurrence, snippet: 'f("us-east-1", "us-east-1")', span: { line: 1, column: 20, endLine: 1, endColumn: 29 } };
    assert.equal(codeFrame(twice, { paint: plain, columns: 60 })[1]?.indexOf('~'), '  1 │ '.length + 'f("us-east-1", "'.length);
    assert.deepEqual(codeFrame({ ...occurrence, snippet: '' }, { paint: plain, columns: 60 }), []);
    assert.equal(codeFrame({ ...occurrence, snippet: 'masked' }, { paint: plain, columns: 60 }).length, 1);
  });
});
