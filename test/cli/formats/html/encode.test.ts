import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { encode } from '../../../../cli/formats/html/encode.ts';
import type { Judgement, Readiness } from '../../../../model/readiness.ts';
import { evidenceOf, filled, frameOf, messageOf, openReport, placeOf, resourcesOf, ruleOf, serviceOf, subjectOf, textOf, titleOf } from '../../../../ui/report/report.ts';
import { sampleReadiness } from '../../../support/sample-readiness.ts';

const { readiness, extras } = sampleReadiness({ services: 12, resources: 400 });

/** What the page can say of a verdict, in the shape of the judgement it came from. */
function readBack(document: Readiness): unknown[] {
  const report = openReport(JSON.parse(JSON.stringify(encode(document, extras))));
  return document.judgements.map((_, index) => ({
    rule: ruleOf(report, index).id, state: report.state[index], severity: report.severity[index], subject: subjectOf(report, index), title: titleOf(report, index),
    service: serviceOf(report, index), resources: resourcesOf(report, index), message: messageOf(report, index), evidence: evidenceOf(report, index), place: placeOf(report, index),
    blocking: report.blocking.has(index), baselined: report.baselined.has(index), ask: filled(report, index, report.ask.get(index)), fix: filled(report, index, report.fix.get(index)),
    targets: textOf(report, report.targets.get(index)), mark: textOf(report, report.mark.get(index)), snippet: frameOf(report, index)?.snippet,
  }));
}

function asRead({ target }: Readiness['intent'], judgement: Judgement): unknown {
  const { rule, state, severity, subject, title, service, resources, message, evidence, source, blocking, baselined, ask = '', fix = '', targets, fingerprint, occurrence } = judgement;
  const place = source === undefined ? '' : `${source.file ?? source.path ?? source.scanner}${source.line === undefined ? '' : `:${source.line}`}`;
  return {
    rule, state, severity, subject, title, service, resources, message, evidence, place, blocking: blocking === true, baselined: baselined === true, ask, fix,
    targets: targets.join() === target ? '' : targets.join(', '), mark: state === 'gap' || state === 'unknown' ? fingerprint.slice(0, 12) : '', snippet: state === 'ready' ? undefined : occurrence?.snippet,
  };
}

describe('the embedded data', () => {
  it('gives back every verdict', () => {
    assert.deepEqual(readBack(readiness), readiness.judgements.map((judgement) => asRead(readiness.intent, judgement)));
  });

  it('gives back what is out of the ordinary', () => {
    const [first] = readiness.judgements;
    assert.ok(first);
    const { source: _, ...sourceless } = first;
    const drawn = (extras.graph?.nodes ?? []).slice(0, 2).map(({ id }) => id);
    assert.equal(drawn.length, 2);
    const source = { scanner: 'aws', file: 'a.yaml', line: 20, path: 'Resources.A', asOf: '2026-11-20T00:00:00Z' };
    const odd: Judgement[] = [
      { ...first, title: 'ab', subject: 'ab', message: 'ab is short and names $& and $1', fix: 'Change ab', ask: 'who knows ab', targets: ['eu-west-1', 'eu-west-2'], resources: drawn, baselined: true },
      { ...first, severity: 'info', resources: [], source, evidence: [
        { what: 'same line', value: '1', source }, { what: 'line before', value: '', source: { ...source, line: 19 } }, { what: 'no line', value: '2', source: { scanner: 'aws', file: 'a.yaml' } },
        { what: 'elsewhere', value: '3', source: { scanner: 'code', file: 'b.ts', line: 1 } }, { what: 'longer path', value: '4', source: { ...source, path: 'Resources.A.Properties.B', line: 25 } }, { what: 'none', value: '5' },
      ] },
      { ...sourceless, evidence: [{ what: 'no own source', value: '6', source }] },
    ];
    const document = { ...readiness, judgements: odd };
    assert.deepEqual(readBack(document), odd.map((judgement) => asRead(readiness.intent, judgement)));
  });

  it('cannot be made to take text for one of its marks', () => {
    const [first] = readiness.judgements;
    assert.ok(first);
    const [read] = readBack({ ...readiness, judgements: [{ ...first, message: 'a \u0001 b \u0002' }] }) as { message: string }[];
    assert.equal(read?.message, 'a ⟨U+0001⟩ b ⟨U+0002⟩');
  });

  it('says how an edit would change the code', () => {
    const [first] = readiness.judgements;
    assert.ok(first);
    const edit = { span: { line: 3, column: 7, endLine: 3, endColumn: 18 }, text: 'process.env.AWS_REGION', safe: true };
    const report = openReport(encode({ ...readiness, judgements: [{ ...first, edit }] }, extras));
    assert.equal(textOf(report, report.edit.get(0)), 'Replace line 3, columns 7 to 18 by `process.env.AWS_REGION`.');
  });

  it('is a small part of the document it stands for', () => {
    const whole = JSON.stringify(readiness).length;
    assert.ok(JSON.stringify(encode(readiness, {})).length * 5 < whole, `${whole}`);
  });
});
