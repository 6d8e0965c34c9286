import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readinessDifferenceSchema, type ReadinessDifference } from '../../../model/difference.ts';
import type { Judgement, Readiness } from '../../../model/readiness.ts';
import { differenceOfReadinesses } from '../../../rules/difference/readinesses.ts';
import { tinyReadiness, verdict } from '../../support/tiny-readiness.ts';

const rules = [{ id: 'data-tiny', title: 'Thing has no copy', severity: 'critical' as const, counts: { gap: 0, unknown: 0, exempt: 0, ready: 0 } }];
const readiness = (judgements: readonly Partial<Judgement>[], more: Partial<Readiness> = {}): Readiness => ({ ...tinyReadiness, rules, blindSpots: [], judgements: judgements.map(verdict), ...more });
const changed = (before: readonly Partial<Judgement>[], after: readonly Partial<Judgement>[], more: Partial<Readiness> = {}): ReadinessDifference =>
  readinessDifferenceSchema.parse(differenceOfReadinesses(readiness(before), readiness(after, more)));
const changes = (difference: ReadinessDifference): unknown[] => difference.verdicts.map(({ change, causes }) => [change, causes]);

const evidence = (value: string): Partial<Judgement> => ({ evidence: [{ what: 'replicaRegions', value }] });

describe('differenceOfReadinesses', () => {
  it('tells new, worse, better, fixed and gone apart, worst news first', () => {
    const with1 = { fingerprint: '1'.repeat(32), subject: 'a' };
    const cases: readonly [Partial<Judgement> | undefined, Partial<Judgement> | undefined, string | undefined][] = [
      [undefined, {}, 'new'], [{ state: 'ready' }, {}, 'new'], [{ state: 'ready' }, { state: 'unknown' }, 'new'],
      [{ severity: 'low' }, { severity: 'high' }, 'worse'], [{ state: 'unknown' }, {}, 'worse'], [{ baselined: true }, {}, 'worse'],
      [{ severity: 'high' }, { severity: 'low' }, 'better'], [{}, { state: 'unknown' }, 'better'], [{}, { baselined: true }, 'better'],
      [{}, { state: 'ready' }, 'fixed'], [{}, { state: 'exempt' }, 'fixed'], [{}, undefined, 'gone'],
      [{}, {}, undefined], [{ state: 'ready' }, undefined, undefined], [{ message: 'old words' }, { message: 'new words' }, undefined],
    ];
    for (const [before, after, change] of cases) {
      const difference = changed(before === undefined ? [] : [{ ...before, ...with1 }], after === undefined ? [] : [{ ...after, ...with1 }]);
      assert.deepEqual(difference.verdicts.map((each) => each.change), change === undefined ? [] : [change], JSON.stringify([before, after]));
    }
  });

  it('names what changed beneath', () => {
    assert.deepEqual(changes(changed([{ state: 'ready', ...evidence('["eu-west-1"]') }], [evidence('[]')])), [['new', ['replicaRegions: ["eu-west-1"] → []']]]);
    assert.deepEqual(changes(changed([], [{}])), [['new', ['it is new']]]);
    assert.deepEqual(changes(changed([], [{ rule: 'data-other' }])), [['new', ['the rule data-other was not asked before']]]);
    assert.deepEqual(changes(changed([{}], [])), [['gone', ['it is not there any more']]]);
    assert.deepEqual(changes(changed([{}], [], { blindSpots: tinyReadiness.blindSpots })), [['gone', ['it is not seen any more, and there are blind spots: it may still be there']]]);
    assert.deepEqual(changes(changed([{ state: 'unknown' }], [{}])), [['worse', ['it could be looked at now']]]);
  });

  it('shows services whose status changed, and what makes the two hard to compare', () => {
    const [pay, shop] = tinyReadiness.services;
    assert.ok(pay !== undefined && shop !== undefined);
    const before = readiness([], { services: [pay, shop] });
    const after = readiness([], { services: [{ ...pay, status: 'gaps' }, { ...shop, id: 'web' }], tool: '0.2.0', intent: { ...tinyReadiness.intent, strategy: 'active-active' } });
    const { services, notes } = differenceOfReadinesses(before, after);
    assert.deepEqual(services, [{ id: 'pay', before: 'ready', after: 'gaps' }, { id: 'shop', before: 'blocked' }, { id: 'web', after: 'blocked' }]);
    assert.equal(notes.length, 2);
  });
});
