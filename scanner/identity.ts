import type { AttributeReference, Kind, Surroundings } from '../model/kind.ts';
import { itself } from '../model/linking.ts';
import { partitionOf } from '../model/region.ts';
import { hasSymbol, symbol } from '../model/symbol.ts';

/** The references that the kind declares, with the resource's own symbol where it stands for itself. */
export function referencesOf(kind: Kind, attributes: Readonly<Record<string, unknown>>, id: string): AttributeReference[] {
  return (kind.references?.(attributes as never) ?? []).map((reference) => (reference.to === itself ? { ...reference, to: symbol(id) } : reference));
}

export function fillTemplate(template: string, values: Readonly<Record<string, string | undefined>>): string | undefined {
  let complete = true;
  const filled = template.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    if (value === undefined) complete = false;
    return value ?? '';
  });
  return complete ? filled : undefined;
}

/** The ARN that the kind's shape gives; undefined while a part of it is not known. */
export function arnOf(kind: Kind | undefined, { partition, region, account, name }: Surroundings, attributes: Readonly<Record<string, unknown>>): string | undefined {
  if (kind?.arn === undefined) return undefined;
  const texts = Object.entries(attributes).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !hasSymbol(entry[1]));
  return fillTemplate(kind.arn, { ...Object.fromEntries(texts), partition, region, account, name });
}

/** The name, and the hosts that mean the resource. */
export function identitiesOf(kind: Kind | undefined, name: string | undefined, { region, partition, account }: Surroundings): string[] {
  if (name === undefined) return [];
  const suffix = region === undefined ? undefined : partitionOf(region)?.dnsSuffix;
  const hosts = (kind?.hosts ?? []).map((host) => fillTemplate(host, { name, region, partition, account, suffix }));
  return [name, ...hosts.filter((host) => host !== undefined)];
}

/** Only what was told: undefined members are dropped, so that `in` means "told". */
export function told(attributes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
}

export const present = told as <T extends object>(values: T) => { [Key in keyof T]?: Exclude<T[Key], undefined> };
