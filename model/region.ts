import latency from './data/latency.json' with { type: 'json' };
import table from './data/regions.json' with { type: 'json' };
import { editDistance } from './edit-distance.ts';
import { compareText } from './json.ts';

/** An AWS region, as model/data/regions.json knows it. What nobody told us is undefined. */
export interface Region {
  readonly code: string;
  /** Partition id: aws, aws-cn, aws-us-gov, aws-eusc … */
  readonly partition: string;
  /** Name that AWS shows: Europe (Frankfurt). */
  readonly longName: string;
  /** `announced`: the SDK lists it, nothing else is known of it; it may not be open yet. */
  readonly status: 'general' | 'announced';
  /** Whether accounts must opt in before they can use it; null where that is not known. */
  readonly optIn: boolean | null;
  /** Zone ids (use1-az1), which mean the same zone in every account; an account may see fewer. */
  readonly azIds: readonly string[];
  readonly azIdPrefix?: string | undefined;
  /** Short form used in names and zone ids: use1, euw1; aps1 is ap-south-1. */
  readonly shortCode?: string | undefined;
  /** Code on bills: USE1, EUC1; APS1 is ap-southeast-1 there. */
  readonly billingCode?: string | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | undefined;
  /** ISO 3166-2: US-VA. */
  readonly geolocationRegion?: string | undefined;
  readonly city?: string | undefined;
  readonly lat?: number | undefined;
  readonly lon?: number | undefined;
  /** ISO 8601 day; for isolated regions only year or month. */
  readonly launchDate?: string | undefined;
  readonly dnsSuffix: string;
  readonly dualStackDnsSuffix: string;
}

export interface Partition {
  readonly id: string;
  /** Pattern by which the SDKs place regions that they do not know. */
  readonly regionRegex: string;
  readonly dnsSuffix: string;
  readonly dualStackDnsSuffix: string;
  /** Region that global services of the partition are run from. */
  readonly implicitGlobalRegion: string;
}

export const partitions: ReadonlyMap<string, Partition> = new Map(table.partitions.map((partition) => [partition.id, partition]));

const rows = table.regions as unknown as readonly Omit<Region, 'dnsSuffix' | 'dualStackDnsSuffix'>[];

/** Every region of every partition, by code, in code order. */
export const regions: ReadonlyMap<string, Region> = new Map(rows.map((row) => {
  const partition = partitions.get(row.partition);
  return [row.code, { ...row, azIds: row.azIds ?? [], dnsSuffix: partition?.dnsSuffix ?? '', dualStackDnsSuffix: partition?.dualStackDnsSuffix ?? '' }];
}));

/** Regions of the partition aws that every account can use. */
export const defaultRegions: readonly string[] = codesWhere(({ partition, optIn }) => partition === 'aws' && optIn === false);

/** Regions that an account must enable first, announced ones among them. */
export const optInRegions: readonly string[] = codesWhere(({ optIn }) => optIn === true);

export function regionOf(code: string): Region | undefined {
  return regions.get(code);
}

/** Whether the text is the code of a region we know. A region that opened after the table was made is not; see partitionOf. */
export function isRegionCode(text: string): boolean {
  return regions.has(text);
}

/**
 * Partition of a region code. For codes that the table lacks, the SDK's patterns answer and `inferred` is set: they also match
 * codes that no region has (xx-…-1 no, us-north-9 yes). Pseudo regions (aws-global) belong to their partition.
 */
export function partitionOf(code: string): (Partition & { readonly inferred: boolean }) | undefined {
  const known = regions.get(code)?.partition ?? /^(aws(?:-[a-z]+)*)-global$/.exec(code)?.[1];
  const partition = known === undefined ? undefined : partitions.get(known);
  if (partition) return { ...partition, inferred: false };
  const match = code.length > 64 ? undefined : [...partitions.values()].find(({ regionRegex }) => new RegExp(regionRegex).test(code));
  return match && { ...match, inferred: true };
}

const byZonePrefix = new Map([...regions.values()].flatMap(({ code, azIdPrefix }) => (azIdPrefix === undefined ? [] : [[azIdPrefix, code] as const])));
const byShortCode = new Map([...regions.values()].flatMap(({ code, shortCode }) => (shortCode === undefined ? [] : [[shortCode, code] as const])));
const byBillingCode = new Map([...regions.values()].flatMap(({ code, billingCode }) => (billingCode === undefined ? [] : [[billingCode, code] as const])));

