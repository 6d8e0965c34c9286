import type { Evidence } from '../model/readiness.ts';
import type { Resource } from '../model/resource.ts';

const longest = 160;

/** The attributes that a rule needed, with what they said and who said it. */
export function attributeEvidence(resource: Resource, needs: readonly string[]): Evidence[] {
  const attributes: Readonly<Record<string, unknown>> = resource.attributes;
  return needs.flatMap((what) => {
    if (!Object.hasOwn(attributes, what)) return [];
    const source = resource.evidence[what];
    return [{ what, value: printed(attributes[what]), ...(source === undefined ? {} : { source }) }];
  });
}

export function printed(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'not set');
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
