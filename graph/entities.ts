import type { ResourceFact } from '../model/fact.ts';
import { parseArn } from '../model/arn.ts';
import { canonicalJson, compareText } from '../model/json.ts';
import { hasSymbol } from '../model/symbol.ts';
import { liveCounterparts } from './same-resource.ts';

/** Facts of several sources that tell of one and the same resource. */
export interface Entity {
  readonly id: string;
  /** In canonical order. */
  readonly facts: readonly [ResourceFact, ...ResourceFact[]];
}

/**
 * Groups facts by identity: the same complete ARN, or the same id where at most one ARN goes with it: a plan may know what the
 * configuration of the same resource does not, and a live resource is what a template asked for. Names alone never join facts of
 * different documents, because two stacks of one estate may well use the same name in different accounts.
 */
export function entities(facts: Iterable<ResourceFact>): Entity[] {
  const all = [...facts];
  const arns = new Map<string, string | undefined>();
  for (const { id, arn } of all) if (isIdentifying(arn)) arns.set(id, arns.has(id) && arns.get(id) !== arn ? undefined : arn);
  const ownKey = (fact: ResourceFact): string => (isIdentifying(fact.arn) ? fact.arn : (arns.get(fact.id) ?? fact.id));
  const live = liveCounterparts(all, ownKey);
  const groups = new Map<string, ResourceFact[]>();
  for (const fact of all) {
    const key = live.get(fact.id) ?? ownKey(fact);
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
  }
  return [...groups]
    .map(([id, group]) => ({ id, facts: inCanonicalOrder(group) }))
    .sort((a, b) => compareText(a.id, b.id));
}

/** An ARN that means one resource: no symbols, and an account wherever the service's ARNs have one. */
function isIdentifying(arn: string | undefined): arn is string {
  if (arn === undefined || hasSymbol(arn)) return false;
  const parsed = parseArn(arn);
  return parsed !== undefined && (parsed.account !== '' || parsed.service === 's3');
}

function inCanonicalOrder(group: ResourceFact[]): [ResourceFact, ...ResourceFact[]] {
  const [first, ...rest] = group;
  if (first === undefined) throw new Error('a group has at least one fact');
  if (rest.length === 0) return [first];
  const keyed = group.map((fact) => ({ fact, key: canonicalJson(fact) })).sort((a, b) => compareText(a.key, b.key));
  const unique = keyed.filter(({ key }, index) => key !== keyed[index - 1]?.key).map(({ fact }) => fact);
  return unique as [ResourceFact, ...ResourceFact[]];
}
