import { z } from 'zod';
import { maskOf } from '../../model/bitmask.ts';
import { compareText } from '../../model/json.ts';
import { readInfrastructure, type Infrastructure, type InfrastructureService } from './infrastructure.ts';
import { provenanceOf, readJson, type Sources } from './sources.ts';
import { sortedObject, type Table } from './table.ts';

const notRegionBoundSchema = z.object({
  _meta: z.object({ source: z.string(), date: z.string(), meaning: z.string() }),
  services: z.record(z.string(), z.string()),
});

export function readNotRegionBound(): Promise<z.infer<typeof notRegionBoundSchema>> {
  return readJson(new URL('inputs/not-region-bound.json', import.meta.url).pathname, notRegionBoundSchema);
}

export async function serviceRegionsTable(sources: Sources): Promise<Table> {
  const tree = await readInfrastructure(sources);
  const curated = await readNotRegionBound();
  const order = [...tree.regions.keys()].sort(compareText);
  return {
    name: 'service-regions',
    meta: {
      title: 'Services by region',
      ...provenanceOf(tree.moto),
      derivedBy: 'scripts/catalogue/service-regions.ts',
      encoding: 'services[code].regions is a hexadecimal set: bit i stands for regionOrder[i]. globalEndpoint: one host answers for every region of the partition aws. notRegionBound[code] says why a service is not judged by region',
      caveats: [
        'A copy of AWS Systems Manager\'s public parameters under /aws/service/global-infrastructure. The date is that of the package; the copy in it is somewhat older. Asking Systems Manager itself is always better.',
        'A region outside regionOrder (announced and isolated regions) is unknown, not without services.',
        'A service that the tree does not have anywhere is unknown, not unavailable: application-signals, arc-region-switch and other real services are missing from it.',
        'Codes are the tree\'s own: kafka is MSK, mcs Keyspaces, es OpenSearch Service, ahl HealthLake, aps Managed Prometheus, waf AWS WAF (v2); application-autoscaling is AWS Auto Scaling and not Application Auto Scaling.',
      ],
      alsoFrom: [{ source: curated._meta.source, version: 'none', date: curated._meta.date, licence: 'facts', gives: `notRegionBound. ${curated._meta.meaning}` }],
    },
    body: {
      regionOrder: order,
      services: sortedObject([...tree.services].map(([code, service]) => [code, {
        name: service.name,
        regions: maskOf(order.flatMap((region, bit) => (service.regions.has(region) ? [bit] : []))),
        ...(hasGlobalEndpoint(service, tree) ? { globalEndpoint: true } : {}),
      }])),
      notRegionBound: sortedObject(Object.entries(curated.services)),
    },
  };
}

/** Whether the hosts do not tell the regions apart: at most the region that the endpoint stands in finds its own code in them. */
function hasGlobalEndpoint({ regions }: InfrastructureService, tree: Infrastructure): boolean {
  const hosts = [...regions].filter(([code]) => tree.regions.get(code)?.partition === 'aws');
  if (hosts.length === 0 || hosts.some(([, host]) => host === undefined)) return false;
  return hosts.filter(([code, host]) => host?.includes(code)).length <= (hosts.length > 1 ? 1 : 0);
}
