import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lru } from '../../server/lru.ts';

describe('the cache of views', () => {
  it('makes a value once, for all who wait, and drops what was used longest ago', async () => {
    const cache = lru(30);
    let made = 0;
    const get = (key: string, bytes = 10) => cache.get(key, async () => `${key}${++made}`, () => bytes);
    assert.deepEqual(await Promise.all([get('a'), get('a')]), ['a1', 'a1']);
    await get('b');
    await get('c');
    await get('a');
    await get('d');
    assert.equal(cache.bytes, 30);
    assert.equal(await get('a'), 'a1');
    assert.equal(await get('b'), 'b5');
    cache.drop('a');
    assert.equal(await get('a'), 'a6');
  });

  it('remembers no failure and keeps nothing larger than itself', async () => {
    const cache = lru(10);
    await assert.rejects(cache.get('x', async () => Promise.reject(new Error('no')), () => 1), /no/);
    assert.equal(await cache.get('x', async () => 'yes', () => 11), 'yes');
    assert.equal(cache.bytes, 0);
  });
});