/** What follows the region in names of local zones (us-east-1-bos-1a) and wavelength zones (us-east-1-wl1-bos-wlz-1). */
const zoneNameTail = /^(?:[a-z]{3}-\d{1,2}[a-z]|(?:wl\d-)?[a-z]{3}-wlz-\d{1,2}[a-z]?)$/;
const zoneId = /^([a-z]{3,10}\d{1,2})-(?:(?:[a-z]{3}\d{1,2}-)?az\d{1,2}|(?:wl\d-)?[a-z]{3}\d{0,2}-wlz\d{1,2})$/;

/** Region code of an availability, local or wavelength zone, given by name (us-east-1a) or id (use1-az1). */
export function regionOfZone(zone: string): string | undefined {
  const id = zone.length > 40 ? undefined : zoneId.exec(zone)?.[1];
  if (id !== undefined) return byZonePrefix.get(id);
  const parts = zone.split('-', 8);
  for (const length of [3, 4]) {
    const head = parts.slice(0, length).join('-');
    if (parts.length === length && /\d[a-z]$/.test(head) && regions.has(head.slice(0, -1))) return head.slice(0, -1);
    if (parts.length > length && regions.has(head) && zoneNameTail.test(zone.slice(head.length + 1))) return head;
  }
  return undefined;
}

/**
 * Region code of a short form. Lower case is read as AWS writes zone ids: aps1 is ap-south-1. Upper case is used both ways, after
 * zone ids and after billing codes, where APS1 is ap-southeast-1: a code that the two read differently gives undefined.
 */
export function regionOfShortCode(text: string): string | undefined {
  if (text === text.toLowerCase()) return byShortCode.get(text);
  if (text !== text.toUpperCase() || !/\d$/.test(text)) return undefined;
  const short = byShortCode.get(text.toLowerCase());
  const billed = byBillingCode.get(text);
  return short === undefined || billed === undefined || short === billed ? (short ?? billed) : undefined;
}

/** The region a person may have meant by a misspelt code, a zone, a short code or a place (useast1, eu_west_1, euw1, Frankfurt). */
export function suggestRegion(text: string): string | undefined {
  const asked = text.trim().toLowerCase().replace(/[\s_.]+/g, '-');
  if (asked.length < 3 || asked.length > 40) return undefined;
  const exact = regions.get(asked)?.code ?? regionOfZone(asked) ?? byShortCode.get(asked);
  if (exact !== undefined) return exact;
  const letters = asked.replaceAll('-', '');
  if (letters.length >= 4) {
    const places = codesWhere(({ longName, city = '' }) => `${longName} ${city}`.toLowerCase().replace(/[^a-z]/g, '').includes(letters));
    const [place, ...others] = places.length > 1 ? places.filter((code) => regions.get(code)?.partition === 'aws') : places;
    if (place !== undefined && others.length === 0) return place;
  }
  return [...regions.keys()]
    .flatMap((code) => {
      const distance = editDistance(letters, code.replaceAll('-', ''), 2);
      return distance === undefined ? [] : [{ code, distance }];
    })
    .sort((a, b) => a.distance - b.distance || compareText(a.code, b.code))[0]?.code;
}

const latencyIndex = new Map(latency.regionOrder.map((code, at) => [code, at]));
const measured = new Set(latency.measured);

/**
 * Round-trip time between two regions in milliseconds, in either direction, and whether it was measured or estimated from the
 * distance to measured regions. Undefined for isolated and unknown regions. latencySource says where it comes from.
 */
export function latencyBetween(a: string, b: string): { readonly ms: number; readonly measured: boolean } | undefined {
  const i = latencyIndex.get(a);
  const j = latencyIndex.get(b);
  if (i === undefined || j === undefined) return undefined;
  const ms = latency.rtt[Math.max(i, j)]?.[Math.min(i, j)];
  return ms === undefined ? undefined : { ms, measured: measured.has(a) && measured.has(b) };
}

export const latencySource: { readonly source: string; readonly date: string } = { source: latency._meta.source, date: latency._meta.date };

function codesWhere(test: (region: Region) => boolean): string[] {
  return [...regions.values()].filter(test).map(({ code }) => code);
}
