import assert from 'node:assert/strict';
import { it } from 'node:test';
import { shareCause } from '../../model/share-cause.ts';

it('gaps share a cause that one of them may be', () => {
  const [cause, one, two, other] = [{ fingerprint: 'c' }, { fingerprint: '1', cause: 'c' }, { fingerprint: '2', cause: 'c' }, { fingerprint: '3' }] as const;
  assert.deepEqual([shareCause(one, two), shareCause(cause, one), shareCause(one, cause), shareCause(one, other), shareCause(cause, other)], [true, true, true, false, false]);
});
