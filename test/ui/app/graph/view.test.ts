import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { found, refOf, reset, toggled } from '../../../../ui/app/graph/state/change.ts';
import { lossQuestion, pathQuestion, pictureQuestion } from '../../../../ui/app/graph/state/questions.ts';
import { usualEdgeTypes } from '../../../../model/edge.ts';
import { everyConfidence, overlays, queryOf, viewOf, type View } from '../../../../ui/app/graph/state/view.ts';
import { edgeTypeNames } from '../../../../model/edge.ts';
import { groupings } from '../../../../model/picture.ts';
import { parseRoute } from '../../../../ui/app/parse-route.ts';
import { hrefOf } from '../../../../ui/app/route.ts';

const name = fc.string({ minLength: 1, maxLength: 12, unit: 'binary' });
const plain = { noNullPrototype: true };
const ref = fc.record({ what: fc.constantFrom('service' as const, 'resource' as const), id: name }, plain);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const anyView: fc.Arbitrary<View> = fc.record({
  by: fc.constantFrom(...groupings), overlay: fc.constantFrom(...overlays), open: fc.uniqueArray(name, { maxLength: 4 }), shown: fc.uniqueArray(name, { maxLength: 4 }), focus: maybe(ref),
  depth: fc.integer({ min: 0, max: 5 }), kinds: fc.subarray([...edgeTypeNames]), sure: fc.subarray([...everyConfidence]), selected: maybe(name), from: maybe(ref), to: maybe(ref), lose: maybe(name), blast: maybe(ref),
  camera: maybe(fc.record({ x: fc.integer({ min: -9999, max: 9999 }), y: fc.integer({ min: -9999, max: 9999 }), zoom: fc.constantFrom(0.125, 0.5, 1, 2.25) }, plain)),
}, plain);

describe('a view', () => {
  it('comes back from its address, whatever the names in it are', () => {
    fc.assert(fc.property(anyView, (view) => {
      // Lone surrogates cannot stand in an address.
      fc.pre(!/\\ud[89a-f]/i.test(JSON.stringify(view)));
      const { query } = parseRoute(hrefOf('graph', queryOf(view)));
      assert.deepEqual(viewOf(query), view);
    }));
  });

  it('has an empty address when all is as usual', () => {
    assert.deepEqual(Object.values(queryOf(viewOf({}))).filter((value) => value !== undefined), []);
  });

  it('takes nonsense for the usual', () => {
    assert.deepEqual(viewOf({ by: 'colour', overlay: 'x', depth: '99', at: 'a,b', from: 'nothing', kinds: '__proto__' }), { ...viewOf({}), kinds: [] });
  });

  it('asks for what differs from everything', () => {
    assert.deepEqual(pictureQuestion(viewOf({ open: 'b,a', node: 'n', depth: '2' }), ['p']), { by: 'none', open: ['a', 'b'], show: ['p'], node: 'n', depth: 2, edge: usualEdgeTypes });
    assert.deepEqual(pictureQuestion({ ...viewOf({}), kinds: edgeTypeNames, sure: ['inferred'] }, []), { by: 'none', open: [], show: [], confidence: ['inferred'] });
    assert.equal(pictureQuestion({ ...viewOf({}), kinds: [] }, [])['lines'], 0);
    assert.equal(pathQuestion(viewOf({ from: 'service:a', to: 'resource:b' })), undefined);
    assert.deepEqual(pathQuestion(viewOf({ from: 'service:a', to: 'service:b' })), { level: 'service', from: 'a', to: 'b' });
    assert.deepEqual(lossQuestion(viewOf({ lose: 'eu-west-1, zone:x' })), { lose: ['eu-west-1', 'zone:x'] });
    assert.deepEqual(lossQuestion(viewOf({ blast: 'service:a' })), { lostService: 'a' });
  });

  it('changes by what people do', () => {
    const opened = toggled(viewOf({}), 'a');
    assert.deepEqual(opened.open, ['a']);
    assert.deepEqual(toggled(opened, 'a').open, []);
    assert.deepEqual(reset({ ...opened, shown: ['r'], lose: 'x', overlay: 'latency' }), { ...reset(viewOf({})), overlay: 'latency' });
    const nodes = [{ id: 's:a@', what: 'service' as const, name: 'a', service: 'a', group: '', resources: 3 }];
    assert.equal(found(viewOf({}), { what: 'service', id: 'a' }, nodes).selected, 's:a@');
    assert.deepEqual(found(viewOf({}), { what: 'service', id: 'z' }, nodes).focus, { what: 'service', id: 'z' });
    assert.deepEqual(found(viewOf({}), { what: 'resource', id: 'q' }, nodes).shown, ['q']);
    assert.deepEqual(nodes.map(refOf), [{ what: 'service', id: 'a' }]);
  });
});
