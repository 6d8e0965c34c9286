import type { AvailabilityState } from '../../../model/availability.ts';
import type { AvailabilityTable } from '../../../model/availability-table.ts';
import { compareText } from '../../../model/json.ts';
import type { HeatCell, HeatTable, Tone } from './heat.ts';

/** From what is worst to have to what is best; what acts on the world is lacked nowhere. */
const worstFirst: readonly AvailabilityState[] = ['unavailable', 'probably-unavailable', 'not-deployable', 'unknown', 'probably-available', 'available', 'not-region-bound'];
const tones: Readonly<Record<AvailabilityState, Tone>> = { unavailable: 'critical', 'probably-unavailable': 'high', 'not-deployable': 'medium', unknown: 'unknown', 'probably-available': 'ready', available: 'ready', 'not-region-bound': 'ready' };
const signs: Readonly<Record<AvailabilityState, string>> = { unavailable: '✕', 'probably-unavailable': '✕?', 'not-deployable': '~', unknown: '?', 'probably-available': '✓', available: '✓', 'not-region-bound': '✓' };
export const availabilityWords: Readonly<Record<AvailabilityState, string>> = {
  unavailable: 'not offered', 'probably-unavailable': 'probably not offered', 'not-deployable': 'offered, but CloudFormation does not register the type', unknown: 'not known', 'probably-available': 'probably offered', available: 'offered', 'not-region-bound': 'not bound to regions',
};

export interface RegionAvailability {
  readonly region: string;
  readonly offered: number;
  readonly lacking: readonly { readonly type: string; readonly state: AvailabilityState; readonly resources: number }[];
  readonly unknown: number;
  readonly tone: Tone;
}

/** For each region how much of what is used it has. */
export function byRegion({ regions, types }: AvailabilityTable): readonly RegionAvailability[] {
  return regions.map((region, column) => {
    const states = types.map(({ type, resources, states: of }) => ({ type, resources, state: of[column] ?? 'unknown' }) as const);
    const lacking = states.filter(({ state }) => worstFirst.indexOf(state) < 3).sort((a, b) => worstFirst.indexOf(a.state) - worstFirst.indexOf(b.state) || b.resources - a.resources || compareText(a.type, b.type));
    const unknown = states.filter(({ state }) => state === 'unknown').length;
    return { region, lacking, unknown, offered: states.length - lacking.length - unknown, tone: lacking[0] !== undefined ? tones[lacking[0].state] : unknown > 0 ? 'unknown' : 'ready' };
  });
}

/** Services by regions; a cell has the worst of the service's types. `missing` leaves out what no region is known to lack. */
export function serviceMatrix({ regions, types }: AvailabilityTable, { missing, only }: { readonly missing: boolean; readonly only: readonly string[] }): HeatTable {
  const shown = regions.flatMap((code, column) => (only.length === 0 || only.includes(code) ? [{ code, column }] : []));
  const services = [...Map.groupBy(types, ({ title }) => title)].sort(([a], [b]) => compareText(a, b));
  const rows = services.map(([id, of]) => ({ id, cells: shown.map(({ column }) => cellOf(of.map(({ type, states }) => ({ type, state: states[column] ?? 'unknown' })))) }));
  return { columns: shown.map(({ code }) => ({ id: code, title: code })), rows: missing ? rows.filter(({ cells }) => cells.some(({ tone }) => tone !== 'ready' && tone !== 'unknown')) : rows };
}

function cellOf(types: readonly { readonly type: string; readonly state: AvailabilityState }[]): HeatCell {
  const [worst] = [...types].sort((a, b) => worstFirst.indexOf(a.state) - worstFirst.indexOf(b.state));
  if (worst === undefined) return { tone: 'none', text: '', words: 'not used' };
  const lacking = types.filter(({ state }) => worstFirst.indexOf(state) < 4);
  return { tone: tones[worst.state], text: signs[worst.state], words: lacking.length === 0 ? availabilityWords[worst.state] : lacking.map(({ type, state }) => `${type} ${availabilityWords[state]}`).join('; ') };
}
