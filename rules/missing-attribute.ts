import { compareText } from '../model/json.ts';
import type { Kind } from '../model/kind.ts';
import { kinds } from '../model/kinds/index.ts';
import type { Resource } from '../model/resource.ts';
import type { Rule } from './rule.ts';
import { unknown, type Verdict } from './verdict.ts';

/** `unknown`, naming what would answer, if an attribute that the rule needs was not told by any source. */
export function missingAttribute({ needs }: Rule, resource: Resource): Verdict | undefined {
  if (needs === undefined || resource.kind === undefined) return undefined;
  // Asked for every rule and resource, so that nothing is made here unless something is missing.
  for (const name of needs) if (!Object.hasOwn(resource.attributes, name)) return unknownFor(needs, resource, kinds[resource.kind]);
  return undefined;
}

function unknownFor(needs: readonly string[], { attributes, name, sources }: Resource, kind: Kind): Verdict {
  const missing = needs.filter((need) => !Object.hasOwn(attributes, need));
  const described = missing.map((need) => (kind.attributes.shape[need] as { description?: string } | undefined)?.description ?? need);
  const readable = Object.keys(kind.read).sort(compareText).join(', ');
  const scanners = sources.map(({ scanner }) => scanner);
  return unknown(`Nobody told us of ${name}: ${described.join('; ')}.`, {
    ask: `${missing.join(', ')} of ${kind.title}: can be read from ${readable}; ${[...new Set(scanners)].join(', ')} did not say (a parameter without value, or a value known only after deployment).`,
    evidence: missing.map((what) => ({ what, value: 'not told' })),
  });
}
