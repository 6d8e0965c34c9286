import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { callsOf } from '../../model/state-language.ts';

describe('callsOf', () => {
  it('finds the tasks of branches and maps', () => {
    const task = (Resource: string): object => ({ Type: 'Task', Resource });
    const definition = { States: { A: task('a'), B: { Type: 'Parallel', Branches: [{ States: { C: task('c') } }] }, D: { Type: 'Map', Iterator: { States: { E: task('e') } } }, F: { Type: 'Pass' } } };
    assert.deepEqual(callsOf(definition as never).map(({ resource }) => resource).sort(), ['a', 'c', 'e']);
  });

  it('keeps parameters that name a resource only', () => {
    const state = { Type: 'Task', Resource: 'r', Parameters: { TableName: 'orders', Key: { id: 'secret' }, 'FunctionName.$': '$.f', Entries: [{ EventBusName: 'shop' }] } };
    assert.deepEqual(callsOf({ States: { A: state } } as never), [{ resource: 'r', parameters: { TableName: 'orders', EventBusName: 'shop' } }]);
  });

  it('is not led astray by hostile definitions', () => {
    for (const definition of [null, 7, 'x', [], {}, { States: null }, { States: [1] }, { States: { A: { Type: 'Task', Resource: 7 } } }, { States: { A: { Branches: [null, 7] } } }]) {
      assert.deepEqual(callsOf(definition as never), []);
    }
    let deep: object = { States: { A: { Type: 'Task', Resource: 'r' } } };
    for (let level = 0; level < 50_000; level++) deep = { States: { A: { Branches: [deep] } } };
    assert.equal(callsOf(deep as never).length, 1);
    const proto = JSON.parse('{"States":{"A":{"Type":"Task","Resource":"r","Parameters":{"__proto__":"x","TableName":"t"}}}}') as never;
    assert.deepEqual(callsOf(proto), [{ resource: 'r', parameters: { TableName: 't' } }]);
  });
});
