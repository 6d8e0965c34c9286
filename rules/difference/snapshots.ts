import type { SnapshotDifference } from '../../model/difference.ts';
import type { Fact, ResourceFact } from '../../model/fact.ts';
import { canonicalJson, compareText } from '../../model/json.ts';

type Changed = SnapshotDifference['resources'][number];

/** What came, went and changed between two snapshots. A resource is the same by its fact's id. */
export function differenceOfSnapshots(before: Iterable<Fact>, after: Iterable<Fact>): SnapshotDifference {
  const [old, now] = [sorted(before), sorted(after)];
  const resources: Changed[] = [];
  let unchanged = 0;
  for (const id of [...new Set([...old.resources.keys(), ...now.resources.keys()])].sort(compareText)) {
    const [was, is] = [old.resources.get(id), now.resources.get(id)];
    const values = was === undefined || is === undefined ? [] : valuesOf(was, is);
    if (was !== undefined && is !== undefined && values.length === 0) unchanged++;
    else resources.push(changed({ was, is, values, blind: now.blind.size > 0 }));
  }
  const only = (of: ReadonlySet<string>, not: ReadonlySet<string>): string[] => [...of].filter((text) => !not.has(text)).sort(compareText);
  return {
    format: 'regionready/difference', version: 1, of: 'snapshot',
    resources,
    occurrences: { added: only(now.occurrences, old.occurrences).length, removed: only(old.occurrences, now.occurrences).length },
    blindSpots: { added: only(now.blind, old.blind), removed: only(old.blind, now.blind) },
    counts: { before: old.resources.size, after: now.resources.size, unchanged },
  };
}

interface Sorted {
  readonly resources: Map<string, ResourceFact>;
  readonly occurrences: Set<string>;
  readonly blind: Set<string>;
}

function sorted(facts: Iterable<Fact>): Sorted {
  const found: Sorted = { resources: new Map(), occurrences: new Set(), blind: new Set() };
  for (const fact of facts) {
    if (fact.type === 'resource') found.resources.set(fact.id, fact);
    // Lines move without anything having changed, so they are no part of what an occurrence is.
    else if (fact.type === 'occurrence') found.occurrences.add([fact.occurrence.file, fact.occurrence.text, fact.occurrence.snippet].join('\n'));
    else if (fact.type === 'blind-spot') found.blind.add([fact.asked, fact.account, fact.region, fact.message].filter((part) => part !== undefined).join(' · '));
  }
  return found;
}

interface Sides {
  readonly was: ResourceFact | undefined;
  readonly is: ResourceFact | undefined;
  readonly values: Changed['values'];
  readonly blind: boolean;
}

function changed({ was, is, values, blind }: Sides): Changed {
  const { id, resourceType, name, region } = (is ?? was) as ResourceFact;
  const change = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
  const untold = change === 'removed' || values.some(({ after }) => after === undefined);
  return { change, id, resourceType, name, values, ...(region === undefined ? {} : { region }), ...(blind && untold ? { unseen: true } : {}) };
}

function valuesOf(was: ResourceFact, is: ResourceFact): Changed['values'] {
  const [before, after] = [valueMap(was), valueMap(is)];
  return [...new Set([...before.keys(), ...after.keys()])].sort(compareText).flatMap((what) => {
    const [from, to] = [before.get(what), after.get(what)];
    return from === to ? [] : [{ what, ...(from === undefined ? {} : { before: from }), ...(to === undefined ? {} : { after: to }) }];
  });
}

/** Everything about a resource that can change, as text. */
function valueMap({ region, account, stack, attributes, tags, references }: ResourceFact): Map<string, string> {
  const named = Map.groupBy(references, ({ path, edge }) => `${edge ?? 'refers'} ${path}`.trim());
  return new Map([
    ...Object.entries({ region, account, stack }).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
    ...Object.entries(attributes).map(([key, value]) => [key, canonicalJson(value)] as const),
    ...Object.entries(tags).map(([key, value]) => [`tag ${key}`, value] as const),
    ...[...named].map(([key, of]) => [key, of.map(({ to }) => to).sort(compareText).join(', ')] as const),
  ]);
}
