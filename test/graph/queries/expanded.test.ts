import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildEstate } from '../../../graph/build.ts';
import { expanded } from '../../../graph/queries/expanded.ts';
import { services as servicesOf } from '../../../graph/queries/services.ts';
import { spread } from '../../../graph/queries/spread.ts';
import { viewOf } from '../../../graph/view.ts';
import { estateOf } from '../../support/facts.ts';

const view = viewOf(buildEstate(estateOf('a1 reads a2', 'a1 writes b1', 'a1 reads b1', 'a2 triggers b2', 'b1 calls c1', 'c1 replicates a2', 'c1 reads a1')));
const grouped = servicesOf(view, { a: { include: ['a*'] }, b: { include: ['b*'] }, c: { include: ['c*'] } });
const drawn = (opened: string[], limit = 10) => {
  const { nodes, edges, omitted } = expanded(view, grouped, { services: opened, limit });
  return { nodes: nodes.map(({ id }) => id.replace('t/', '')).join(' '), edges: edges.map(({ from, to, type, count, outside }) => `${from} ${type}${count > 1 ? count : ''} ${to}${outside === undefined ? '' : ` (${outside})`}`.replaceAll('t/', '')), omitted };
};

describe('services opened in place', () => {
  it('show their resources, and bundles to the services that stay closed, by who needs whom', () => {
    // c1 replicates to a2: nobody stops for want of the other, so that it is no need.
    assert.deepEqual(drawn(['a']), {
      nodes: 'a1 a2 b c',
      edges: ['b needs a2 (from)', 'c needs a1 (from)', 'a1 needs2 b (to)', 'a1 reads a2'],
      omitted: { resources: 0, services: 0, edges: 0 },
    });
  });

  it('show the edges between two of them as they are', () => {
    assert.deepEqual(drawn(['a', 'b']).edges, ['c needs a1 (from)', 'a1 reads a2', 'a1 reads b1', 'a1 writes b1', 'a2 triggers b2', 'b1 needs c (to)']);
  });

  it('keep those with most edges where there are more than the limit', () => {
    assert.deepEqual(drawn(['a'], 1), { nodes: 'a1 b', edges: ['a1 needs2 b (to)'], omitted: { resources: 1, services: 1, edges: 1 } });
  });
});

describe('the spread of a loss', () => {
  it('tells how many steps away each is that stops', () => {
    assert.deepEqual([...spread(view, ['t/a2'])], [['t/a1', 1], ['t/b2', 1], ['t/c1', 2], ['t/b1', 3]]);
    assert.equal(spread(view, ['t/none']).size, 0);
  });
});
