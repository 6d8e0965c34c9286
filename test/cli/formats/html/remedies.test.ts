import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mostRemedied, remedyTexts } from '../../../../cli/formats/html/remedies.ts';
import type { Judgement } from '../../../../model/readiness.ts';
import { verdict } from '../../../support/tiny-readiness.ts';

describe('remedies of the HTML report', () => {
  it('are those of the first gaps of each rule that code can close', () => {
    const gaps = (rule: string, count: number): Judgement[] => Array.from({ length: count }, (_, at) => verdict({ rule, fingerprint: `${rule}-${at}` }));
    const judgements = [...gaps('a', mostRemedied + 3), verdict({ fingerprint: 'known', baselined: true }), ...gaps('b', 2), ...gaps('c', 1), verdict({ fingerprint: 'ready', state: 'ready' })];
    const texts = remedyTexts(judgements, ({ rule }) => (rule === 'c' ? [] : [{ title: rule, cli: [{ region: 'eu-west-1', words: ['s3', 'ls'] }] }]));
    assert.deepEqual(Object.keys(texts), [...gaps('a', mostRemedied), ...gaps('b', 2)].map(({ fingerprint }) => fingerprint));
    assert.deepEqual(texts['b-1']?.[0]?.forms.map(({ name }) => name), ['AWS CLI']);
  });
});
