import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { properties, unresolved, type PropertyMap } from '../../model/properties.ts';

const unknown = unresolved('parameter Stage has no value');
const raw: PropertyMap = {
  Text: 'a', Number: 5, Yes: 'true', No: false, Null: null, Untold: unknown, Empty: [], Nothing: {},
  Block: [{ Inner: 'first' }, { Inner: 'second' }],
  Mixed: [{ Inner: 'x' }, { Inner: unknown }],
  List: ['a', 'b'], UntoldList: unknown, Deep: { Untold: unknown },
};
const from = properties(raw);

describe('properties', () => {
  it('keeps told, not set and not told apart', () => {
    assert.deepEqual([from.text('Text'), from.text('Missing'), from.text('Missing', 'default'), from.text('Null', 'default')], ['a', undefined, 'default', 'default']);
    assert.deepEqual([from.text('Untold', 'default'), from.text('Deep.Untold.More', 'default'), from.flag('Untold', false), from.count('Untold', 1)], [undefined, undefined, undefined, undefined]);
    assert.deepEqual([from.has('Text'), from.has('Missing'), from.has('Null'), from.has('Empty'), from.has('Nothing'), from.has('Untold')], [true, false, false, false, false, undefined]);
  });

  it('converts what sources write differently', () => {
    assert.deepEqual([from.text('Number'), from.flag('Yes'), from.flag('No'), from.flag('Text'), from.count('Number'), from.count('Text')], ['5', true, false, undefined, 5, undefined]);
  });

  it('reads a block list as its first element, and all of it through []', () => {
    assert.equal(from.text('Block.Inner'), 'first');
    assert.deepEqual(from.texts('Block[].Inner'), ['first', 'second']);
    assert.deepEqual(from.texts('List[]'), ['a', 'b']);
    assert.deepEqual(from.texts('List'), undefined);
    assert.deepEqual(from.items('Block[]')?.map((item) => item.text('Inner')), ['first', 'second']);
    assert.deepEqual([from.texts('Missing[].Inner', []), from.texts('Empty[]', []), from.items('Missing[]')], [[], [], []]);
  });

  it('knows nothing of a list of which one element is untold', () => {
    assert.deepEqual([from.texts('Mixed[].Inner'), from.texts('UntoldList[]', []), from.items('UntoldList[]')], [undefined, undefined, undefined]);
    assert.deepEqual([from.json('Mixed'), from.json('Block.Inner')], [undefined, 'first']);
  });

  it('never reaches inherited members', () => {
    for (const path of ['constructor', '__proto__.polluted', 'toString.name', 'List.length']) assert.equal(from.text(path), undefined, path);
  });
});
