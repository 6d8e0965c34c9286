import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { csrOfLists } from '../../../graph/csr.ts';
import { communities } from '../../../graph/queries/communities.ts';

/** Newman's modularity of a grouping: how much more edges lie within groups than chance would put there. */
function modularity(lists: readonly (readonly number[])[], of: ArrayLike<number>): number {
  const edges = lists.flatMap((list, node) => list.filter((other) => other !== node).map((other) => [node, other] as const));
  const degree = lists.map((_, node) => edges.filter(([a, b]) => a === node || b === node).length);
  const groups = new Set(Array.from(of));
  return [...groups].reduce((sum, group) => {
    const inside = edges.filter(([a, b]) => of[a] === group && of[b] === group).length / edges.length;
    const touching = degree.reduce((total, each, node) => total + (of[node] === group ? each : 0), 0) / (2 * edges.length);
    return sum + inside - touching * touching;
  }, 0);
}

describe('communities', () => {
  it('find cliques that hardly touch', () => {
    const clique = (start: number): number[][] => Array.from({ length: 5 }, (_, index) => Array.from({ length: 5 }, (_, other) => start + other).filter((other) => other !== start + index));
    const lists = [...clique(0), ...clique(5), ...clique(10)];
    lists[4]?.push(5);
    lists[9]?.push(10);
    assert.deepEqual([...communities(csrOfLists(lists)).of], [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2]);
  });

  it('keep what belongs together whole also where a round that moves only a few is the last', () => {
    const cliques = 400;
    const lists = Array.from({ length: cliques * 5 }, (_, node) => {
      const start = node - (node % 5);
      return [...Array.from({ length: 5 }, (_, index) => start + index).filter((other) => other !== node), ...(node === start ? [(start + 5) % (cliques * 5)] : [])];
    });
    const { of } = communities(csrOfLists(lists));
    assert.ok([...of].every((group, node) => group === of[node - (node % 5)]));
  });

  it('are better than no groups and one group, and never join what is not connected', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 3 }), { minLength: 10, maxLength: 10 }), (lists) => {
      const { of, count } = communities(csrOfLists(lists));
      assert.ok([...of].every((group) => group < count));
      for (const [node, list] of lists.entries()) if (list.every((other) => other === node) && lists.every((other, from) => from === node || !other.includes(node))) assert.equal([...of].filter((group) => group === of[node]).length, 1);
      if (!lists.some((list, node) => list.some((other) => other !== node))) return;
      const found = modularity(lists, of);
      assert.ok(found >= -1e-9 && found >= modularity(lists, lists.map((_, node) => node)) - 1e-9);
    }));
  });
});
