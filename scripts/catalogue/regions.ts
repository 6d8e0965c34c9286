import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { compareText } from '../../model/json.ts';
import { readInfrastructure, type InfrastructureRegion } from './infrastructure.ts';
import { provenanceOf, readJson, type Package, type Sources } from './sources.ts';
import type { Table } from './table.ts';

const sdkPartitions = z.object({
  partitionsInfo: z.object({
    partitions: z.array(z.object({
      id: z.string(),
      regionRegex: z.string(),
      outputs: z.object({ dnsSuffix: z.string(), dualStackDnsSuffix: z.string(), implicitGlobalRegion: z.string() }),
      regions: z.record(z.string(), z.object({ description: z.string() })),
    })),
  }),
});
type SdkPartition = z.infer<typeof sdkPartitions>['partitionsInfo']['partitions'][number];

const regionFacts = z.object({
  _meta: z.object({ source: z.string(), date: z.string(), caveats: z.array(z.string()) }),
  regions: z.record(z.string(), z.object({
    city: z.string().optional(),
    lat: z.number().optional(),
    lon: z.number().optional(),
    launchDate: z.string().optional(),
    billingCode: z.string().optional(),
    country: z.string().optional(),
  })),
});
export type RegionFacts = z.infer<typeof regionFacts>;

/** Facts that no package has: coordinates, launch dates, billing codes. */
export function readRegionFacts(): Promise<RegionFacts> {
  return readJson(new URL('inputs/region-facts.json', import.meta.url).pathname, regionFacts);
}

export async function regionsTable(sources: Sources): Promise<Table> {
  const sdk = await sources.npm('@aws-sdk/core');
  const partitions = await readPartitions(sdk);
  const cdk = await sources.npm('@aws-cdk/region-info');
  const optIns = await readOptIns(cdk);
  const { moto, regions: tree } = await readInfrastructure(sources);
  const facts = await readRegionFacts();
  for (const code of tree.keys()) {
    if (!partitions.some(({ regions }) => Object.hasOwn(regions, code))) throw new Error(`The SDK does not know region ${code}`);
  }
  const regions = partitions
    .flatMap((partition) => Object.entries(partition.regions).filter(([code]) => !code.endsWith('-global')).map(([code, { description }]) => row({
      code, description, partition: partition.id, node: tree.get(code), optIn: optIns.get(code), facts: facts.regions[code] ?? {},
    })))
    .sort((a, b) => compareText(a.code, b.code));
  return {
    name: 'regions',
    meta: {
      title: 'Regions and partitions',
      ...provenanceOf(sdk),
      derivedBy: 'scripts/catalogue/regions.ts',
      encoding: 'regions[]: one row per region, facts that nobody knows are left out; partitions[]: with the pattern that the SDKs match unknown regions by',
      caveats: [
        'status "announced": only the SDK knows the region; the Systems Manager tree does not, so nothing is known of what it offers, and the SDK can list a region months before it opens.',
        'optIn is the rule that AWS documents (regions of the partition aws launched after 2019-03-20 need opting in), not the state of an account; it is null for isolated partitions.',
        'country and geolocationRegion are AWS\'s values: ap-east-1 is CN, CN-HK.', // regionready-ignore code-region-literal -- tells what the values mean
        'An account may see fewer zones than azIds lists; zone names are shuffled per account, zone ids are not.',
        ...facts._meta.caveats,
      ],
      alsoFrom: [
        { ...provenanceOf(cdk), gives: 'optIn' },
        { ...provenanceOf(moto), gives: 'longName, country, geolocationRegion, azIds, azIdPrefix, shortCode, status (Systems Manager global-infrastructure parameters)' },
        { source: facts._meta.source, version: 'none', date: facts._meta.date, licence: 'facts', gives: 'city, lat, lon, launchDate, billingCode; country of announced and isolated regions' },
      ],
    },
    body: {
      partitions: partitions.map(({ id, regionRegex, outputs }) => ({
        id, regionRegex, dnsSuffix: outputs.dnsSuffix, dualStackDnsSuffix: outputs.dualStackDnsSuffix, implicitGlobalRegion: outputs.implicitGlobalRegion,
      })),
      regions,
    },
  };
}

interface Known {
  readonly code: string;
  readonly description: string;
  readonly partition: string;
  readonly node: InfrastructureRegion | undefined;
  readonly optIn: boolean | undefined;
  readonly facts: RegionFacts['regions'][string];
}

function row({ code, description, partition, node, optIn, facts }: Known): { readonly code: string } & Readonly<Record<string, unknown>> {
  const prefix = node && azIdPrefix(code, node.azIds);
  return {
    code,
    partition,
    longName: node?.longName ?? description,
    status: node || partition.startsWith('aws-iso') ? 'general' : 'announced',
    optIn: optInOf(partition, optIn),
    ...(node ? { azIds: [...node.azIds].sort(compareText), azIdPrefix: prefix, shortCode: prefix } : {}),
    ...(facts.billingCode === undefined ? {} : { billingCode: facts.billingCode }),
    country: node?.country ?? facts.country,
    ...(node ? { geolocationRegion: node.geolocationRegion } : {}),
    city: facts.city,
    lat: facts.lat,
    lon: facts.lon,
    launchDate: facts.launchDate,
  };
}

/** CDK derives the flag from the launch date and answers false for every other partition; of the isolated ones nothing is published. */
function optInOf(partition: string, known: boolean | undefined): boolean | null {
  if (partition === 'aws') return known ?? true;
  return partition.startsWith('aws-iso') ? null : false;
}

/** use1 of use1-az1 … use1-az6. */
function azIdPrefix(code: string, azIds: readonly string[]): string {
  const prefixes = new Set(azIds.map((id) => id.replace(/-az\d+$/, '')));
  const [prefix] = prefixes;
  if (prefixes.size !== 1 || prefix === undefined) throw new Error(`Zone ids of ${code} have no common prefix: ${azIds.join(', ')}`);
  return prefix;
}

async function readPartitions({ folder }: Package): Promise<readonly SdkPartition[]> {
  const file = join(folder, 'dist-es', 'submodules', 'client', 'util-endpoints', 'lib', 'aws', 'partitions.js');
  return sdkPartitions.parse(await import(pathToFileURL(file).href)).partitionsInfo.partitions;
}

const regionInfo = z.object({ RegionInfo: z.custom<{ readonly regions: readonly { readonly name: string; readonly isOptInRegion: boolean }[] }>((value) => typeof value === 'function') });

async function readOptIns({ folder }: Package): Promise<ReadonlyMap<string, boolean>> {
  const { RegionInfo } = regionInfo.parse(await import(pathToFileURL(join(folder, 'lib', 'index.js')).href));
  return new Map(RegionInfo.regions.map(({ name, isOptInRegion }) => [name, isOptInRegion]));
}
