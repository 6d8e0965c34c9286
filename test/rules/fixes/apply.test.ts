import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Change } from '../../../model/replacement.ts';
import { applyChanges } from '../../../rules/fixes/apply.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', '\r\n', '\n', '😀', '"'), maxLength: 60 });
const change = fc.tuple(fc.nat(60), fc.nat(8), fc.string({ maxLength: 4 }));

describe('changes', () => {
  it('touch nothing outside of themselves', () => {
    fc.assert(fc.property(text, fc.array(change, { maxLength: 6 }), (before, wanted) => {
      const groups = wanted.map(([at, length, inserted]): Change[] => [{ from: Math.min(at, before.length), to: Math.min(at + length, before.length), text: inserted }]);
      const { text: after, applied } = applyChanges(before, groups);
      const distinct = [...new Map(applied.map((index) => groups[index]?.[0] as Change).map((one) => [`${one.from} ${one.to} ${one.text}`, one])).values()].sort((a, b) => a.from - b.from);
      // Cutting the inserted texts out of the result gives the text without what was replaced.
      let [shift, rest, kept, at] = [0, '', '', 0];
      let position = 0;
      for (const { from, to, text: inserted } of distinct) {
        kept += before.slice(at, from);
        rest += after.slice(position, from + shift);
        assert.equal(after.slice(from + shift, from + shift + inserted.length), inserted);
        position = from + shift + inserted.length;
        shift += inserted.length - (to - from);
        at = to;
      }
      assert.equal(rest + after.slice(position), kept + before.slice(at));
    }));
  });

  it('make a group wholly or not at all, and the same insertion once', () => {
    const insert = { from: 6, to: 6, text: '!' };
    assert.deepEqual(applyChanges('abcdef', [[{ from: 0, to: 2, text: 'x' }, insert], [{ from: 3, to: 4, text: 'y' }, insert], [{ from: 1, to: 2, text: 'z' }, { from: 5, to: 6, text: '' }]]), { text: 'xcyef!', applied: [0, 1] });
  });
});
