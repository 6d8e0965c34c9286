/** Repeatable pseudo-random numbers (mulberry32): the same seed gives the same sample on every machine. */
export interface Random {
  /** 0 ≤ n < limit. */
  below(limit: number): number;
  pick<const T>(values: readonly [T, ...(readonly T[])]): T;
  /** True in `percent` of 100 cases. */
  chance(percent: number): boolean;
}

export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, pick: (values) => values[below(values.length)] ?? values[0], chance: (percent) => below(100) < percent };
}
