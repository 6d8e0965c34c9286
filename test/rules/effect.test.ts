import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { effectOf, effectsOf } from '../../rules/effect.ts';
import { rules } from '../../rules/index.ts';
import { tinyRule } from '../support/tiny-readiness.ts';

describe('what gaps cost while they are open', () => {
  it('is told for every rule and every strategy that asks for it, in RPO or RTO, by a text that no other rule has', () => {
    const owner = new Map<string, string>();
    for (const rule of Object.values(rules)) {
      for (const { text } of effectsOf(rule)) {
        assert.match(text, /\bRPO\b|\bRTO\b/, rule.id);
        assert.equal(owner.get(text) ?? rule.id, rule.id, `${rule.id} says what ${owner.get(text)} says`);
        owner.set(text, rule.id);
      }
    }
  });

  it('may differ by strategy', () => {
    assert.equal(effectOf(tinyRule, 'backup-restore'), 'RPO is the last backup.');
    assert.equal(effectOf(tinyRule, 'pilot-light'), 'RPO is everything.');
    assert.deepEqual(effectsOf(tinyRule), [
      { strategies: ['Backup & restore'], text: 'RPO is the last backup.' },
      { strategies: ['Pilot light', 'Warm standby'], text: 'RPO is everything.' },
    ]);
    assert.deepEqual(effectsOf({ ...tinyRule, effect: 'No effect on RPO.' }), [{ strategies: [], text: 'No effect on RPO.' }]);
  });
});
