import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { crossRegionPaths, crossRegionRequests } from '../../../graph/queries/region-crossings.ts';
import { regionClosure } from '../../../graph/queries/region-closure.ts';
import { regionLoss } from '../../../graph/queries/region-loss.ts';
import { services } from '../../../graph/queries/services.ts';
import { buildEstate } from '../../../graph/build.ts';
import { viewOf } from '../../../graph/view.ts';
import { latencyBetween } from '../../../model/region.ts';
import type { KindId } from '../../../model/resource.ts';
import { resource } from '../../support/facts.ts';
import { anyEdges, closure, idOf, needPairs, viewOfEdges } from '../../support/any-graph.ts';

const [here, there] = ['us-east-1', 'eu-west-1'] as const;
const ms = latencyBetween(here, there)?.ms ?? 0;
const anyRegions = fc.array(fc.constantFrom(here, there, 'global', undefined), { minLength: 8, maxLength: 8 });

describe('requests across regions', () => {
  it('add up along a chain, and say what the distance is from', () => {
    const view = viewOfEdges([[0, 1, 'calls'], [1, 2, 'reads'], [2, 3, 'writes'], [0, 3, 'triggers'], [0, 4, 'calls']], { regions: [here, there, there, here, 'moon-base-1', here, here, here] });
    assert.equal(crossRegionRequests(view).length, 3);
    const [path] = crossRegionPaths(view);
    assert.deepEqual([path?.entry, path?.ms, path?.basis, path?.hops.map(({ from, to }) => `${from} ${to}`)], [idOf(0), 2 * ms, 'measured', [`${here} ${there}`, `${there} ${here}`]]);
  });

  it('count a distance that nobody knows as no time, and say so', () => {
    const [path] = crossRegionPaths(viewOfEdges([[0, 1, 'calls']], { regions: [here, 'moon-base-1'] }));
    assert.deepEqual([path?.ms, path?.basis], [0, 'unknown']);
  });

  it('give the slowest chain of every graph without circles', () => {
    const forward = anyEdges(8, 18, ['calls', 'reads', 'writes']).map((edges) => edges.filter(([a, b]) => a < b));
    fc.assert(fc.property(forward, anyRegions, (edges, regions) => {
      const longest = (node: number): number => Math.max(0, ...edges.filter(([a]) => a === node).map(([, b]) => longest(b) + ([here, there].includes(regions[node] as never) && [here, there].includes(regions[b] as never) && regions[node] !== regions[b] ? ms : 0)));
      const entries = regions.keys().filter((node) => !edges.some(([, b]) => b === node));
      const expected = [...entries].map((node) => [idOf(node), longest(node)] as const).filter(([, time]) => time > 0).map(([id, time]) => `${id} ${time.toFixed(3)}`);
      assert.deepEqual(crossRegionPaths(viewOfEdges(edges, { regions })).map(({ entry, ms: time }) => `${entry} ${time.toFixed(3)}`).sort(), expected.sort());
    }));
  });
});

describe('loss of a region', () => {
  it('tells what is lost, what stops elsewhere, and who only has to switch', () => {
    const view = viewOfEdges([[0, 1, 'calls'], [2, 3, 'calls'], [3, 4, 'replicates'], [5, 2, 'calls']], { regions: [there, here, there, here, there, there, undefined, there], stacks: ['a', 'a', 'b', 'b', 'b', 'c', 'd', 'e'] });
    const loss = regionLoss(view, services(view, {}), here);
    assert.deepEqual([loss.lost, loss.replaced, loss.stopped, loss.degraded, loss.unplaced], [[1], [3], [0], [2, 5], [6]].map((nodes) => nodes.map(idOf)));
    assert.deepEqual(loss.services.map(({ service, state }) => `${service} ${state}`), ['a down', 'b switches', 'c switches', 'd untouched', 'e untouched']);
  });

  it('does not take roles, keys and alarms that are left for a service that works on', () => {
    const left = (...kinds: readonly KindId[]): string | undefined => {
      const facts = [resource('fn', { kind: 'lambda-function', region: here, stack: 's' }), ...kinds.map((kind, at) => resource(`left-${at}`, { kind, region: there, stack: 's' }))];
      const view = viewOf(buildEstate(facts));
      return regionLoss(view, services(view, {}), here).services[0]?.state;
    };
    assert.deepEqual([left('iam-role', 'kms-key', 'cloudwatch-alarm'), left('iam-role', 'sqs-queue'), left()], ['down', 'impaired', 'down']);
  });

  it('stops what brute force says', () => {
    fc.assert(fc.property(anyEdges(8, 20, ['calls', 'reads', 'triggers', 'contains', 'observes']), anyRegions, (edges, regions) => {
      const gone = [...regions.keys()].filter((node) => regions[node] === here);
      const loss = regionLoss(viewOfEdges(edges, { regions }), services(viewOfEdges(edges, { regions }), {}), here);
      // Without replication or namesakes nothing has a counterpart; what is lost passes nothing on that it is not the start of.
      assert.deepEqual(loss.lost, gone.map(idOf));
      const stopped = closure(needPairs(edges).map(([a, b]) => [b, a] as const), gone);
      assert.deepEqual(loss.stopped, [...stopped].filter((node) => !gone.includes(node)).sort().map(idOf));
    }));
  });
});

describe('region closure', () => {
  it('names what a service needs, who asked for it, and whether the target has it', () => {
    const view = viewOfEdges([[0, 1, 'calls'], [1, 2, 'reads'], [2, 3, 'replicates'], [4, 1, 'triggers'], [0, 5, 'observes'], [1, 6, 'uses-role'], [1, 7, 'calls']], { regions: [here, here, here, there, here, here, 'global', undefined], stacks: ['s', 't', 't', 't', 't', 't', 't', 't'] });
    const found = regionClosure(view, services(view, {}), { service: 's', target: there });
    assert.deepEqual(found.required.map(({ id, presence, neededBy }) => `${id} ${presence} ${neededBy === undefined ? '' : `${neededBy.type} ${neededBy.id}`}`.trim()), [
      't/n0 missing', 't/n1 missing calls t/n0', 't/n2 present reads t/n1', 't/n4 missing triggers t/n1', 't/n6 global uses-role t/n1', 't/n7 unknown calls t/n1',
    ]);
    assert.deepEqual(found.required[2]?.counterpart, { id: idOf(3), basis: 'replication' });
    assert.deepEqual(found.counts, { present: 1, global: 1, missing: 3, unknown: 1 });
  });

  it('holds exactly what can be reached by need', () => {
    fc.assert(fc.property(anyEdges(), (edges) => {
      const view = viewOfEdges(edges, { stacks: ['s', 's', 't', 't', 't', 't', 't', 't'] });
      const { required } = regionClosure(view, services(view, {}), { service: 's', target: there });
      assert.deepEqual(required.map(({ id }) => id), [...closure(needPairs(edges), [0, 1])].sort((a, b) => a - b).map(idOf));
    }));
  });
});
