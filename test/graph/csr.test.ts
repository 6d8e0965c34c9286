import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { csrOf, reachable, type Csr } from '../../graph/csr.ts';
import { random } from '../support/random.ts';

const nodes = 6_000;

/** A graph of so many edges between any nodes, and itself the other way round. */
function anyGraph(seed: number, edges: number): { readonly graph: Csr; readonly back: Csr } {
  const { below } = random(seed);
  const ends = (): Uint32Array => Uint32Array.from({ length: edges }, () => below(nodes));
  const [from, to] = [ends(), ends()];
  return { graph: csrOf({ nodes, from, to }), back: csrOf({ nodes, from: to, to: from }) };
}

describe('reachable', () => {
  it('finds the same nodes whichever way it looks at those that are left', () => {
    fc.assert(fc.property(fc.integer(), fc.integer({ min: 0, max: 5 * nodes }), fc.array(fc.integer({ min: 0, max: nodes - 1 }), { minLength: 1, maxLength: 3 }), (seed, edges, from) => {
      const { graph, back } = anyGraph(seed, edges);
      assert.deepEqual(Buffer.from(reachable(graph, from, back)), Buffer.from(reachable(graph, from)));
    }), { numRuns: 40 });
  });

  it('follows a chain to its end', () => {
    const all = Uint32Array.from({ length: nodes - 1 }, (_, node) => node);
    const next = all.map((node) => node + 1);
    const chain = csrOf({ nodes, from: all, to: next });
    assert.equal(reachable(chain, [0], csrOf({ nodes, from: next, to: all })).reduce((sum, each) => sum + each, 0), nodes);
  });
});
