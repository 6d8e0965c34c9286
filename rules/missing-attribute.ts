import { compareText } from '../model/json.ts';
import type { Kind } from '../model/kind.ts';
import { kinds } from '../model/kinds/index.ts';
import type { Resource } from '../model/resource.ts';
import type { Rule } from './rule.ts';
import { unknown, type Verdict } from './verdict.ts';

/** `unknown`, naming what would answer, if an attribute that the rule needs was not told by any source. */
export function missingAttribute({ needs = [] }: Rule, resource: Resource): Verdict | undefined {
  const attributes: Readonly<Record<string, unknown>> = resource.attributes;
  const missing = needs.filter((name) => !Object.hasOwn(attributes, name));
  if (missing.length === 0 || resource.kind === undefined) return undefined;
  const kind = kinds[resource.kind] as Kind;
  const described = missing.map((name) => (kind.attributes.shape[name] as { description?: string } | undefined)?.description ?? name);
  const sources = Object.keys(kind.read).sort(compareText).join(', ');
  const scanners = resource.sources.map(({ scanner }) => scanner);
  return unknown(`Nobody told us of ${resource.name}: ${described.join('; ')}.`, {
    ask: `${missing.join(', ')} of ${kind.title}: can be read from ${sources}; ${[...new Set(scanners)].join(', ')} did not say (a parameter without value, or a value known only after deployment).`,
    evidence: missing.map((what) => ({ what, value: 'not told' })),
  });
}
