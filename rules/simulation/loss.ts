import type { Loss } from '../../model/simulation.ts';
import { isKind, type Resource } from '../../model/resource.ts';
import { regionOf, regionOfZone } from '../../model/region.ts';
import { serviceName } from '../../model/service-offer.ts';
import { serviceOf } from '../support/services-in-use.ts';

/** Whether what is lost takes the resource with it. A lost control plane takes nothing. */
export function isLost(resource: Resource, { kind, value, region }: Loss): boolean {
  switch (kind) {
    case 'region':
      return resource.region === value;
    case 'account':
      return resource.account === value;
    case 'zone':
      return resource.region === regionOfZone(value) && zonesOf(resource).length > 0 && zonesOf(resource).every((zone) => zone === value);
    case 'service':
      return (region === undefined || resource.region === region) && serviceOf(resource.resourceType) === value;
    case 'control-plane':
      return false;
  }
}

/** Zones that the resource stands in, by name or id; empty where it is spread over the region, or nobody told. */
function zonesOf(resource: Resource): readonly string[] {
  if (isKind(resource, 'subnet')) return [resource.attributes.availabilityZone, resource.attributes.availabilityZoneId].filter((zone) => zone !== undefined).slice(0, 1);
  const { availabilityZone, multiAz } = resource.attributes as Readonly<{ availabilityZone?: string; multiAz?: boolean }>;
  return availabilityZone === undefined || multiAz === true ? [] : [availabilityZone];
}

export function lossText({ kind, value, region }: Loss): string {
  switch (kind) {
    case 'region':
      return regionOf(value) === undefined ? value : `${value} (${regionOf(value)?.longName})`;
    case 'zone':
      return `zone ${value}`;
    case 'account':
      return `account ${value}`;
    case 'service':
      return `${serviceName(value) ?? value}${region === undefined ? '' : ` in ${region}`}`;
    case 'control-plane':
      return `the control plane of ${serviceName(value) ?? value}`;
  }
}

/** us-east-1 · zone:us-east-1a · account:111122223333 · service:dynamodb@us-east-1 · control-plane:iam; undefined for what is none. */
export function parseLoss(text: string): Loss | undefined {
  const [, prefix, value = ''] = /^(?:(region|zone|account|service|control-plane):)?(.+)$/.exec(text) ?? [];
  switch (prefix) {
    case undefined:
      return regionOf(value) !== undefined ? { kind: 'region', value } : regionOfZone(value) !== undefined ? { kind: 'zone', value } : /^\d{12}$/.test(value) ? { kind: 'account', value } : undefined;
    case 'region':
      return { kind: 'region', value };
    case 'zone':
      return regionOfZone(value) === undefined ? undefined : { kind: 'zone', value };
    case 'account':
      return /^\d{12}$/.test(value) ? { kind: 'account', value } : undefined;
    default: {
      const [service = '', region] = value.split('@');
      if (serviceName(service) === undefined || (region !== undefined && regionOf(region) === undefined)) return undefined;
      return prefix === 'control-plane' ? { kind: 'control-plane', value: service } : { kind: 'service', value: service, ...(region === undefined ? {} : { region }) };
    }
  }
}
