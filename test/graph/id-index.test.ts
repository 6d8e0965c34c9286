import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { idIndex } from '../../graph/id-index.ts';
import type { Resource } from '../../model/resource.ts';

const resources = ['a', 'b', 'c'].map((id) => ({ id }) as Resource);
const places = new Map(resources.map(({ id }, place) => [id, place]));

describe('id index', () => {
  it('finds what was entered under its own id, under other texts and under the id of another one, in order', () => {
    const index = idIndex({ resources, places });
    for (const [text, place] of [['b', 0], ['b', 1], ['shared', 1], ['b', 2], ['shared', 2]] as const) index.add(text, place);
    const found = (text: string): readonly string[] | undefined => index.find(text)?.map(({ id }) => id);
    assert.deepEqual([found('b'), found('shared'), found('a'), found('nowhere')], [['a', 'b', 'c'], ['b', 'c'], undefined, undefined]);
    assert.deepEqual([...index.entries()].map(([text, { id }]) => `${text} ${id}`).sort(), ['b a', 'b b', 'b c', 'shared b', 'shared c']);
  });
});
