import type { ResourceFact } from '../model/fact.ts';
import { isCompleteArn } from '../model/arn.ts';
import { canonicalJson, compareText } from '../model/json.ts';
import { hasSymbol } from '../model/symbol.ts';
import { liveCounterparts } from './same-resource.ts';

/** Facts of several sources that tell of one and the same resource. */
export interface Entity {
  readonly id: string;
  /** In canonical order. */
  readonly facts: readonly [ResourceFact, ...ResourceFact[]];
}

interface Grouped {
  readonly id: string;
  facts: [ResourceFact, ...ResourceFact[]];
}

/**
 * Groups facts by identity: the same complete ARN, or the same id where at most one ARN goes with it: a plan may know what the
 * configuration of the same resource does not, and a live resource is what a template asked for. Names alone never join facts of
 * different documents, because two stacks of one estate may well use the same name in different accounts.
 */
export function entities(facts: Iterable<ResourceFact>): Entity[] {
  const all = [...facts];
  const ownKey = ownKeys(all);
  const live = liveCounterparts(all, ownKey);
  const alone = all.map((fact): Grouped => ({ id: live.get(fact.id) ?? ownKey(fact), facts: [fact] }));
  const found: Grouped[] = [];
  // In order first, so that what belongs together is neighbours: looking a million texts up waits for memory each time.
  for (const each of alone.sort((a, b) => compareText(a.id, b.id))) {
    const last = found.at(-1);
    if (last?.id === each.id) last.facts.push(...each.facts);
    else found.push(each);
  }
  for (const group of found) if (group.facts.length > 1) group.facts = inCanonicalOrder(group.facts);
  return found;
}

/** The fact's own ARN, else the one that goes with its id, else its id. */
function ownKeys(all: readonly ResourceFact[]): (fact: ResourceFact) => string {
  // Only ids that some fact has without an ARN are asked for.
  const asked = new Map<string, string | undefined>();
  for (const { id, arn } of all) if (!isIdentifying(arn)) asked.set(id, undefined);
  if (asked.size > 0) {
    const several = new Set<string>();
    for (const { id, arn } of all) {
      if (!isIdentifying(arn) || !asked.has(id)) continue;
      const known = asked.get(id);
      if (known !== undefined && known !== arn) several.add(id);
      asked.set(id, arn);
    }
    for (const id of several) asked.set(id, undefined);
  }
  return ({ id, arn }) => (isIdentifying(arn) ? arn : (asked.get(id) ?? id));
}

/** An ARN that means one resource: no symbols, and an account wherever the service's ARNs have one. */
const isIdentifying = (arn: string | undefined): arn is string => arn !== undefined && !hasSymbol(arn) && isCompleteArn(arn);

function inCanonicalOrder(group: readonly ResourceFact[]): [ResourceFact, ...ResourceFact[]] {
  const keyed = group.map((fact) => ({ fact, key: canonicalJson(fact) })).sort((a, b) => compareText(a.key, b.key));
  const unique = keyed.filter(({ key }, index) => key !== keyed[index - 1]?.key).map(({ fact }) => fact);
  return unique as [ResourceFact, ...ResourceFact[]];
}
