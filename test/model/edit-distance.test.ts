import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editDistance } from '../../model/edit-distance.ts';

test('counts insertions, deletions and replacements up to the limit', () => {
  assert.equal(editDistance('useast1', 'useast1', 2), 0);
  assert.equal(editDistance('useast1', 'usest1', 2), 1);
  assert.equal(editDistance('kitten', 'sitting', 3), 3);
  assert.equal(editDistance('kitten', 'sitting', 2), undefined);
});

test('long texts cost nothing and are near nothing', () => {
  assert.equal(editDistance('a'.repeat(1_000_000), 'a'.repeat(1_000_000), 5), undefined);
});
