import type { Loss } from '../../model/simulation.ts';
import { pins } from '../../model/pinned.ts';
import { serviceName } from '../../model/service-offer.ts';

/** Services whose control plane works in one region for the whole partition, by that region: with it no change can be made anywhere. */
const globalControlPlanes = pins.filter(({ id }) => id === 'global-control-planes' || id === 'us-west-2-control-planes');

/** Services that cannot be changed while the loss lasts, by code. */
export function frozenServices(lost: readonly Loss[]): ReadonlyMap<string, string> {
  const frozen = new Map<string, string>();
  for (const { kind, value, region } of lost) {
    if (kind === 'control-plane') frozen.set(value, `the control plane of ${serviceName(value) ?? value} is lost`);
    else if (kind === 'service' && region === undefined) frozen.set(value, `${serviceName(value) ?? value} is lost`);
    else if (kind === 'region') {
      for (const { services } of globalControlPlanes.filter(({ regions }) => regions.includes(value))) {
        for (const service of services) frozen.set(service, `the control plane of ${serviceName(service) ?? service} is in ${value}`);
      }
    }
  }
  return frozen;
}
