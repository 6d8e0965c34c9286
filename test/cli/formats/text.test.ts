import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { painted, widthOf } from '../../../cli/formats/terminal.ts';
import { text } from '../../../cli/formats/text.ts';
import { formatContext, hostile, tinyReadiness, tinyRule, verdict } from '../../support/tiny-readiness.ts';

const golden = `us-east-1 → eu-west-1  Warm standby, judged on 2030-01-31
✖ BLOCKED  a critical or blocking gap stands in the way

  Score     33.3 % = 8 ready ÷ 24 judged, by weight (critical 8, high 4, medium
            2, low 1, info 0); unknown counts as not ready, exempt does not
            count
  Verdicts  3 gaps (1 critical, 1 medium; 1 in the baseline), 1 unknown, 1
            exempt, 1 ready

Services
  Service  Status       Score  Gaps           Unknown  Worst gaps
  shop     ✖ blocked    0.0 %  1 crit, 1 med        1  data-tiny, code-tiny
  pay      ✔ ready    100.0 %  none                 0

What is in the way
  critical, blocking  data-tiny  1 gap
    Thing has no copy
    • media  infra/media.yaml:12
      media has no copy in eu-west-1.
    Fix: Make a copy.

  medium  code-tiny  1 gap
    Region in code
    • src/a.ts:3
      us-east-1 is fixed here.
    Fix: Read it from the environment.

What nobody told us
  ? data-tiny  1 unknown; a gap would be critical
    • Nobody told us of logs: replication. (infra/media.yaml:12)
      Would answer: s3:GetReplicationConfiguration

What was looked at
  Resources 4 resources, 4 judged by a rule, 1 dependency
  Types     AWS::S3::Bucket 4
  Read      files:cloudformation 1
  ? The text could not be parsed: 1 blind spot
    • resources of broken.yaml: A bracket is missing. (broken.yaml:4)
      Would open it: Mend the file.
  Notes     Home was assumed.

Next  regionready rules explain data-tiny — says why it matters and how to close
      it; regionready remedy --rule data-tiny — prints the code for it.
`;

describe('text', () => {
  it('says verdict, services, gaps, unknowns, coverage and the next step', () => {
    assert.equal(text([tinyReadiness], formatContext()), golden);
  });

  it('says the same without colours as with them', () => {
    const coloured = text([tinyReadiness], formatContext({ paint: painted }));
    assert.notEqual(coloured, golden);
    assert.equal(stripVTControlCharacters(coloured), golden);
  });

  it('shows verdict and gaps only when quiet', () => {
    const quiet = text([tinyReadiness], formatContext({ quiet: true }));
    assert.match(quiet, /BLOCKED[^]*What is in the way/);
    assert.doesNotMatch(quiet, /Services|nobody told|looked at|Next/);
  });

  it('stays within the terminal, except for words that are longer', () => {
    const wordy = { ...tinyReadiness, judgements: tinyReadiness.judgements.map((judgement) => ({ ...judgement, message: 'some words '.repeat(30), fix: 'and more '.repeat(30), ask: 'still more '.repeat(30) })) };
    const rules = new Map([['data-tiny', { ...tinyRule, fix: 'many words '.repeat(30) }]]);
    for (const columns of [60, 80, 140]) for (const line of text([wordy], formatContext({ columns, rules })).split('\n')) assert.ok(widthOf(line) <= columns, `${columns}: ${line}`);
  });

  it('prints one page after the other for several targets', () => {
    assert.equal(text([tinyReadiness, tinyReadiness], formatContext()), `${golden}\n${golden}`);
  });

  it('lets no name from outside act on the terminal or forge a line', () => {
    const service = { ...tinyReadiness.services[0], id: hostile } as (typeof tinyReadiness.services)[number];
    const judgements = [verdict({ title: hostile, message: hostile, fix: hostile, source: { scanner: 'x', file: hostile } }), verdict({ state: 'unknown', message: hostile, ask: hostile })];
    const page = text([{ ...tinyReadiness, services: [service], judgements, notes: [hostile], blindSpots: [{ type: 'blind-spot', reason: 'denied', asked: hostile, message: hostile, remedy: hostile, source: { scanner: 'x' } }] }], formatContext());
    assert.doesNotMatch(page.replaceAll('\n', ''), /[\p{Cc}\u202e]/u);
    assert.ok(page.split('\n').every((line) => !line.startsWith('c')));
  });

  it('says how many it leaves out', () => {
    const judgements = Array.from({ length: 40 }, (_, index) => verdict({ rule: `data-${index % 20}`, fingerprint: String(index) }));
    const many = text([{ ...tinyReadiness, judgements: [...judgements, ...Array.from({ length: 9 }, () => verdict())] }], formatContext());
    assert.match(many, /… and 25 gaps of 9 more rules/);
  });
});
