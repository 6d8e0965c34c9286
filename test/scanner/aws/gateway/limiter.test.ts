import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { limiter, type Clock } from '../../../../scanner/aws/gateway/limiter.ts';

function fakeClock(): Clock {
  let time = 0;
  return {
    now: () => time,
    sleep: async (milliseconds) => {
      time += milliseconds;
    },
  };
}

describe('limiter', () => {
  it('lets a burst through and then its rate', async () => {
    const clock = fakeClock();
    const limit = limiter(10, clock);
    for (let call = 0; call < 10; call += 1) await limit.turn();
    assert.equal(clock.now(), 0);
    for (let call = 0; call < 20; call += 1) await limit.turn();
    assert.ok(Math.abs(clock.now() - 2_000) < 50, String(clock.now()));
  });

  it('slows down when AWS throttles, and recovers while it answers', async () => {
    const clock = fakeClock();
    const limit = limiter(10, clock);
    limit.throttled();
    assert.equal(limit.rate(), 5);
    await limit.turn();
    assert.ok(clock.now() >= 1_000);
    for (let call = 0; call < 20; call += 1) limit.answered();
    assert.equal(limit.rate(), 10);
    for (let call = 0; call < 20; call += 1) limit.throttled();
    assert.ok(limit.rate() >= 0.2);
  });
});
