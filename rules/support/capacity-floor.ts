import { z } from 'zod';
import type { Strategy } from '../../model/intent.ts';

export const floorOptions = z.strictObject({ floorPercent: z.number().min(0).max(100).default(20).describe('Least share of the home capacity that a warm standby runs') });

/** Least that must run: two and a share of home for a warm standby, as much as home for active-active, nothing for a pilot light. */
export function capacityFloor(home: number, strategy: Strategy, given: Readonly<Record<string, unknown>>): number {
  if (strategy === 'active-active') return home;
  return strategy === 'warm-standby' ? Math.min(home, Math.max(2, Math.ceil((home * floorOptions.parse(given).floorPercent) / 100))) : 0;
}
