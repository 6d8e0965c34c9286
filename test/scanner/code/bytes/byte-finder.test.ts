import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { anyOfClasses, bytesOf, not, range, word } from '../../../../scanner/code/bytes/byte-class.ts';
import { byteFinder, type Shape } from '../../../../scanner/code/bytes/byte-finder.ts';

const shapes: readonly (readonly Shape[])[] = [
  [{ head: [bytesOf('aA'), bytesOf('b'), bytesOf('c')], tails: [{ tells: 1, runs: [] }, { tells: 2, runs: [{ at: -2, bytes: word('xy') }, { at: 3, bytes: [not(bytesOf('z'))] }] }] }],
  [{ head: [range('0', '9'), bytesOf('-'), anyOfClasses(range('a', 'f'), range('0', '9'))], tails: [{ tells: 4, runs: [{ at: 3, bytes: [not(word('q')[0] ?? [])] }] }] }],
];
const patterns = [[1, /[aA]bc/], [2, /xy[aA]bc[^z]/s], [4, /[0-9]-[a-f0-9][^q]/s]] as const;

describe('byteFinder', () => {
  const finder = byteFinder(shapes, 400);
  assert.ok(finder !== undefined);
  const find = (text: string): number => {
    const length = finder.buffer.write(text, 'latin1');
    return finder.find(length);
  };

  it('finds what patterns find, wherever it stands', () => {
    const piece = fc.constantFrom('a', 'A', 'b', 'c', 'abc', 'xy', 'xyabc', 'z', '1-', '1-f', '-', 'q', '\0', '\xff', 'some other text');
    fc.assert(fc.property(fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join('')), (text) => {
      // Beyond the end are zeros, which are none of the excluded bytes.
      for (const [bit, pattern] of patterns) assert.equal((find(text) & bit) !== 0, pattern.test(`${text}\0`), `${bit} in ${JSON.stringify(text)}`);
    }), { numRuns: 2_000 });
  });

  it('finds it at every distance from the boundaries of its steps, and nothing of the text before', () => {
    for (let length = 0; length < 40; length += 1) {
      assert.equal(find(`${'-'.repeat(length)}xyabc-`), 3);
      assert.equal(find('-'.repeat(length)), 0);
    }
  });

  it('has room for so many bytes and says so', () => {
    assert.equal(finder.buffer.length, 400);
    assert.equal(find(`${' '.repeat(396)}1-fa`), 4);
    assert.throws(() => finder.find(401), RangeError);
  });

  it('refuses what it cannot look for', () => {
    assert.throws(() => byteFinder(Array.from({ length: 9 }, () => shapes[0] ?? []), 10), RangeError);
    assert.throws(() => byteFinder([[{ head: [[], [], []], tails: [{ tells: 1, runs: [{ at: 64, bytes: word('a') }] }] }]], 10), RangeError);
    assert.throws(() => bytesOf('é'), /no ASCII/);
  });
});
