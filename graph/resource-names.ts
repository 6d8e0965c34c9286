import type { Resource } from '../model/resource.ts';
import type { ResourceNames } from './estate.ts';

/** Resources by a text that means them. Nearly every text means one only, which a list of one would make three times as large. */
export type Index = Map<string, Resource | Resource[]>;

interface Indexes {
  readonly byFact: Index;
  /** In lower case. */
  readonly byIdentity: Index;
  /** By type, as written. */
  readonly byName: ReadonlyMap<string, Index>;
}

/** The names that the indexes were made of: a resolver made of them again answers the same. An identity that stands in no index as it was written is in lower case. */
export function namesOf({ byFact, byIdentity, byName }: Indexes): ReadonlyMap<string, ResourceNames> {
  const names = new Map<string, { factIds: string[]; identities: string[] }>();
  const of = ({ id }: Resource): { factIds: string[]; identities: string[] } => {
    const known = names.get(id) ?? { factIds: [], identities: [] };
    names.set(id, known);
    return known;
  };
  for (const [text, resource] of entries(byFact)) of(resource).factIds.push(text);
  const written = new Set<string>();
  for (const index of byName.values()) {
    for (const [text, resource] of entries(index)) {
      if (!among(byIdentity.get(text.toLowerCase()), resource)) continue;
      of(resource).identities.push(text);
      written.add(`${text.toLowerCase()}\n${resource.id}`);
    }
  }
  for (const [text, resource] of entries(byIdentity)) if (!written.has(`${text}\n${resource.id}`)) of(resource).identities.push(text);
  return names;
}

function* entries(index: Index): Iterable<readonly [string, Resource]> {
  for (const [text, value] of index) for (const resource of Array.isArray(value) ? value : [value]) yield [text, resource];
}

const among = (value: Resource | Resource[] | undefined, resource: Resource): boolean => value === resource || (Array.isArray(value) && value.includes(resource));
