import type { PlanConfig, PlannedWave } from '../../model/plan.ts';

const day = 86_400_000;
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / day;
const dateOf = (count: number): string => new Date(count * day).toISOString().slice(0, 10);

/** Days of each wave, one after the other, none of them in a freeze. The first is the foundations. */
export function calendar(groups: readonly (readonly (readonly string[])[])[], { start, waveDays = 14, freezes = [] }: PlanConfig, today: string): PlannedWave[] {
  let next = dayOf(start ?? today);
  return groups.map((each, number) => {
    const first = free(next, waveDays, freezes);
    next = first + waveDays;
    return { number, groups: each.map((group) => [...group]), starts: dateOf(first), ends: dateOf(next - 1) };
  });
}

/** First day from which on a wave meets no freeze. */
function free(from: number, days: number, freezes: NonNullable<PlanConfig['freezes']>): number {
  let first = from;
  for (let moved = true; moved; ) {
    moved = false;
    for (const freeze of freezes) {
      if (dayOf(freeze.from) < first + days && dayOf(freeze.to) >= first) {
        first = dayOf(freeze.to) + 1;
        moved = true;
      }
    }
  }
  return first;
}
