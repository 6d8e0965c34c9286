import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { buildEstate } from '../../graph/build.ts';
import { blastRadius } from '../../graph/queries/blast-radius.ts';
import { dependencyLevels } from '../../graph/queries/dependency-levels.ts';
import { neighbours } from '../../graph/queries/neighbours.ts';
import { path } from '../../graph/queries/path.ts';
import { stronglyConnected } from '../../graph/queries/strongly-connected.ts';
import { viewOf, type EstateView } from '../../graph/view.ts';
import { estateOf } from '../support/facts.ts';

const view = (...sentences: readonly string[]): EstateView => viewOf(buildEstate(estateOf(...sentences)));
const short = (ids: Iterable<string>): string => [...ids].map((id) => id.replace('t/', '')).join(' ');

describe('graph queries', () => {
  const estate = view('web calls api', 'api reads db', 'api writes queue', 'queue triggers worker', 'worker writes db', 'db replicates copy', 'net contains web', 'ops observes api');

  it('finds neighbours by direction, depth, kind of edge and limit', () => {
    const around = (...[depth, direction, types, limit]: [number?, ('in' | 'out' | 'both')?, ('reads' | 'calls')[]?, number?]): string =>
      short(neighbours(estate, 't/api', { ...(depth ? { depth } : {}), ...(direction ? { direction } : {}), ...(types ? { types } : {}), ...(limit ? { limit } : {}) }).distance.keys());
    assert.equal(around(), 'api db queue ops web');
    assert.equal(around(1, 'out'), 'api db queue');
    assert.equal(around(2, 'in'), 'api ops web net');
    assert.equal(around(1, 'both', ['reads', 'calls']), 'api db web');
    assert.equal(neighbours(estate, 't/api', { limit: 2 }).truncated, true);
    assert.equal(neighbours(estate, 'nobody').distance.size, 0);
  });

  it('finds a shortest path, or none', () => {
    assert.deepEqual(path(estate, { from: 't/web', to: 't/db' })?.map(({ type }) => type), ['calls', 'reads']);
    assert.deepEqual(path(estate, { from: 't/web', to: 't/web' }), []);
    assert.equal(path(estate, { from: 't/copy', to: 't/web' }), undefined);
    assert.equal(path(estate, { from: 't/web', to: 't/db', types: ['calls'] }), undefined);
  });

  it('spreads a loss to what depends on it, by the direction of each kind of edge', () => {
    assert.equal(short(blastRadius(estate, ['t/db'])), 'api db web worker');
    assert.equal(short(blastRadius(estate, ['t/queue'])), 'api queue web worker');
    assert.equal(short(blastRadius(estate, ['t/net'])), 'net web');
    assert.equal(short(blastRadius(estate, ['t/copy'])), 'copy');
    assert.equal(short(blastRadius(estate, ['nobody'])), '');
  });

  it('agrees with brute-force reachability on any graph', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 })), { maxLength: 20 });
    fc.assert(
      fc.property(pairs, fc.integer({ min: 0, max: 7 }), (edges, lost) => {
        const any = view(...Array.from({ length: 8 }, (_, index) => `n${index}`), ...edges.map(([a, b]) => `n${a} reads n${b}`));
        const reached = new Set([lost]);
        for (let before = -1; before !== reached.size; ) {
          before = reached.size;
          for (const [a, b] of edges) if (reached.has(b)) reached.add(a);
        }
        assert.deepEqual(blastRadius(any, [`t/n${lost}`]), [...reached].sort((a, b) => a - b).map((index) => `t/n${index}`));
      }),
    );
  });
});

describe('dependency levels', () => {
  it('keeps cycles together and puts dependencies first', () => {
    // 0 → 1 ⇄ 2 → 3, 4 alone
    assert.deepEqual(dependencyLevels([[1], [2], [1, 3], [], []]), [[[3], [4]], [[1, 2]], [[0]]]);
  });

  it('survives chains deeper than any call stack', () => {
    const length = 200_000;
    const chain = Array.from({ length }, (_, index) => (index + 1 < length ? [index + 1] : []));
    assert.equal(stronglyConnected(chain).length, length);
    assert.equal(dependencyLevels(chain).length, length);
  });

  it('never lets anything depend on a later level', () => {
    const graph = fc.array(fc.array(fc.integer({ min: 0, max: 11 }), { maxLength: 4 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(graph, (dependsOn) => {
        const level = new Map<number, number>();
        const group = new Map<number, readonly number[]>();
        for (const [index, groups] of dependencyLevels(dependsOn).entries()) for (const members of groups) for (const member of members) {
          level.set(member, index);
          group.set(member, members);
        }
        assert.equal(level.size, 12);
        for (const [node, dependencies] of dependsOn.entries()) {
          for (const other of dependencies) {
            const together = group.get(node)?.includes(other) === true;
            assert.ok(together || (level.get(other) ?? 0) < (level.get(node) ?? 0));
          }
        }
      }),
    );
  });
});
