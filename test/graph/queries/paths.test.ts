import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { paths, type PathOptions } from '../../../graph/queries/paths.ts';
import { anyEdges, idOf, needPairs, viewOfEdges, type AnyEdge } from '../../support/any-graph.ts';

/** Lengths of all paths without loops, by trying every one. */
function lengths(pairs: readonly (readonly [number, number])[], from: number, to: number): number[] {
  const found: number[] = [];
  const walk = (node: number, seen: ReadonlySet<number>): void => {
    if (node === to) {
      found.push(seen.size - 1);
      return;
    }
    for (const next of new Set(pairs.filter(([a]) => a === node).map(([, b]) => b))) if (!seen.has(next)) walk(next, new Set([...seen, next]));
  };
  walk(from, new Set([from]));
  return found.sort((a, b) => a - b);
}

describe('paths', () => {
  const edges: AnyEdge[] = [[0, 1, 'calls'], [1, 2, 'reads'], [1, 2, 'writes'], [0, 3, 'calls'], [3, 1, 'calls'], [3, 4, 'writes'], [4, 2, 'triggers']];
  const find = (options: Partial<PathOptions>): string[] => paths(viewOfEdges(edges), { from: idOf(0), to: idOf(2), ...options }).map(({ nodes }) => nodes.map((id) => id.slice(3)).join(''));

  it('gives the shortest first, with every edge of each step', () => {
    const all = find({ limit: 9 });
    assert.equal(all[0], '012');
    assert.deepEqual(all.toSorted(), ['012', '0312', '0342']);
    assert.deepEqual(paths(viewOfEdges(edges), { from: idOf(0), to: idOf(2) })[0]?.steps.map((step) => step.map(({ type }) => type)), [['calls'], ['reads', 'writes']]);
  });

  it('follows the wanted kinds only, or the way of dependence', () => {
    assert.deepEqual(find({ types: ['calls', 'writes'], limit: 9 }), ['012', '0312']);
    // What triggers is needed by what it triggers.
    assert.deepEqual(find({ along: 'needs', limit: 9 }), ['012', '0312']);
    assert.deepEqual(find({ along: 'needs', from: idOf(2), to: idOf(4) }), ['24']);
  });

  it('knows the way to itself, and when there is none', () => {
    assert.deepEqual(find({ to: idOf(0), limit: 3 }), ['0']);
    assert.deepEqual(find({ from: idOf(2) , to: idOf(0) }), []);
    assert.deepEqual(find({ to: 'nobody' }), []);
  });

  for (const along of ['edges', 'needs'] as const) {
    it(`agrees with brute force along ${along}`, () => {
      fc.assert(fc.property(anyEdges(7, 16), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }), (any, from, to) => {
        const pairs = along === 'needs' ? needPairs(any) : any.filter(([a, b]) => a !== b).map(([a, b]) => [a, b] as const);
        const expected = lengths(pairs, from, to);
        const found = paths(viewOfEdges(any, { size: 7 }), { from: idOf(from), to: idOf(to), along, limit: 50 });
        assert.deepEqual(found.map(({ steps }) => steps.length), expected.slice(0, 50));
        assert.equal(new Set(found.map(({ nodes }) => nodes.join())).size, found.length);
        for (const { nodes, steps } of found) {
          assert.equal(new Set(nodes).size, nodes.length);
          for (const [index, step] of steps.entries()) for (const edge of step) assert.deepEqual([edge.from, edge.to].sort(), [nodes[index], nodes[index + 1]].sort());
          assert.ok(steps.every((step) => step.length > 0));
        }
      }));
    });
  }
});
