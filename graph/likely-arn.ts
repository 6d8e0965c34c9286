import { cfnType } from '../model/cfn-type.ts';
import { kinds } from '../model/kinds/index.ts';
import type { Kind } from '../model/kind.ts';
import type { Resource } from '../model/resource.ts';

/** ARN with what is not known left out: good for patterns, and for the service. */
export function likelyArn({ kind, resourceType, name, region = '', account = '', partition = 'aws' }: Resource): string {
  const values: Readonly<Record<string, string>> = { partition, region: region === 'global' ? '' : region, account, name, id: name, path: '/' };
  const shape = (kind === undefined ? undefined : (kinds[kind] as Kind).arn) ?? cfnType(resourceType)?.arn?.replaceAll('${', '{');
  return (shape ?? '').replace(/\{(\w+)\}/g, (_, key: string) => values[key.toLowerCase()] ?? '');
}
