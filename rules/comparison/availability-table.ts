import type { EstateView } from '../../graph/view.ts';
import { typeAvailability } from '../../model/availability.ts';
import type { AvailabilityTable } from '../../model/availability-table.ts';
import type { Intent } from '../../model/intent.ts';
import { regions as knownRegions } from '../../model/region.ts';
import { serviceName, serviceSource } from '../../model/service-offer.ts';
import { typeSource } from '../../model/type-offer.ts';
import { serviceOf, typesInUse } from '../support/services-in-use.ts';

/** Types that home uses against every region of home's partitions, from the tables alone: a scan of an account may know better, and then the verdicts say so. */
export function availabilityTable(view: EstateView, intent: Intent): AvailabilityTable {
  const partitions = new Set(intent.home.flatMap((code) => knownRegions.get(code)?.partition ?? []));
  const regions = [...knownRegions.values()].filter(({ partition }) => partitions.has(partition)).map(({ code }) => code);
  const types = typesInUse(view, intent).flatMap(([type, resources]) => {
    const service = serviceOf(type);
    if (service === undefined) return [];
    return [{ type, service, title: serviceName(service) ?? service, resources: resources.length, states: regions.map((region) => typeAvailability(type, region).state) }];
  });
  return { home: [...intent.home], regions, types, sources: [{ title: 'Services by region', source: serviceSource.source, date: serviceSource.date }, { title: 'CloudFormation types by region', source: typeSource.source, date: typeSource.date }] };
}
