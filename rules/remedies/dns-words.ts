import type { ResourceOf } from '../../graph/view.ts';
import type { Json } from '../../model/json.ts';
import type { HclBlock } from '../remedy.ts';

export type DnsRecord = ResourceOf<'route53-record'>;

/** Id of the record's hosted zone, where it is one and no symbol or name. */
export function zoneId({ attributes: { zone } }: DnsRecord): string {
  const id = zone?.split('/').at(-1) ?? '';
  return /^Z[A-Z0-9]+$/.test(id) ? id : 'HOSTED_ZONE_ID';
}

export const zoneLimit = (record: DnsRecord): string[] => (zoneId(record) === 'HOSTED_ZONE_ID' ? ['Nobody told us the id of the hosted zone: put it in place of HOSTED_ZONE_ID.'] : []);

/** Literal targets of the record; symbols are known after deployment. */
export function literalTargets({ attributes: { targets = [] } }: DnsRecord): string[] {
  return targets.filter((target) => !target.includes('⟦'));
}

/** A parameter of a template that has no default. */
export const parameter = (description: string): { readonly [key: string]: Json } => ({ Type: 'String', Description: description });

/** A variable of a Terraform configuration. */
export const variable = (name: string, description: string): HclBlock => ({ type: 'variable', labels: [name], body: { type: { $expression: 'string' }, description } });
