import type { ResourceFact } from '../model/fact.ts';
import { standingOf } from '../model/source.ts';

/** Name of the stack and logical id that CloudFormation puts on what it makes, as tags that nobody else can set. */
const stackTag = 'aws:cloudformation:stack-name';
const logicalTag = 'aws:cloudformation:logical-id';

/**
 * For each declared resource whose ARN no template can know, the live one that it became: by the stack and logical id on the live one's
 * tags, else by type, region and the name that the template gives, where exactly one live and one declared resource have it.
 * Values are what `keyOf` says of the live fact.
 */
export function liveCounterparts(all: readonly ResourceFact[], keyOf: (fact: ResourceFact) => string): ReadonlyMap<string, string> {
  const live = all.filter(({ source }) => standingOf(source) === 'live');
  if (live.length === 0) return new Map();
  const byMember = keysBy(live, ({ tags, region, resourceType }) => {
    const stack = tags[stackTag];
    const logical = tags[logicalTag];
    return stack === undefined || logical === undefined ? [] : [stack, withoutRandom(stack)].map((name) => member({ stack: name, logical, region, resourceType }));
  }, keyOf);
  const byName = keysBy(live, (fact) => [named(fact)], (fact) => `${fact.account ?? ''}\n${keyOf(fact)}`);
  const declared = all.filter((fact) => standingOf(fact.source) !== 'live' && fact.partOf === undefined && keyOf(fact) === fact.id);
  const declaredByName = keysBy(declared, (fact) => (fact.identities.includes(fact.name) ? [named(fact)] : []), ({ id }) => id);
  const found = new Map<string, string>();
  const several = new Set<string>();
  for (const fact of declared) {
    const key = sole(byMember.get(member({ ...fact, stack: (fact.stack ?? '').replaceAll('/', '-'), logical: fact.source.path?.split('.').at(-1) ?? '' }))) ?? (declaredByName.get(named(fact))?.size === 1 ? byOwnName(fact) : undefined);
    if (key === undefined) continue;
    if (found.has(fact.id) && found.get(fact.id) !== key) several.add(fact.id);
    found.set(fact.id, key);
  }
  for (const id of several) found.delete(id);
  return found;

  function byOwnName(fact: ResourceFact): string | undefined {
    if (!fact.identities.includes(fact.name)) return undefined;
    const candidates = [...(byName.get(named(fact)) ?? [])].map((text) => text.split('\n', 2)).filter(([account]) => account === '' || fact.account === undefined || fact.account === account);
    return candidates.length === 1 ? candidates[0]?.[1] : undefined;
  }
}

interface Membership {
  readonly stack: string;
  readonly logical: string;
  readonly region?: string | undefined;
  readonly resourceType: string;
}

const member = ({ stack, logical, region = '', resourceType }: Membership): string => `${resourceType}\n${region}\n${stack}\n${logical}`;
const named = ({ resourceType, region = '', name }: ResourceFact): string => `${resourceType}\n${region}\n${name}`;

/** A nested stack is called parent-LogicalId-1ABCDEFGHIJKL. */
const withoutRandom = (stack: string): string => stack.replace(/-[A-Z0-9]{12,14}(?=-|$)/g, '');

const sole = (keys: ReadonlySet<string> | undefined): string | undefined => (keys?.size === 1 ? [...keys][0] : undefined);

function keysBy(facts: readonly ResourceFact[], keysOf: (fact: ResourceFact) => readonly string[], valueOf: (fact: ResourceFact) => string): Map<string, Set<string>> {
  const index = new Map<string, Set<string>>();
  for (const fact of facts) {
    for (const key of keysOf(fact)) {
      const found = index.get(key);
      if (found) found.add(valueOf(fact));
      else index.set(key, new Set([valueOf(fact)]));
    }
  }
  return index;
}
