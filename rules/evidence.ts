import type { Evidence } from '../model/readiness.ts';
import type { Resource } from '../model/resource.ts';

const longest = 160;

/** The attributes that a rule needed, with what they said and who said it, before what its check looked at. */
export function attributeEvidence(resource: Resource, needs: readonly string[] = [], looked: readonly Evidence[] = []): Evidence[] {
  const attributes: Readonly<Record<string, unknown>> = resource.attributes;
  const found: Evidence[] = [];
  for (const what of needs) {
    if (!Object.hasOwn(attributes, what)) continue;
    const source = resource.evidence[what];
    const value = printed(attributes[what]);
    found.push(source === undefined ? { what, value } : { what, value, source });
  }
  for (const each of looked) found.push(each);
  return found;
}

export function printed(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'not set');
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
