import { parseArn } from '../../../model/arn.ts';
import { asText, member } from './members.ts';
import { hasOwnArn, hasOwnRegion } from './provider-facts.ts';
import type { TerraformResource } from './resource.ts';

/** Where a resource is, as far as somebody told us. */
export interface Whereabouts {
  readonly region?: string | undefined;
  readonly account?: string | undefined;
  /** It has a region of its own that is not told, so that no other may be assumed. */
  readonly isWithheld?: boolean;
}

const regionCode = /^[a-z]{2,5}(?:-[a-z]{2,12}){1,3}-\d{1,2}$/;
const accountId = /^\d{12}$/;

export const asRegion = (value: unknown): string | undefined => (typeof value === 'string' && regionCode.test(value) ? value : undefined);

export const asAccount = (value: unknown): string | undefined => (typeof value === 'string' && accountId.test(value) ? value : undefined);

/** The resource's own ARN, where it is known. */
export function ownArn({ type, values }: TerraformResource): string | undefined {
  const text = asText(member(values, 'arn'));
  return text !== undefined && text.length < 2048 && hasOwnArn(type) && parseArn(text) ? text : undefined;
}

/** What a resource's own values say: its ARN, its region (provider 6, and a few types before), nothing else. */
export function ownWhereabouts(resource: TerraformResource): Whereabouts {
  const arn = parseArn(ownArn(resource) ?? '');
  const region = hasOwnRegion(resource.type) ? asRegion(member(resource.values, 'region')) : undefined;
  return { region: region ?? asRegion(arn?.region), account: asAccount(arn?.account) };
}

export interface Evidence {
  of(configuration: string | undefined): Whereabouts;
  /** The configuration, as far as the document tells configurations apart, works in more than one region. */
  severalRegions(configuration: string | undefined): boolean;
}

/** Configurations of providers, told by what was created or read through them: if all of it is in one region, so is what does not say. */
export function evidenceOf(resources: Iterable<TerraformResource>): Evidence {
  const regions = new Map<string, Set<string>>();
  const accounts = new Map<string, Set<string>>();
  const note = (of: Map<string, Set<string>>, key: string, value: string | undefined): void => {
    if (value !== undefined) of.set(key, (of.get(key) ?? new Set()).add(value));
  };
  for (const resource of resources) {
    const { region, account } = resource.mode === 'data' ? toldByData(resource) : ownWhereabouts(resource);
    const key = resource.configuration ?? '';
    note(regions, key, region);
    note(accounts, key, account);
  }
  return {
    of: (configuration = '') => ({ region: only(regions.get(configuration)), account: only(accounts.get(configuration)) }),
    severalRegions: (configuration = '') => (regions.get(configuration)?.size ?? 0) > 1,
  };
}

/** Data sources that ask the provider who and where it is. */
function toldByData({ type, values }: TerraformResource): Whereabouts {
  if (type === 'aws_region') return { region: asRegion(member(values, 'region')) ?? asRegion(member(values, 'name')) ?? asRegion(member(values, 'id')) };
  return type === 'aws_caller_identity' ? { account: asAccount(member(values, 'account_id')) } : {};
}

function only(values: ReadonlySet<string> | undefined): string | undefined {
  return values?.size === 1 ? [...values][0] : undefined;
}
