import { moduleType } from '../../graph/code/join-code.ts';
import type { EstateView } from '../../graph/view.ts';
import type { Intent } from '../../model/intent.ts';
import { compareText } from '../../model/json.ts';
import type { Resource } from '../../model/resource.ts';
import { serviceOfType } from '../../model/service.ts';
import { deployedType } from '../../model/type-offer.ts';
import { homeByType } from '../subjects.ts';

/** Types that stand in templates and create nothing, and code. */
const nothing = new Set(['AWS::CDK::Metadata', 'AWS::CloudFormation::CustomResource', moduleType]);

/** Resource types at home, with the resources of each, sorted by type. Custom resources have no type of their own. */
export function typesInUse(view: EstateView, intent: Intent): (readonly [type: string, resources: readonly Resource[]])[] {
  const found = Array.from(homeByType(view, intent), ([type, { resources }]) => [type, resources] as const);
  return found.filter(([type]) => !nothing.has(type) && !type.startsWith('Custom::')).sort(([a], [b]) => compareText(a, b));
}

/** Service that a CloudFormation type belongs to: its code, or AWS::Namespace where the tables have none; undefined for foreign types. */
export function serviceOf(type: string): string | undefined {
  if (!type.startsWith('AWS::')) return undefined;
  const deployed = deployedType(type);
  const code = serviceOfType(deployed);
  return code === null ? deployed.split('::', 2).join('::') : code;
}
