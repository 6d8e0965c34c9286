import type { ReferenceFact } from '../model/fact.ts';
import type { Resource } from '../model/resource.ts';
import { soleSymbol } from '../model/symbol.ts';
import type { EstateGraph } from './estate.ts';

/** What a template says where it means the bare name; of a table the id is its name. */
const isName = (attribute: string | undefined, { kind }: Resource): boolean => attribute === 'name' || attribute === 'Name' || (attribute === 'id' && kind === 'dynamodb-table');

/**
 * A name says no region: who is given the name of a global table or a replicated secret uses the copy in the region where it runs, whichever
 * region the name was taken from. Gives what a reference to an original means to its subject.
 */
export function localCopies(references: readonly ReferenceFact[], resolve: EstateGraph['resolve']): (other: Resource, identifier: string, subject: Resource) => Resource {
  const copies = new Map<string, Resource[]>();
  for (const { from, to, edge } of references) {
    if (edge !== 'replicates') continue;
    for (const original of resolve(from, {})) copies.set(original.id, [...(copies.get(original.id) ?? []), ...resolve(to, {}).filter((copy) => copy.resourceType === original.resourceType && copy.name === original.name)]);
  }
  return (other, identifier, subject) => {
    const there = copies.get(other.id);
    if (there === undefined || subject.region === undefined || subject.region === other.region || !isName(soleSymbol(identifier)?.attribute, other)) return other;
    return there.find(({ region }) => region === subject.region) ?? other;
  };
}
