import type { Resource } from '../model/resource.ts';

/** Resources by a text that means them. Nearly every text means one only, which a list of one would make three times as large. */
export type Index = Map<string, Resource | Resource[]>;

/** Resources in the order of their places, and the place of each id. */
export interface Placed {
  readonly resources: readonly Resource[];
  readonly places: ReadonlyMap<string, number>;
}

/** Resources by a text that means them, which nearly always is the id itself: such a text takes no entry of its own. */
export interface IdIndex {
  /** Enters the resource at the place. A resource is entered under all of its texts before the next one. */
  add(text: string, place: number): void;
  /** In the order of their places. */
  find(text: string): readonly Resource[] | undefined;
  entries(): Iterable<readonly [text: string, resource: Resource]>;
}

/** Entering a million texts waits for memory several times each, and most of that is spared. */
export function idIndex({ resources, places }: Placed): IdIndex {
  const own = new Uint8Array(resources.length);
  const others: Index = new Map();
  return {
    add(text, place) {
      const resource = resources[place] as Resource;
      if (text === resource.id) own[place] = 1;
      else enter(others, text, resource);
    },
    find(text) {
      const place = places.get(text) ?? -1;
      const found = foundIn(others, text);
      if (own[place] !== 1) return found;
      const resource = resources[place] as Resource;
      return found === undefined ? [resource] : [...found, resource].sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
    },
    *entries() {
      yield* entriesOf(others);
      for (const [place, resource] of resources.entries()) if (own[place] === 1) yield [resource.id, resource];
    },
  };
}

export function foundIn(index: Index | undefined, text: string): readonly Resource[] | undefined {
  const value = index?.get(text);
  return value === undefined || Array.isArray(value) ? value : [value as Resource];
}

export function enter(index: Index, text: string, resource: Resource): void {
  const known = index.get(text);
  if (known === undefined) index.set(text, resource);
  else if (!Array.isArray(known)) {
    if (known !== resource) index.set(text, [known as Resource, resource]);
  }
  // A resource is entered under all of its names before the next one: if it is there, it is the last.
  else if (known.at(-1) !== resource) known.push(resource);
}

export function* entriesOf(index: Index): Iterable<readonly [string, Resource]> {
  for (const [text, value] of index) for (const resource of Array.isArray(value) ? value : [value]) yield [text, resource];
}
