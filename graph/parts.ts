import type { ResourceFact } from '../model/fact.ts';
import type { Entity } from './entities.ts';
import type { EstateGraph } from './estate.ts';
import { byTrust } from './merge.ts';

export interface Parts {
  /** Split-off parts by the id of their whole, in canonical order. */
  readonly of: ReadonlyMap<string, readonly ResourceFact[]>;
  /** Ids of entities that became part of another one. */
  readonly joined: ReadonlySet<string>;
  /** Kinds of wholes that some part belongs to without anybody knowing which one: nothing of theirs can be called absent. */
  readonly lostTypes: ReadonlySet<string>;
}

export const noParts: Parts = { of: new Map(), joined: new Set(), lostTypes: new Set() };

/** Finds the resource that each split-off part configures. */
export function partsByWhole(groups: readonly Entity[], resolve: EstateGraph['resolve']): Parts {
  const of = new Map<string, ResourceFact[]>();
  const joined = new Set<string>();
  const lostTypes = new Set<string>();
  for (const { id, facts } of groups) {
    for (const fact of eachToldOnce(facts)) {
      if (fact.partOf === undefined) continue;
      const whole = resolve(fact.partOf, { account: fact.account, region: fact.region, target: fact.partOfType }).find((found) => found.id !== id);
      if (!whole) {
        lostTypes.add(fact.partOfType ?? '');
        continue;
      }
      joined.add(id);
      const found = of.get(whole.id);
      if (found) found.push(fact);
      else of.set(whole.id, [fact]);
    }
  }
  return { of, joined, lostTypes };
}

/** Several sources may tell of one part: each of its attributes is taken from the most trusted of them. */
function eachToldOnce(facts: readonly ResourceFact[]): readonly ResourceFact[] {
  if (facts.length === 1) return facts;
  const told = new Set<string>();
  return facts.toSorted(byTrust).map((fact) => {
    const attributes = Object.fromEntries(Object.entries(fact.attributes).filter(([name]) => !told.has(name)));
    for (const name of Object.keys(attributes)) told.add(name);
    return { ...fact, attributes };
  });
}
