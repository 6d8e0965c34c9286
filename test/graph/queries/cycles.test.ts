import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cycles } from '../../../graph/queries/cycles.ts';
import { anyEdges, closure, idOf, needPairs, viewOfEdges } from '../../support/any-graph.ts';

describe('cycles', () => {
  it('name the edges that tie resources together', () => {
    const view = viewOfEdges([[0, 1, 'calls'], [1, 2, 'triggers'], [2, 0, 'observes'], [3, 0, 'calls']]);
    assert.deepEqual(cycles(view).map(({ resources }) => resources), []);
    const circle = viewOfEdges([[0, 1, 'calls'], [1, 2, 'calls'], [0, 2, 'triggers'], [3, 0, 'calls']]);
    const [found] = cycles(circle);
    // 2 needs the 0 that triggers it.
    assert.deepEqual(found?.resources, [0, 1, 2].map(idOf));
    assert.deepEqual(found?.edges.map((edge) => circle.estate.edges[edge]?.type), ['calls', 'triggers', 'calls']);
  });

  it('agree with mutual reachability', () => {
    fc.assert(fc.property(anyEdges(), (edges) => {
      const pairs = needPairs(edges);
      const reach = Array.from({ length: 8 }, (_, node) => closure(pairs, [node]));
      const groups = new Set(reach.map((set, node) => [...set].filter((other) => reach[other]?.has(node)).sort().map(idOf).join()).filter((text) => text.includes(',')));
      assert.deepEqual(cycles(viewOfEdges(edges)).map(({ resources }) => resources.join()).sort(), [...groups].sort());
    }));
  });
});
