import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hasBit, maskOf } from '../../model/bitmask.ts';

test('a mask has exactly the bits it was made of', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.nat(60)), (bits) => {
    const mask = maskOf(bits);
    assert.deepEqual(Array.from({ length: 64 }, (_, bit) => bit).filter((bit) => hasBit(mask, bit)), [...bits].sort((a, b) => a - b));
  }));
});
