import { isMap, type PropertyMap, type PropertyValue } from '../../../model/properties.ts';
import { maskNamed } from '../../secrets.ts';

/** Properties that hold a resource's tags, by the types' own names for them. */
const tagProperties = [
  'Tags', 'HostedZoneTags', 'HealthCheckTags', 'FileSystemTags', 'AccessPointTags', 'UserPoolTags', 'IdentityPoolTags', 'BackupPlanTags',
  'BackupVaultTags', 'FrameworkTags', 'ReportPlanTags', 'PipelineTags', 'BotTags', 'BotAliasTags', 'ResourceTags', 'TieringConfigurationTags',
] as const;

/** Tags in either form, `[{Key, Value}]` or a map. A tag whose value is not known is left out. */
export function tagsIn(properties: PropertyMap, region?: string): Record<string, string> {
  const own = tagProperties.flatMap((name) => entriesOf(Object.hasOwn(properties, name) ? properties[name] : undefined));
  return Object.fromEntries([...own, ...replicaTags(properties, region)]);
}

/** A global table has tags for each replica only; those in the region of the deployment are its own. */
function replicaTags({ Replicas: replicas }: PropertyMap, region: string | undefined): [string, string][] {
  if (region === undefined || !Array.isArray(replicas)) return [];
  return replicas.filter(isMap).flatMap((replica) => (replica['Region'] === region ? entriesOf(replica['Tags']) : []));
}

function entriesOf(tags: PropertyValue | undefined): [string, string][] {
  if (tags === undefined) return [];
  const pairs = Array.isArray(tags) ? tags.filter(isMap).map(pairOf) : isMap(tags) ? Object.entries(tags) : [];
  return pairs.flatMap(([key, value]) => (typeof key === 'string' && isPlain(value) ? [[key, maskNamed(key, String(value))]] : []));
}

function pairOf(tag: PropertyMap): [PropertyValue | undefined, PropertyValue | undefined] {
  return [tag['Key'] ?? tag['key'], tag['Value'] ?? tag['value']];
}

const isPlain = (value: PropertyValue | undefined): boolean => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
