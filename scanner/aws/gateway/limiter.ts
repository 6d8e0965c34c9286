/** Time, so that tests need none. */
export interface Clock {
  /** Milliseconds. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** A bucket of calls that fills at a rate which falls when AWS throttles and rises again while it does not. */
export interface Limiter {
  /** Waits for the next call's turn. */
  turn(): Promise<void>;
  /** AWS throttled: half the rate, and a pause. */
  throttled(): void;
  /** AWS answered: a little faster again, up to the rate it began with. */
  answered(): void;
  /** Calls per second that are allowed now. */
  rate(): number;
}

/** Slowest rate: one call in five seconds. */
const floor = 0.2;
const pause = 1_000;
/** Part of the full rate that is won back by an answer. */
const gain = 0.05;

export function limiter(full: number, clock: Clock = systemClock): Limiter {
  let rate = full;
  let tokens = Math.max(1, full);
  let filled = clock.now();
  let notBefore = -Infinity;
  let queue: Promise<void> = Promise.resolve();

  async function take(): Promise<void> {
    for (;;) {
      const now = clock.now();
      tokens = Math.min(Math.max(1, rate), tokens + ((now - filled) / 1_000) * rate);
      filled = now;
      const wait = Math.max(notBefore - now, tokens >= 1 ? 0 : ((1 - tokens) / rate) * 1_000);
      if (wait <= 0) break;
      await clock.sleep(Math.ceil(wait));
    }
    tokens -= 1;
  }

  return {
    turn() {
      queue = queue.then(take);
      return queue;
    },
    throttled() {
      rate = Math.max(floor, rate / 2);
      tokens = 0;
      notBefore = clock.now() + pause;
    },
    answered() {
      rate = Math.min(full, rate + full * gain);
    },
    rate: () => rate,
  };
}
