import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lintSarif } from '../../../cli/formats/lint-sarif.ts';
import { sarif } from '../../../cli/formats/sarif.ts';
import { codeVerdict, formatContext, hostile, tinyReadiness, verdict } from '../../support/tiny-readiness.ts';
import { sarifShape } from './sarif-shape.ts';

const parsed = (log: Iterable<string>): ReturnType<typeof sarifShape.parse> => sarifShape.parse(JSON.parse([...log].join('')));

describe('sarif', () => {
  const [run] = parsed(sarif([tinyReadiness], formatContext())).runs;
  const results = run?.results ?? [];

  it('has gaps at their level, unknown verdicts as notes, exempt ones as not applicable, and none that are ready', () => {
    assert.deepEqual(results.map(({ ruleId, kind, level, suppressions }) => [ruleId, kind, level, suppressions?.[0]?.justification]), [
      ['data-tiny', 'fail', 'error', undefined],
      ['data-tiny', 'fail', 'error', 'It is in the baseline.'],
      ['code-tiny', 'fail', 'warning', undefined],
      ['data-tiny', 'fail', 'note', undefined],
      ['data-tiny', 'notApplicable', 'none', 'It can be made again.'],
    ]);
  });

  it('points at the text, or at the declaration of the resource', () => {
    assert.deepEqual(results[2]?.locations[0]?.physicalLocation, {
      artifactLocation: { uri: 'src/a.ts', uriBaseId: 'SRCROOT' },
      region: { startLine: 3, startColumn: 24, endLine: 3, endColumn: 33, snippet: { text: "const s3 = new S3({ region: 'us-east-1' });" } },
    });
    assert.deepEqual(results[0]?.locations[0], {
      physicalLocation: { artifactLocation: { uri: 'infra/media.yaml', uriBaseId: 'SRCROOT' }, region: { startLine: 12 } },
      logicalLocations: [{ name: 'media', fullyQualifiedName: 'arn:aws:s3:::media', kind: 'resource' }],
    });
  });

  it('places what no file declares at what was read', () => {
    const { source: _, ...sourceless } = verdict();
    const [only] = parsed(sarif([{ ...tinyReadiness, judgements: [sourceless] }], formatContext())).runs;
    assert.equal(only?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri, 'estate.snapshot');
  });

  it('carries the page of each rule and our fingerprint', () => {
    const rule = run?.tool.driver.rules.find(({ id }) => id === 'data-tiny');
    assert.match(rule?.help.markdown ?? '', /^# data-tiny\n[^]*## What to do\n\nMake a copy\./);
    assert.equal(rule?.helpUri, 'https://docs.aws.amazon.com/tiny');
    assert.equal(results[2]?.partialFingerprints['primaryLocationLineHash'], 'c'.repeat(32));
  });

  it('tells blind spots as notifications', () => {
    assert.match(run?.invocations[0]?.toolExecutionNotifications[0]?.message.text ?? '', /^Blind spot: resources of broken\.yaml: A bracket is missing\./);
  });

  it('has a run of its own for each target, and for lint', () => {
    const other = { ...tinyReadiness, intent: { ...tinyReadiness.intent, target: 'eu-central-1' } };
    assert.deepEqual(parsed(sarif([tinyReadiness, other], formatContext())).runs.map(({ automationDetails }) => automationDetails.id), ['regionready/eu-west-1/', 'regionready/eu-central-1/']);
    assert.equal(parsed(lintSarif({ targets: [], judgements: [codeVerdict], blindSpots: [], looked: {}, notes: [] }, formatContext())).runs[0]?.automationDetails.id, 'regionready/lint/');
  });

  it('keeps to what code scanning takes of a run, leaves out what weighs least, and says so', () => {
    const many = Array.from({ length: 25_002 }, (_, number) => verdict({ subject: String(number), severity: number === 25_001 ? 'critical' : 'low', ...(number === 0 ? { state: 'unknown' as const } : {}) }));
    const [whole] = parsed(sarif([{ ...tinyReadiness, judgements: many }], formatContext())).runs;
    assert.deepEqual([whole?.results.length, whole?.results.at(-1)?.level, whole?.results.filter(({ level }) => level === 'error').length], [25_000, 'error', 1]);
    const notes = whole?.invocations[0]?.toolExecutionNotifications.filter(({ level }) => level === 'note').map(({ message }) => message.text) ?? [];
    assert.match(notes.join('\n'), /^2 of 25002 results are left out[^]*\nCode scanning shows 5000 results/);
    assert.equal(parsed(sarif([{ ...tinyReadiness, judgements: many.slice(0, 5_000) }], formatContext())).runs[0]?.invocations[0]?.toolExecutionNotifications.some(({ level }) => level === 'note'), false);
  });

  it('stays valid whatever names and paths hold, and for rules it does not know', () => {
    const judgements = [verdict({ rule: 'data-gone', title: hostile, message: hostile, subject: hostile, source: { scanner: 'x', file: `dir with space/${hostile}` } })];
    parsed(sarif([{ ...tinyReadiness, judgements }], formatContext()));
  });
});
