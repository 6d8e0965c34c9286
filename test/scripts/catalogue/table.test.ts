import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sortedObject, tableText } from '../../../scripts/catalogue/table.ts';

const meta = { title: 'T', source: 's', version: '1', date: '2026-01-01', licence: 'MIT', derivedBy: 'x', encoding: 'e', caveats: [] };

test('a table is JSON with a row to a line', () => {
  const body = { order: ['a', 'b'], rows: [{ a: 1 }, { a: 2 }], map: { k: [1], l: {} }, none: {} };
  const text = tableText({ name: 't', meta, body });
  assert.deepEqual(JSON.parse(text), { _meta: meta, ...body });
  assert.ok(text.includes('\n    {"a":1},\n    {"a":2}\n'));
});

test('objects are written in code-unit order', () => {
  assert.deepEqual(Object.keys(sortedObject([['b', 1], ['B', 2], ['a', 3]])), ['B', 'a', 'b']);
});
