import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recorder, type Asked } from '../../scripts/kind-paths/recorder.ts';
import { problemOf, type Shape } from '../../scripts/kind-paths/shape.ts';

const object = (members: Record<string, Shape>): Shape => ({ is: 'object', member: (name) => members[name] });
const root = object({
  Name: { is: 'text' },
  Enabled: { is: 'boolean' },
  Rules: { is: 'list', of: object({ Status: { is: 'text' }, Days: { is: 'number' } }) },
  Policy: { is: 'either', of: [{ is: 'any' }, { is: 'text' }] },
});

describe('problemOf', () => {
  it('accepts paths that the schema has', () => {
    const good: Asked[] = [
      { path: 'Name', as: 'text' }, { path: 'Enabled', as: 'flag' }, { path: 'Rules[]', as: 'items' }, { path: 'Rules[].Status', as: 'texts' }, { path: 'Rules.Days', as: 'count' },
      { path: 'Policy.Statement[].Effect', as: 'text' }, { path: 'Rules', as: 'has' },
    ];
    for (const asked of good) assert.equal(problemOf(asked, root), undefined, asked.path);
  });

  it('names what is wrong with the others', () => {
    assert.match(problemOf({ path: 'Rules[].Sttus', as: 'texts' }, root) ?? '', /no such property: Sttus/);
    assert.match(problemOf({ path: 'Name[]', as: 'texts' }, root) ?? '', /not a list/);
    assert.match(problemOf({ path: 'Enabled', as: 'count' }, root) ?? '', /asked as count, is boolean/);
    assert.match(problemOf({ path: 'Rules', as: 'text' }, root) ?? '', /asked as text, is list/);
    assert.match(problemOf({ path: 'Name.First', as: 'text' }, root) ?? '', /no such property: First/);
  });
});

describe('recorder', () => {
  it('notes nested paths from the root', () => {
    const asked: Asked[] = [];
    for (const rule of recorder(asked, 'full').items('Rules[]') ?? []) rule.text('Status');
    assert.deepEqual(asked, [{ path: 'Rules[]', as: 'items' }, { path: 'Rules[].Status', as: 'text' }]);
  });
});
