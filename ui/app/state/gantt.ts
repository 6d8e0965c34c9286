import type { PlannedWave } from '../../../model/plan.ts';

export interface GanttBar {
  readonly number: number;
  readonly starts: string;
  readonly ends: string;
  readonly days: number;
  readonly services: readonly string[];
  /** Share of the whole time, of 1: where the bar begins and how long it is. */
  readonly from: number;
  readonly length: number;
}

export interface Gantt {
  readonly bars: readonly GanttBar[];
  /** First days of months, with where they are. */
  readonly months: readonly { readonly title: string; readonly at: number }[];
  readonly days: number;
}

export const waveTitle = (wave: number): string => (wave === 0 ? 'Foundations' : `Wave ${wave}`);

const day = 86_400_000;

/** Waves on a line of time. A wave ends at the end of its last day. */
export function ganttOf(waves: readonly PlannedWave[]): Gantt {
  const spans = waves.map((wave) => ({ wave, from: Date.parse(wave.starts), to: Date.parse(wave.ends) + day }));
  const start = Math.min(...spans.map(({ from }) => from));
  const whole = Math.max(...spans.map(({ to }) => to)) - start;
  if (spans.length === 0 || !(whole > 0)) return { bars: [], months: [], days: 0 };
  const bars = spans.map(({ wave: { number, starts, ends, groups }, from, to }) => ({ number, starts, ends, days: Math.round((to - from) / day), services: groups.flat(), from: (from - start) / whole, length: (to - from) / whole }));
  return { bars, months: monthsIn(start, whole), days: Math.round(whole / day) };
}

/** At most about twelve marks, however long the plan is. */
function monthsIn(start: number, whole: number): Gantt['months'] {
  const first = new Date(start);
  const step = Math.max(1, Math.ceil(whole / day / 30 / 12));
  const months: { title: string; at: number }[] = [];
  for (let month = first.getUTCMonth() + 1; months.length < 24; month += step) {
    const at = (Date.UTC(first.getUTCFullYear(), month, 1) - start) / whole;
    if (at >= 1) break;
    months.push({ title: new Date(Date.UTC(first.getUTCFullYear(), month, 1)).toISOString().slice(0, 7), at });
  }
  return months;
}
