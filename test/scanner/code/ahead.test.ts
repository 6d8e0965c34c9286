import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ahead } from '../../../scanner/code/ahead.ts';

const numbers = Array.from({ length: 2_000 }, (_, number) => number);
const later = (number: number, turns: number): Promise<number> => (turns === 0 ? Promise.resolve(number) : new Promise((done) => setImmediate(() => done(later(number, turns - 1)))));

describe('ahead', () => {
  it('keeps the order, whatever takes longer', async () => {
    const found: number[] = [];
    for await (const some of ahead(numbers, (number) => (number % 3 === 0 ? number : later(number, number % 5)), () => false)) found.push(...some);
    assert.deepEqual(found, numbers);
  });

  it('begins nothing new while it is full', async () => {
    let underWay = 0;
    let most = 0;
    const work = async (number: number): Promise<number> => {
      most = Math.max(most, (underWay += 1));
      await later(number, 1);
      underWay -= 1;
      return number;
    };
    for await (const some of ahead(numbers.slice(0, 100), work, () => underWay >= 4)) assert.equal(some.length, 100);
    assert.equal(most, 4);
  });

  it('tells of a failure in its turn', async () => {
    const found: number[] = [];
    const failing = (number: number): Promise<number> => (number === 1_500 ? Promise.reject(new Error('no')) : later(number, 1));
    await assert.rejects(async () => {
      for await (const some of ahead(numbers, failing, () => false)) found.push(...some);
    }, /^Error: no$/);
    assert.ok(found.length >= 512 && found.length < 1_500);
  });
});
