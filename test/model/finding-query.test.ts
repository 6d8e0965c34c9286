import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filterFindings, groupFindings, notTold, sortFindings, type FindingFilter, type FindingPlaces } from '../../model/finding-query.ts';
import type { Judgement } from '../../model/readiness.ts';

const judgement = (part: Partial<Judgement>): Judgement => ({
  rule: 'data-a', state: 'gap', severity: 'high', subject: 's', title: 's', service: 'shop', resources: [], message: 'm', targets: [], evidence: [], fingerprint: 'f', ...part,
});
const places: FindingPlaces = { category: (rule) => rule.split('-')[0] ?? '', account: ({ resources }) => (resources[0] === undefined ? undefined : '111122223333'), region: () => undefined };
const everything: FindingFilter = { state: [], severity: [], service: [], rule: [], category: [], account: [], region: [] };
const three = [judgement({ rule: 'data-b', severity: 'critical', resources: ['r'] }), judgement({ rule: 'config-a', state: 'unknown', title: 'A', source: { scanner: 'x', file: 'a', line: 10 } }), judgement({ source: { scanner: 'x', file: 'a', line: 9 } })];

describe('findings', () => {
  it('pass where every filter lets them', () => {
    const rules = (filter: Partial<FindingFilter>): string[] => filterFindings(three, { ...everything, ...filter }, places).map(({ rule }) => rule);
    assert.deepEqual(rules({}), ['data-b', 'config-a', 'data-a']);
    assert.deepEqual(rules({ category: ['data'], state: ['gap'] }), ['data-b', 'data-a']);
    assert.deepEqual(rules({ account: [notTold] }), ['config-a', 'data-a']);
    assert.deepEqual(rules({ resource: 'r' }), ['data-b']);
    assert.deepEqual(rules({ text: 'a' }), ['config-a']);
  });

  it('sort by values, lines as numbers, and keep the order of equals', () => {
    const rules = (sort: 'worst' | 'rule' | 'file' | 'service', descending = false): string[] => sortFindings(three, { sort, descending }, places).map(({ rule }) => rule);
    assert.deepEqual(rules('rule'), ['config-a', 'data-a', 'data-b']);
    assert.deepEqual(rules('file'), ['data-a', 'config-a', 'data-b']);
    assert.deepEqual(rules('service', true), ['data-b', 'config-a', 'data-a']);
    assert.deepEqual(rules('worst', true), ['data-a', 'config-a', 'data-b']);
  });

  it('are counted in groups, worst first', () => {
    const groups = groupFindings(three, ['category', 'service'], places);
    assert.deepEqual(groups.map(({ values, counts }) => [values.join('/'), counts.gap, counts.unknown]), [['data/shop', 2, 0], ['config/shop', 0, 1]]);
    assert.equal(groups[0]?.severities.critical, 1);
  });
});
