import assert from 'node:assert/strict';
import { it } from 'node:test';
import { headroomOf } from '../../cli/headroom.ts';
import { intentOf } from '../../rules/intent.ts';

it('headroom is a factor of at least one, and the flag outranks the configuration', () => {
  assert.equal(headroomOf(undefined), undefined);
  assert.equal(headroomOf('2.0'), 2);
  for (const text of ['0.5', 'twice', '-2', '1e3', '', 'Infinity']) assert.throws(() => headroomOf(text), { code: 'RR103' });
  const parts = { home: ['us-east-1'], target: 'eu-west-1', strategy: 'warm-standby', config: { headroom: 1.5 }, today: '2026-11-21' } as const;
  assert.equal(intentOf(parts).headroom, 1.5);
  assert.equal(intentOf({ ...parts, headroom: 2 }).headroom, 2);
  assert.equal(Object.hasOwn(intentOf({ ...parts, config: {} }), 'headroom'), false);
});
