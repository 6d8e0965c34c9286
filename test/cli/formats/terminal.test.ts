import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { table } from '../../../cli/formats/table.ts';
import { indented, painted, padEnd, padStart, truncate, widthOf, wrap } from '../../../cli/formats/terminal.ts';

describe('terminal text', () => {
  it('is as wide as it looks', () => {
    assert.deepEqual(['abc', '漢字', 'e\u0301', '🚀', painted('red', 'ab'), ''].map(widthOf), [3, 4, 1, 2, 2, 0]);
    assert.equal(padEnd('漢', 4), '漢  ');
    assert.equal(padStart('é', 3), '  é');
  });

  it('is cut with an ellipsis, never wider than asked', () => {
    assert.deepEqual(['abcdef', 'abcde', '漢字漢字'].map((text) => truncate(text, 5)), ['abcd…', 'abcde', '漢字…']);
  });

  it('wraps at spaces and leaves long words whole', () => {
    assert.deepEqual(wrap('aa bb cccccccc d', 5), ['aa bb', 'cccccccc', 'd']);
    assert.deepEqual(wrap('', 5), ['']);
    assert.deepEqual(indented('aaaaaaaaaa bbbbbbbbbbb', 24, { first: '  • ' }), ['  • aaaaaaaaaa', '    bbbbbbbbbbb']);
  });
});

describe('table', () => {
  const columns = [{ title: 'Name', shrink: true as const }, { title: 'N', right: true as const }, { title: 'More', drop: 1 }];
  const rows = [['a-rather-long-name', '1', 'x'], ['b', '200', 'yyyyyyyyyy']];

  it('aligns', () => {
    assert.deepEqual(table(columns, rows, 60), ['Name                  N  More', 'a-rather-long-name    1  x', 'b                   200  yyyyyyyyyy']);
  });

  it('cuts what may be cut, then drops what may be dropped', () => {
    assert.deepEqual(table(columns, rows, 30), ['Name             N  More', 'a-rather-lon…    1  x', 'b              200  yyyyyyyyyy']);
    for (const width of [29, 22, 17]) for (const line of table(columns, rows, width)) assert.ok(widthOf(line) <= width, `${width}: ${line}`);
    assert.deepEqual(table(columns, rows, 20).map((line) => line.split(/\s+/).length), [2, 2, 2]);
  });
});
