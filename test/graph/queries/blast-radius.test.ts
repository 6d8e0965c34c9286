import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { buildEstate } from '../../../graph/build.ts';
import { blastRadius } from '../../../graph/queries/blast-radius.ts';
import { viewOf } from '../../../graph/view.ts';
import { anyEdges, closure, idOf, needPairs, viewOfEdges } from '../../support/any-graph.ts';
import { estateOf, resource } from '../../support/facts.ts';

const table = (id: string, attributes: Readonly<Record<string, unknown>> = {}) => resource(id, { resourceType: 'AWS::DynamoDB::Table', kind: 'dynamodb-table', attributes });

describe('blast radius', () => {
  const estate = viewOf(buildEstate(estateOf('web calls api', 'api reads db', 'api writes queue', 'queue triggers worker', 'worker writes db', 'db replicates copy', 'net contains web', 'ops observes api')));
  const stopped = (...lost: string[]): string => blastRadius(estate, lost.map((name) => `t/${name}`)).outage.map((id) => id.slice(2)).join(' ');

  it('spreads to what depends on the loss, by the direction of each kind of edge', () => {
    assert.equal(stopped('db'), 'api web worker');
    assert.equal(stopped('queue'), 'api web worker');
    assert.equal(stopped('net'), 'web');
    assert.equal(stopped('copy'), '');
    assert.equal(stopped('nobody'), '');
  });

  it('tells data that is lost from data that has a copy and from what nobody told', () => {
    const facts = [
      table('t/none', { replicaRegions: [] }), table('t/untold'), table('t/abroad', { replicaRegions: ['eu-west-1'] }), table('t/original', { replicaRegions: [] }), table('t/replica'), resource('t/writer'),
      ...estateOf('original replicates replica', 'writer writes none').filter(({ type }) => type === 'reference'),
    ];
    const view = viewOf(buildEstate(facts));
    const data = (...lost: string[]): string => blastRadius(view, lost.map((name) => `t/${name}`)).data.map(({ id, state, copies, writers }) => `${id.slice(2)} ${state} ${[...copies, ...writers].join()}`.trim()).join('; ');
    assert.equal(data('none'), 'none lost t/writer');
    assert.equal(data('untold', 'abroad', 'original'), 'abroad copied t/abroad@eu-west-1; original copied t/replica; untold unknown');
    assert.equal(data('original', 'replica'), 'original lost; replica unknown');
    assert.equal(data('writer'), '', 'who only writes keeps nothing');
  });

  it('agrees with brute force on any graph', () => {
    fc.assert(fc.property(anyEdges(), fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { maxLength: 3 }), (edges, lost) => {
      const backwards = needPairs(edges).map(([a, b]) => [b, a] as const);
      const expected = [...closure(backwards, lost)].filter((node) => !lost.includes(node)).sort((a, b) => a - b).map(idOf);
      assert.deepEqual(blastRadius(viewOfEdges(edges), lost.map(idOf)).outage, expected);
    }));
  });
});
