import type { EstateView } from '../../graph/view.ts';
import { regionInIdentifier } from '../../model/region-in-identifier.ts';
import type { Resource } from '../../model/resource.ts';
import { hasSymbol } from '../../model/symbol.ts';
import { destinationsOf, recordGroup, type DnsRecord } from './dns.ts';

/** Regions that answer under a host; `anywhere` for hosts that have no region or none of AWS, `untold` where nobody told. */
export interface Answering {
  readonly regions: ReadonlySet<string>;
  readonly anywhere: boolean;
  readonly untold: boolean;
}

/** What answers under a host that a resource names: a resource, a record of the estate, or the region in the name. */
export function answering(view: EstateView, host: string, from: Resource): Answering {
  const regions = new Set<string>();
  let anywhere = false;
  let untold = false;
  const found = view.resolve(host, from);
  for (const resource of found) {
    if (resource.kind === 'route53-record') {
      for (const record of recordGroup(view, resource as DnsRecord)) {
        const ends = destinationsOf(view, record);
        for (const region of ends.regions) regions.add(region);
        anywhere ||= ends.global;
        untold ||= ends.untold;
      }
    } else if (resource.region === undefined) untold = true;
    else if (resource.region === 'global') anywhere = true;
    else regions.add(resource.region);
  }
  if (found.length === 0) {
    const region = regionInIdentifier(host);
    if (region !== undefined) regions.add(region);
    else if (hasSymbol(host) || /^[^.]+\.s3(?:-website)?\./.test(host)) untold = true;
    else anywhere = true;
  }
  return { regions, anywhere, untold };
}
