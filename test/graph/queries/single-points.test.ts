import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { csrOfLists } from '../../../graph/csr.ts';
import { articulationPoints } from '../../../graph/queries/articulation-points.ts';
import { singlePoints } from '../../../graph/queries/single-points.ts';
import { anyEdges, closure, idOf, needPairs, viewOfEdges } from '../../support/any-graph.ts';

/** Sizes of the connected parts of the nodes left when one is taken out, of those that were connected with it. */
function partsWithout(pairs: readonly (readonly [number, number])[], out: number): number[] {
  const both = pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]);
  const left = both.filter(([a, b]) => a !== out && b !== out);
  const rest = closure(both, [out]);
  rest.delete(out);
  const sizes: number[] = [];
  while (rest.size > 0) {
    const [first = 0] = rest;
    const part = closure(left, [first]);
    for (const node of part) rest.delete(node);
    sizes.push(part.size);
  }
  return sizes;
}

describe('single points of failure', () => {
  it('are what holds parts together, those first that cut off most', () => {
    const view = viewOfEdges([[0, 2, 'calls'], [1, 2, 'calls'], [2, 3, 'calls'], [3, 4, 'reads'], [5, 6, 'observes']]);
    assert.deepEqual(singlePoints(view), [{ id: idOf(2), cutOff: 2, parts: 3, users: 2 }, { id: idOf(3), cutOff: 1, parts: 2, users: 1 }]);
  });

  it('agree with taking out every resource in turn', () => {
    fc.assert(fc.property(anyEdges(9, 14), (edges) => {
      const pairs = needPairs(edges);
      const expected = Array.from({ length: 9 }, (_, node) => ({ node, sizes: partsWithout(pairs, node) })).filter(({ sizes }) => sizes.length > 1);
      const found = singlePoints(viewOfEdges(edges, { size: 9 })).map(({ id, cutOff, parts }) => ({ id, cutOff, parts })).sort((a, b) => (a.id < b.id ? -1 : 1));
      assert.deepEqual(found, expected.map(({ node, sizes }) => ({ id: idOf(node), cutOff: sizes.reduce((a, b) => a + b) - Math.max(...sizes), parts: sizes.length })));
    }), { numRuns: 300 });
  });

  it('are found in chains deeper than any call stack', () => {
    const length = 200_000;
    assert.equal(articulationPoints(csrOfLists(Array.from({ length }, (_, index) => (index + 1 < length ? [index + 1] : [])))).length, length - 2);
  });
});
