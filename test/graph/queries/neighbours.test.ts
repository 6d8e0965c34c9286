import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { buildEstate } from '../../../graph/build.ts';
import { neighbours } from '../../../graph/queries/neighbours.ts';
import { viewOf } from '../../../graph/view.ts';
import { anyEdges, closure, idOf, viewOfEdges } from '../../support/any-graph.ts';
import { estateOf } from '../../support/facts.ts';

describe('neighbours', () => {
  const estate = viewOf(buildEstate(estateOf('web calls api', 'api reads db', 'api writes queue', 'queue triggers worker', 'worker writes db', 'net contains web', 'ops observes api')));
  const around = (options: Parameters<typeof neighbours>[2]): string => [...neighbours(estate, 't/api', options).distance.keys()].map((id) => id.slice(2)).sort().join(' ');

  it('finds them by direction, depth, kind of edge and limit', () => {
    assert.equal(around({}), 'api db ops queue web');
    assert.equal(around({ direction: 'out' }), 'api db queue');
    assert.equal(around({ depth: 2, direction: 'in' }), 'api net ops web');
    assert.equal(around({ types: ['reads', 'calls'] }), 'api db web');
    assert.deepEqual(neighbours(estate, 't/api', { limit: 2 }).distance.size, 2);
    assert.equal(neighbours(estate, 't/api', { limit: 2 }).truncated, true);
    assert.equal(neighbours(estate, 'nobody').distance.size, 0);
  });

  it('starts from several at once', () => assert.deepEqual([...neighbours(estate, ['t/net', 't/queue'], { direction: 'out' }).distance], [['t/net', 0], ['t/queue', 0], ['t/web', 1], ['t/worker', 1]]));

  it('agrees with brute force on any graph', () => {
    fc.assert(fc.property(anyEdges(), fc.integer({ min: 0, max: 7 }), (edges, centre) => {
      const found = neighbours(viewOfEdges(edges), idOf(centre), { direction: 'out', depth: 99 });
      const pairs = edges.map(([a, b]) => [a, b] as const);
      assert.deepEqual([...found.distance.keys()].sort(), [...closure(pairs, [centre])].map(idOf).sort());
      for (const [a, b] of pairs) {
        const [near, far] = [found.distance.get(idOf(a)), found.distance.get(idOf(b))];
        if (near !== undefined) assert.ok((far ?? Infinity) <= near + 1, 'no edge is longer than one step');
      }
    }));
  });
});
