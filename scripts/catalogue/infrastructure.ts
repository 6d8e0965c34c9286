import { join } from 'node:path';
import { z } from 'zod';
import type { Package, Sources } from './sources.ts';
import { readJson } from './sources.ts';

/** AWS Systems Manager's public parameters under /aws/service/global-infrastructure, as moto ships them. */
export interface Infrastructure {
  readonly moto: Package;
  readonly regions: ReadonlyMap<string, InfrastructureRegion>;
  readonly services: ReadonlyMap<string, InfrastructureService>;
}

export interface InfrastructureRegion {
  readonly longName: string;
  readonly partition: string;
  readonly country: string;
  readonly geolocationRegion: string;
  readonly domain: string;
  readonly azIds: readonly string[];
}

export interface InfrastructureService {
  readonly name: string;
  /** Endpoint host by region; undefined where the tree has the service and no endpoint. */
  readonly regions: ReadonlyMap<string, string | undefined>;
}

/** moto keeps a parameter as an object whose member Value is the parameter's value and whose other members lie below it. */
const leaf = z.object({ Value: z.string() });
const children = <T extends z.ZodType>(of: T): z.ZodType<ReadonlyMap<string, z.infer<T>>> => z
  .record(z.string(), z.unknown())
  .transform((node) => new Map(Object.entries(node).filter(([name]) => name !== 'Value').map(([name, child]) => [name, of.parse(child)])));

const tree = <T extends z.ZodType>(subtree: string, of: T): z.ZodType<ReadonlyMap<string, z.infer<T>>> => z
  .object({ aws: z.object({ service: z.object({ 'global-infrastructure': z.object({ [subtree]: children(of) }) }) }) })
  .transform((root) => root.aws.service['global-infrastructure'][subtree] as ReadonlyMap<string, z.infer<T>>);

const regionTree = tree('regions', z.object({
  longName: leaf,
  partition: leaf,
  domain: leaf,
  geolocationCountry: leaf,
  geolocationRegion: leaf,
  'availability-zones': children(leaf),
  services: children(z.object({ endpoint: leaf.optional() })),
}));
const serviceTree = tree('services', z.object({ longName: leaf.optional() }));

export async function readInfrastructure(sources: Sources): Promise<Infrastructure> {
  const moto = await sources.wheel('moto');
  const folder = join(moto.folder, 'moto', 'ssm', 'resources');
  const regions = await readJson(join(folder, 'regions.json.gz'), regionTree);
  const names = await readJson(join(folder, 'services.json.gz'), serviceTree);
  const offered = new Map<string, Map<string, string | undefined>>();
  for (const [code, { services }] of regions) {
    for (const [service, { endpoint }] of services) {
      const row = offered.get(service) ?? new Map<string, string | undefined>();
      offered.set(service, row.set(code, endpoint?.Value));
    }
  }
  return {
    moto,
    regions: new Map([...regions].map(([code, node]) => [code, {
      longName: node.longName.Value,
      partition: node.partition.Value,
      country: node.geolocationCountry.Value,
      geolocationRegion: node.geolocationRegion.Value,
      domain: node.domain.Value,
      azIds: [...node['availability-zones'].keys()],
    }])),
    services: new Map([...offered].map(([service, row]) => [service, { name: names.get(service)?.longName?.Value ?? service, regions: row }])),
  };
}
