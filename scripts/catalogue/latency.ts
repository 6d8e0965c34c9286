import { z } from 'zod';
import { compareText } from '../../model/json.ts';
import { readRegionFacts } from './regions.ts';
import { readJson } from './sources.ts';
import type { Table } from './table.ts';

const measuredSchema = z.object({
  _meta: z.object({ source: z.string(), date: z.string(), licence: z.string() }),
  regions: z.array(z.string()),
  rtt: z.array(z.array(z.number())),
});

interface Place {
  readonly lat: number;
  readonly lon: number;
}

/** Round trips between measured regions, and where every region lies. */
interface Network {
  readonly places: ReadonlyMap<string, Place>;
  readonly measured: readonly string[];
  rtt(a: string, b: string): number;
  /** Milliseconds of round trip for each further kilometre of great circle, by least squares over the measured pairs. */
  readonly slope: number;
}

export async function latencyTable(): Promise<Table> {
  const input = await readJson(new URL('inputs/measured-latency.json', import.meta.url).pathname, measuredSchema);
  const facts = await readRegionFacts();
  const places = new Map(Object.entries(facts.regions).flatMap(([code, { lat, lon }]) => (lat === undefined || lon === undefined ? [] : [[code, { lat, lon }] as const])));
  const network = networkOf(input.regions, input.rtt, places);
  const order = [...new Set([...input.regions, ...places.keys()])].sort(compareText);
  const error = leaveOneOut(network);
  return {
    name: 'latency',
    meta: {
      title: 'Round-trip time between regions',
      source: input._meta.source,
      version: 'none',
      date: input._meta.date,
      licence: input._meta.licence,
      derivedBy: 'scripts/catalogue/latency.ts',
      encoding: 'rtt[i][j] with j ≤ i: milliseconds of round trip (P50 over a year, mean of both directions) between regionOrder[i] and regionOrder[j]; measured where both are in `measured`, else estimated',
      caveats: [
        `Estimate: the round trip between the nearest measured regions plus ${network.slope.toFixed(5)} ms for each kilometre by which the great circle is longer, at least 2 ms plus 1 ms per 100 km.`,
        `Estimating each measured region from the others errs by ${error.p50.toFixed(1)} ms (${percent(error.p50Share)}) in the median and by ${error.p90.toFixed(1)} ms (${percent(error.p90Share)}) in the ninetieth percentile.`,
        'Estimates know nothing of the paths into and out of mainland China, nor of GovCloud\'s own network.',
        'Isolated regions have no row: their sites are not published.',
      ],
      alsoFrom: [{ source: facts._meta.source, version: 'none', date: facts._meta.date, licence: 'facts', gives: 'coordinates for the estimates' }],
    },
    body: {
      regionOrder: order,
      measured: [...input.regions].sort(compareText),
      rtt: order.map((a, i) => order.slice(0, i + 1).map((b) => round(estimate(network, a, b)))),
    },
  };
}

function networkOf(measured: readonly string[], rows: readonly (readonly number[])[], places: ReadonlyMap<string, Place>): Network {
  const index = new Map(measured.map((code, at) => [code, at]));
  const rtt = (a: string, b: string): number => {
    const i = index.get(a);
    const j = index.get(b);
    const value = i === undefined || j === undefined ? undefined : rows[Math.max(i, j)]?.[Math.min(i, j)];
    if (value === undefined) throw new Error(`No measured round trip between ${a} and ${b}`);
    return value;
  };
  const pairs = measured.flatMap((a, i) => measured.slice(0, i).map((b) => ({ km: kilometres(places, a, b), ms: rtt(a, b) })));
  const mean = (of: readonly number[]): number => of.reduce((sum, value) => sum + value, 0) / of.length;
  const km = mean(pairs.map((pair) => pair.km));
  const ms = mean(pairs.map((pair) => pair.ms));
  const slope = pairs.reduce((sum, pair) => sum + (pair.km - km) * (pair.ms - ms), 0) / pairs.reduce((sum, pair) => sum + (pair.km - km) ** 2, 0);
  return { places, measured, rtt, slope };
}

function estimate(network: Network, a: string, b: string): number {
  const nearA = nearest(network, a);
  const nearB = nearest(network, b);
  if (nearA === a && nearB === b) return network.rtt(a, b);
  const further = kilometres(network.places, a, b) - kilometres(network.places, nearA, nearB);
  return Math.max(network.rtt(nearA, nearB) + network.slope * further, 2 + kilometres(network.places, a, b) / 100);
}

function nearest({ measured, places }: Network, code: string): string {
  if (measured.includes(code)) return code;
  const [best] = [...measured].sort((a, b) => kilometres(places, code, a) - kilometres(places, code, b) || compareText(a, b));
  if (best === undefined) throw new Error('No measured regions');
  return best;
}

/** Errors of the estimate for every measured pair, with the first of the two taken out of the measured set. */
function leaveOneOut(network: Network): { readonly p50: number; readonly p90: number; readonly p50Share: number; readonly p90Share: number } {
  const errors = network.measured.flatMap((left) => {
    const without = { ...network, measured: network.measured.filter((code) => code !== left) };
    return without.measured.map((other) => {
      const truth = network.rtt(left, other);
      const off = Math.abs(estimate(without, left, other) - truth);
      return { off, share: off / truth };
    });
  });
  const quantile = (values: readonly number[], q: number): number => [...values].sort((a, b) => a - b)[Math.floor(q * (values.length - 1))] ?? 0;
  const offs = errors.map(({ off }) => off);
  const shares = errors.map(({ share }) => share);
  return { p50: quantile(offs, 0.5), p90: quantile(offs, 0.9), p50Share: quantile(shares, 0.5), p90Share: quantile(shares, 0.9) };
}

/** Great-circle distance on a sphere of 6371 km. */
function kilometres(places: ReadonlyMap<string, Place>, a: string, b: string): number {
  const from = places.get(a);
  const to = places.get(b);
  if (!from || !to) throw new Error(`No coordinates for ${from ? b : a}`);
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const lat = Math.sin(radians(to.lat - from.lat) / 2) ** 2;
  const lon = Math.sin(radians(to.lon - from.lon) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(lat + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * lon));
}

const round = (ms: number): number => Math.round(ms * 10) / 10;
const percent = (share: number): string => `${Math.round(share * 100)} %`;
