import type { Resource } from '../model/resource.ts';
import type { ResourceNames } from './estate.ts';
import { entriesOf, type IdIndex, type Index } from './id-index.ts';

interface Indexes {
  readonly byFact: IdIndex;
  /** In lower case. */
  readonly byIdentity: IdIndex;
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
  for (const [text, resource] of byFact.entries()) of(resource).factIds.push(text);
  const written = new Set<string>();
  for (const index of byName.values()) {
    for (const [text, resource] of entriesOf(index)) {
      if (byIdentity.find(text.toLowerCase())?.includes(resource) !== true) continue;
      of(resource).identities.push(text);
      written.add(`${text.toLowerCase()}\n${resource.id}`);
    }
  }
  for (const [text, resource] of byIdentity.entries()) if (!written.has(`${text}\n${resource.id}`)) of(resource).identities.push(text);
  return names;
}
