import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { csrOfLists } from '../../../graph/csr.ts';
import { dependencyLevels } from '../../../graph/queries/dependency-levels.ts';
import { stronglyConnected } from '../../../graph/queries/strongly-connected.ts';

describe('dependency levels', () => {
  it('keeps cycles together and puts dependencies first', () => {
    // 0 → 1 ⇄ 2 → 3, 4 alone
    assert.deepEqual(dependencyLevels(csrOfLists([[1], [2], [1, 3], [], []])), [[[3], [4]], [[1, 2]], [[0]]]);
  });

  it('survives chains deeper than any call stack', () => {
    const length = 200_000;
    const chain = csrOfLists(Array.from({ length }, (_, index) => (index + 1 < length ? [index + 1] : [])));
    assert.equal(stronglyConnected(chain).count, length);
    assert.equal(dependencyLevels(chain).length, length);
  });

  it('never lets anything depend on a later level', () => {
    const graph = fc.array(fc.array(fc.integer({ min: 0, max: 11 }), { maxLength: 4 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(graph, (dependsOn) => {
        const level = new Map<number, number>();
        const group = new Map<number, readonly number[]>();
        for (const [index, groups] of dependencyLevels(csrOfLists(dependsOn)).entries()) for (const members of groups) for (const member of members) {
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
