import assert from 'node:assert/strict';
import { it } from 'node:test';
import { inOneTurn } from '../../server/in-one-turn.ts';

it('what is asked in one turn is read once, after all have asked; later it is read again', async () => {
  const once = inOneTurn();
  let value = 1;
  let reads = 0;
  const read = async (): Promise<number> => {
    reads += 1;
    return value;
  };
  const first = once.get('a', read);
  value = 2;
  assert.deepEqual(await Promise.all([first, once.get('a', read), once.get('b', async () => 'b')]), [2, 2, 'b']);
  value = 3;
  assert.deepEqual([await once.get('a', read), reads], [3, 2]);
  const failing = once.get('a', async () => Promise.reject(new Error('away')));
  await assert.rejects(failing, /away/);
  assert.equal(await once.get('a', read), 3);
});
