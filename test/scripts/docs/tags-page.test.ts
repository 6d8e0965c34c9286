import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tagged, tagTable } from '../../../model/tag-table.ts';
import { sources, tagReaders } from '../../../scripts/docs/tags-page.ts';

describe('the table of tags', () => {
  it('holds what is read, and nothing else', () => {
    assert.deepEqual([...tagReaders().keys()].sort(), Object.keys(tagTable).sort());
  });

  it('is the only way to a tag of ours', () => {
    for (const [path, text] of sources()) assert.doesNotMatch(text, /tags\[['"`]mr:|tags\.mr/, path);
  });

  it('is named in full wherever a rule, its fix or its question speaks of a tag', () => {
    for (const [path, text] of sources()) for (const [name] of text.matchAll(/mr:[a-z][a-z-]+/g)) assert.ok(Object.hasOwn(tagTable, name), `${path}: ${name}`);
  });
});

it('tells a tag from what every object has', () => {
  assert.equal(tagged({ tags: {} }, 'mr:pinned'), undefined);
  assert.equal(tagged({ tags: { 'mr:pinned': 'law' } }, 'mr:pinned'), 'law');
});
