import type { BlindSpot } from '../../../../model/blind-spot.ts';
import { factSchema, type Fact, type ResourceFact } from '../../../../model/fact.ts';
import type { PropertyValue } from '../../../../model/properties.ts';
import { isUnresolved } from '../../../../model/properties.ts';
import { cloudformation, rootScope } from '../../../../scanner/iac/cloudformation/index.ts';
import type { Scope } from '../../../../scanner/iac/cloudformation/scope.ts';
import type { Deployment, IacContext, IacFile } from '../../../../scanner/iac/reader.ts';
import { posix } from 'node:path';

export interface Setting extends Partial<Deployment> {
  readonly path?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly regions?: readonly string[];
  readonly exports?: IacContext['exports'];
}

export const fileOf = (text: string, path = 'shop.yaml'): IacFile => ({ path, absolutePath: `/root/${path}`, text });

export function contextOf({ files = {}, regions, exports, account, stack, parameters, region: single = 'eu-west-1' }: Setting = {}): IacContext {
  const all = (regions ?? [single]).map((region) => ({ region, account, stack, parameters }));
  return {
    deployments: () => all,
    readRelative(from, relative) {
      const path = posix.normalize(posix.join(posix.dirname(from), relative));
      return Object.hasOwn(files, path) ? fileOf(files[path] ?? '', path) : undefined;
    },
    ...(exports === undefined ? {} : { exports }),
  };
}

/** Facts of a template, each checked against the schema. */
export function read(text: string, setting: Setting = {}): Fact[] {
  return [...cloudformation.read(fileOf(text, setting.path), contextOf(setting))].map((fact) => factSchema.parse(fact));
}

export const resourcesIn = (facts: readonly Fact[]): ResourceFact[] => facts.filter((fact) => fact.type === 'resource');
export const blindSpotsIn = (facts: readonly Fact[]): BlindSpot[] => facts.filter((fact) => fact.type === 'blind-spot');
export const typesIn = (facts: readonly Fact[]): string[] => resourcesIn(facts).map(({ id, resourceType }) => `${id.slice(id.lastIndexOf('/') + 1)} ${resourceType}`);

/** The resource with the logical id; fails if there is none or more than one. */
export function one(facts: readonly Fact[], logicalId: string): ResourceFact {
  const [found, ...more] = resourcesIn(facts).filter(({ id }) => id.endsWith(`/${logicalId}`));
  if (!found || more.length > 0) throw new Error(`${found ? 'several resources' : 'no resource'} ${logicalId} in ${typesIn(facts).join(', ')}`);
  return found;
}

export const targetsOf = ({ references }: ResourceFact): string[] => references.map(({ to }) => to);

export function scopeOf(text: string, setting: Setting = {}): Scope {
  const context = contextOf(setting);
  return rootScope(context.deployments('')[0] ?? { region: 'eu-west-1' }, fileOf(text, setting.path), context);
}

/** Value of one expression in a template; what is not known is told by its reason in angle brackets. */
export function valueOf(expression: string, rest = '', setting: Setting = {}): unknown {
  const resources = rest.includes('Resources:') ? '' : 'Resources:\n  Orders: {Type: AWS::DynamoDB::Table}\n';
  return plain(scopeOf(`Outputs:\n  It:\n    Value: ${expression}\n${resources}${rest}`, setting).output('It') ?? null);
}

function plain(value: PropertyValue): unknown {
  if (isUnresolved(value)) return `<${value.$unresolved}>`;
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? value.map(plain) : Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member as PropertyValue)]));
}
