import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { encode } from '../../../cli/formats/html/encode.ts';
import { severities } from '../../../model/intent.ts';
import { verdictStates } from '../../../model/readiness.ts';
import { everyGap, filterOfHash, hashOfFilter, matching, type Filter } from '../../../ui/report/filter.ts';
import { groupsOf } from '../../../ui/report/groups.ts';
import { openReport } from '../../../ui/report/report.ts';
import { sampleReadiness } from '../../support/sample-readiness.ts';

const { readiness, extras } = sampleReadiness({ services: 10, resources: 300 });
const report = openReport(encode(readiness, extras));
const { judgements } = readiness;
const found = (filter: Partial<Filter>): string[] => matching(report, { ...everyGap, ...filter }).map((index) => judgements[index]?.fingerprint ?? '');
const expected = (test: (judgement: (typeof judgements)[number]) => boolean): string[] => judgements.filter(test).map(({ fingerprint }) => fingerprint);

describe('filter', () => {
  it('survives the address of the page', () => {
    const filter = fc.record<Filter>({
      state: fc.constantFrom(...verdictStates), severities: fc.subarray([...severities]), service: fc.string(), category: fc.string(), rule: fc.string(), text: fc.string({ unit: 'grapheme' }), blocking: fc.boolean(),
    }, { noNullPrototype: true });
    fc.assert(fc.property(filter, (given) => assert.deepEqual(filterOfHash(hashOfFilter(given)), given)));
  });

  it('takes nothing but findings addresses, and ignores words it does not know', () => {
    assert.equal(filterOfHash('#services?q=a'), undefined);
    assert.equal(filterOfHash(''), undefined);
    assert.deepEqual(filterOfHash('#findings?state=never&severity=critical,terrible&other=1'), { ...everyGap, severities: ['critical'] });
  });

  it('finds by state, severity, service, category, rule, blocking and words', () => {
    assert.deepEqual(found({}), expected(({ state }) => state === 'gap'));
    assert.deepEqual(found({ state: 'unknown', severities: ['critical', 'low'] }), expected(({ state, severity }) => state === 'unknown' && (severity === 'critical' || severity === 'low')));
    assert.deepEqual(found({ service: 'identity' }), expected(({ state, service }) => state === 'gap' && service === 'identity'));
    assert.deepEqual(found({ category: 'Data stores' }), expected(({ state, rule }) => state === 'gap' && rule.startsWith('data-')));
    assert.deepEqual(found({ rule: 'data-s3-no-crr' }), expected(({ state, rule }) => state === 'gap' && rule === 'data-s3-no-crr'));
    assert.deepEqual(found({ blocking: true }), expected(({ blocking }) => blocking === true));
    const stores = expected(({ state, title, message }) => state === 'gap' && title.includes('-store-') && message.includes('No enabled'));
    assert.ok(stores.length > 0);
    assert.deepEqual(found({ text: ' -STORE-   no enabled ' }), stores);
  });
});

describe('groups', () => {
  it('holds every verdict once, worst cause first', () => {
    const verdicts = matching(report, everyGap);
    const groups = groupsOf(report, verdicts);
    assert.deepEqual(groups.flatMap((group) => group.verdicts).sort((a, b) => a - b), verdicts);
    const ranks = groups.map(({ blocking, severity }) => (blocking > 0 ? 0 : 10) + severities.indexOf(severity));
    assert.deepEqual(ranks, ranks.toSorted((a, b) => a - b));
    for (const { verdicts: members, rule } of groups) assert.deepEqual(new Set(members.map((index) => judgements[index]?.rule)), new Set([report.wire.rules[rule]?.id]));
  });

  it('is as bad as its worst member', () => {
    const [first, ...rest] = judgements.filter(({ state, severity }) => state === 'gap' && severity === 'medium');
    assert.ok(first);
    const raised = openReport(encode({ ...readiness, judgements: [{ ...first, severity: 'critical' }, ...rest] }, extras));
    assert.equal(groupsOf(raised, matching(raised, everyGap)).find(({ rule }) => raised.wire.rules[rule]?.id === first.rule)?.severity, 'critical');
  });
});
