import { z } from 'zod';
import type { Reference, ResourceFact } from '../../../../model/fact.ts';
import { arnResourceName, parseArn } from '../../../../model/arn.ts';
import type { JsonObject } from '../../../../model/json.ts';
import type { Kind } from '../../../../model/kind.ts';
import { itself } from '../../../../model/linking.ts';
import { properties, unresolved, type PropertyMap, type PropertyValue } from '../../../../model/properties.ts';
import { kindOfType } from '../../../kind-of-type.ts';
import { objectOf } from '../../document.ts';
import type { Probe } from '../../probe.ts';
import { resourceFactOf, type Dialect } from '../../resource-fact.ts';
import { tagsIn } from '../../tags.ts';
import { nativeTypes } from './native-types.ts';

const text = z.string().nullish();

/** A row of SelectResourceConfig, an item of BatchGetResourceConfig: what both have. Members that AWS leaves out or nulls are common. */
export const configItemSchema = z.looseObject({
  arn: text,
  accountId: text,
  awsRegion: text,
  resourceType: z.string(),
  resourceId: z.string(),
  resourceName: text,
  configuration: z.unknown().optional(),
  supplementaryConfiguration: z.unknown().optional(),
  relationships: z.array(z.looseObject({ resourceType: z.string(), resourceId: text, resourceName: text, relationshipName: text })).nullish(),
  tags: z.unknown().optional(),
  configurationItemStatus: text,
  configurationItemCaptureTime: z.union([z.string(), z.date()]).nullish(),
});
export type ConfigItem = z.infer<typeof configItemSchema>;

interface Around {
  readonly account: string;
  readonly region: string;
  readonly asOf: string;
  probeOf(kind: string): Probe | undefined;
}

/** Undefined for what is no longer there. */
export function configFact(item: ConfigItem, around: Around): ResourceFact | undefined {
  if (/^ResourceDeleted|^ResourceNotRecorded/.test(item.configurationItemStatus ?? '')) return undefined;
  const { resourceType, resourceId, resourceName, arn, relationships } = item;
  const known = kindOfType(resourceType);
  const kind = known?.part === undefined ? known?.kind : undefined;
  const configuration = objectOf(item.configuration);
  const dialect: Dialect = nativeTypes.has(resourceType) || isNative(configuration) ? 'config' : 'cloudformation';
  const probe = kind === undefined ? undefined : around.probeOf(kind.id);
  const document = dialect === 'cloudformation' ? ((configuration ?? {}) as PropertyMap) : nativeDocument(item, configuration, probe);
  const region = item.awsRegion ?? around.region;
  return resourceFactOf({
    type: resourceType,
    account: item.accountId ?? around.account,
    region,
    name: nameOf(item, kind, configuration),
    arn: arn ?? undefined,
    id: /^(?:[a-z]{1,12}-[0-9a-f]{8,32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(resourceId) ? resourceId : undefined,
    identities: [resourceId, resourceName ?? undefined],
    tags: tagsIn(item.tags) ?? {},
    document,
    // An item without configuration says that the resource is there, and nothing of it.
    dialect: configuration === undefined ? undefined : dialect,
    without: [...(probe?.beyondConfig ?? [])],
    references: (relationships ?? []).flatMap(relationship),
    source: { scanner: 'config', path: `${item.accountId ?? around.account}/${region}`, asOf: capturedAt(item) ?? around.asOf },
  });
}

/** The service's own members, with those that a probe asks separately: Config has some, and has not asked for the others. */
function nativeDocument({ supplementaryConfiguration }: ConfigItem, configuration: JsonObject | undefined, probe: Probe | undefined): PropertyMap {
  const more = Object.entries(objectOf(supplementaryConfiguration) ?? {}).map(([name, value]) => [name, (objectOf(value) ?? value) as PropertyValue] as const);
  const all = { ...configuration, ...Object.fromEntries(more) } as PropertyMap;
  const present = new Set(Object.keys(all).map((name) => name.toLowerCase()));
  const separate = Object.entries(probe?.details ?? {}).filter(([name, { base }]) => base !== true && !present.has(name.toLowerCase()));
  return { ...all, ...Object.fromEntries(separate.map(([name]) => [name, unresolved('AWS Config did not record it')])) };
}

/** The physical name as the kind means it: where its ARN has it, where its properties have it, else what Config calls it. */
function nameOf({ arn, resourceId, resourceName }: ConfigItem, kind: Kind | undefined, configuration: JsonObject | undefined): string {
  const byArn = arn === undefined || arn === null ? undefined : nameInArn(arn, kind);
  if (byArn !== undefined) return byArn;
  const property = kind?.name.cloudformation;
  const byProperty = property === undefined || configuration === undefined ? undefined : properties(configuration as PropertyMap, true).text(property);
  return byProperty ?? (resourceName === undefined || resourceName === null || resourceName === '' ? resourceId : resourceName);
}

export function nameInArn(arn: string, kind: Kind | undefined): string | undefined {
  const template = kind?.arn;
  const parsed = parseArn(arn);
  if (template === undefined || parsed === undefined) return undefined;
  const shape = parseArn(template.replaceAll(/\{(?:partition|region|account)\}/g, 'x'));
  if (shape === undefined || !shape.resource.endsWith('{name}')) return undefined;
  const head = shape.resource.slice(0, -'{name}'.length);
  if (head.includes('{')) return undefined;
  return parsed.resource.startsWith(head) ? parsed.resource.slice(head.length) : arnResourceName(parsed);
}

/** Properties of CloudFormation begin with capitals; the answers of some services do not. */
const isNative = (configuration: JsonObject | undefined): boolean => Object.keys(configuration ?? {}).length > 0 && Object.keys(configuration ?? {}).every((name) => /^[a-z]/.test(name));

/** `Is contained in Vpc`, `Contains Subnet`, `Is attached to Instance`, `Is associated with SecurityGroup`: who contains whom is said of either end. */
function relationship({ resourceType, resourceId, resourceName, relationshipName }: NonNullable<ConfigItem['relationships']>[number]): Reference[] {
  const other = resourceId ?? resourceName ?? '';
  if (other === '') return [];
  const target = kindOfType(resourceType)?.kind.names.cloudformation ?? resourceType;
  const said = relationshipName?.toLowerCase() ?? '';
  if (said.startsWith('is contained in')) return [{ path: 'relationships', from: other, to: itself, edge: 'contains', target }];
  const edge = said.startsWith('contains') ? 'contains' : said.startsWith('is attached to') ? 'attaches' : undefined;
  return [{ path: 'relationships', to: other, target, ...(edge === undefined ? {} : { edge }) }];
}

function capturedAt({ configurationItemCaptureTime: time }: ConfigItem): string | undefined {
  return time instanceof Date ? time.toISOString() : (time ?? undefined);
}
