import { compareText } from '../../model/json.ts';
import type { Role } from '../../model/occurrence.ts';
import type { Sighting } from './language.ts';

/** Names that say which part a region plays among several, in contrast to the one that is deployed to. */
const partPlayed = /(?:^|_)(?:primary|secondary|home|main|source|origin|recovery|failover|standby|dr|replica|peer|partner|witness|other|second|paired|backup|destination)_?(?:aws_?)?region$/;
const roles: ReadonlySet<Role> = new Set(['default', 'fallback', 'assignment', 'value']);

const snake = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replaceAll('-', '_').toLowerCase();

const partOf = ({ form, role, name, construct }: Sighting): string | undefined =>
  form === 'region' && name !== undefined && name.length < 100 && construct === undefined && roles.has(role) && partPlayed.test(snake(name)) ? snake(name) : undefined;

/**
 * Regions that play parts in one file, primary_region and standby_region, are a topology: each is told the regions of the others, so
 * that it is judged by whether they include the target.
 */
export function withPartners(sightings: readonly Sighting[]): readonly Sighting[] {
  const parts = new Map<Sighting, string>();
  for (const sighting of sightings) {
    const part = partOf(sighting);
    if (part !== undefined) parts.set(sighting, part);
  }
  if (new Set(parts.values()).size < 2) return sightings;
  const regions = [...new Set([...parts.keys()].flatMap((sighting) => sighting.regions))].sort(compareText);
  return sightings.map((sighting) => (parts.has(sighting) ? { ...sighting, alternatives: [...new Set([...(sighting.alternatives ?? []), ...regions])].sort(compareText) } : sighting));
}
