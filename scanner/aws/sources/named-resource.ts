import { arnResourceName, arnResourceType, parseArn } from '../../../model/arn.ts';
import type { ResourceFact } from '../../../model/fact.ts';
import type { Source } from '../../../model/source.ts';
import { kindOfType } from '../../kind-of-type.ts';
import { resourceFactOf } from '../resource-fact.ts';
import { typeOfArn } from '../type-of-arn.ts';
import { nameInArn } from './config/item.ts';

export interface Named {
  readonly arn: string;
  readonly type?: string | undefined;
  readonly account: string;
  /** Where the inventory says that it is. */
  readonly region?: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly source: Source;
}

/** A resource of which an inventory knows no more than ARN and tags; undefined for what is no ARN. */
export function namedResource({ arn, type, account, region, tags, source }: Named): ResourceFact | undefined {
  const parsed = parseArn(arn);
  if (parsed === undefined) return undefined;
  // Types that no table knows keep the service's own words; they are not judged for availability.
  const resourceType = type ?? typeOfArn(arn) ?? `${parsed.service}/${arnResourceType(parsed) ?? 'resource'}`;
  const kind = kindOfType(resourceType)?.kind;
  return resourceFactOf({
    type: resourceType,
    account: parsed.account === '' ? account : parsed.account,
    region: parsed.region === '' ? (region ?? 'global') : parsed.region,
    name: nameInArn(arn, kind) ?? arnResourceName(parsed),
    arn,
    tags,
    document: {},
    source,
  });
}
