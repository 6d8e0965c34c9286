import table from './data/countries.json' with { type: 'json' };
import latency from './data/latency.json' with { type: 'json' };
import { latencyBetween, regionOf, regions, type Region } from './region.ts';

type City = readonly [lat: number, lon: number, thousands: number];
const cities = table.cities as unknown as Readonly<Record<string, readonly City[]>>;

/** Whether the text is an ISO 3166-1 alpha-2 code of a country whose people the table places. */
export function isCountry(code: string): boolean {
  return Object.hasOwn(cities, code);
}

/** English name of a country, or its code where there is none. */
export function countryName(code: string): string {
  return names.of(code) ?? code;
}
const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

/** What access networks add to a round trip before it reaches a backbone, in milliseconds: a wired or good mobile line. */
export const accessMs = 10;

/** Milliseconds of round trip for each kilometre of great circle, as latency.json's own estimates have it. */
const msPerKilometre = 0.0155;

const measured = latency.measured.flatMap((code) => regionOf(code) ?? []).filter(isPlaced);

/**
 * Estimated round-trip time from the people of a country to a region in milliseconds, the mean over its largest cities by inhabitants:
 * the round trip from the measured region nearest to a city, corrected by distance as the estimates between regions are, plus `accessMs`.
 * Undefined for unknown countries and for regions without a place.
 */
export function latencyFromCountry(country: string, region: string): number | undefined {
  const to = regionOf(region);
  if (!isCountry(country) || to === undefined || !isPlaced(to)) return undefined;
  let sum = 0;
  let people = 0;
  for (const city of cities[country] ?? []) {
    const ms = fromCity(city, to);
    if (ms === undefined) return undefined;
    sum += ms * city[2];
    people += city[2];
  }
  return people === 0 ? undefined : Math.round(sum / people + accessMs);
}

type Placed = Region & { readonly lat: number; readonly lon: number };

function isPlaced(region: Region): region is Placed {
  return region.lat !== undefined && region.lon !== undefined;
}

function fromCity([lat, lon]: City, to: Placed): number | undefined {
  const from = { lat, lon };
  let near: Placed | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const region of measured) {
    const km = kilometres(from, region);
    if (km < least) [near, least] = [region, km];
  }
  const base = near === undefined ? undefined : latencyBetween(near.code, to.code);
  if (near === undefined || base === undefined) return undefined;
  const direct = kilometres(from, to);
  return Math.max((near.code === to.code ? 0 : base.ms) + msPerKilometre * (direct - kilometres(near, to)), direct / 100);
}

/** Great-circle distance between two regions; undefined where one has no place. */
export function distanceBetween(a: string, b: string): number | undefined {
  const [from, to] = [regions.get(a), regions.get(b)];
  return from !== undefined && to !== undefined && isPlaced(from) && isPlaced(to) ? Math.round(kilometres(from, to)) : undefined;
}

interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** On a sphere of 6371 km. */
function kilometres(from: Point, to: Point): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const lat = Math.sin(radians(to.lat - from.lat) / 2) ** 2;
  const lon = Math.sin(radians(to.lon - from.lon) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(lat + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * lon));
}
