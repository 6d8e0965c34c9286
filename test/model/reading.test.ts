import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { properties, unresolved } from '../../model/properties.ts';
import { document, every, firstText, is, isSet, not, setOf, single, some, told, union } from '../../model/reading.ts';

describe('three-valued words', () => {
  it('answer only where the told values decide', () => {
    assert.deepEqual([some([false, true, undefined]), some([false, undefined]), some([false]), some([]), some(undefined)], [true, undefined, false, false, undefined]);
    assert.deepEqual([every([true, false, undefined]), every([true, undefined]), every([true]), every([]), every(undefined)], [false, undefined, true, true, undefined]);
    assert.deepEqual([not(true), not(undefined), is('Enabled', 'Enabled'), is('x', 'Enabled', 'On'), is(undefined, 'Enabled')], [false, undefined, true, false, undefined]);
  });

  it('join sets only if every part is told', () => {
    assert.deepEqual(setOf(['b', '', 'a', 'b']), ['a', 'b']);
    assert.deepEqual(union(['b'], ['a', 'b']), ['a', 'b']);
    assert.equal(union(['b'], undefined), undefined);
    assert.deepEqual(told({ a: 1, b: undefined, c: false }), { a: 1, c: false });
  });
});

describe('reading', () => {
  const from = properties({ empty: '', text: 'x', none: null, open: unresolved('parameter'), list: [] });

  it('takes the empty string for nothing', () => {
    assert.deepEqual(['empty', 'text', 'none', 'missing', 'open', 'list'].map((path) => isSet(from, path)), [false, true, false, false, undefined, false]);
    assert.deepEqual(['empty', 'text', 'missing', 'open'].map((path) => single(from, path)), [[], ['x'], [], undefined]);
  });

  it('takes the first text that is set, and none that stands behind an untold one', () => {
    assert.equal(firstText(from, 'empty', 'missing', 'text'), 'x');
    assert.equal(firstText(from, 'open', 'text'), undefined);
  });

  it('reads documents written as objects, lists and JSON text', () => {
    const of = (policy: string | Record<string, string>): unknown => document(properties({ policy }), 'policy')?.text('a');
    assert.deepEqual([of({ a: 'x' }), of('{"a":"x"}'), of('{"a":'), of('7')], ['x', 'x', undefined, undefined]);
    assert.deepEqual(document(properties({ policy: '[{"a":"x"},{"a":"y"}]' }), 'policy')?.texts('items[].a'), ['x', 'y']);
  });
});
