import type { ServiceIntent } from '../../model/intent.ts';
import type { MembershipBasis } from '../../model/membership.ts';
import { matchesPattern } from '../../model/pattern.ts';
import type { Resource } from '../../model/resource.ts';
import type { TagName } from '../../model/tag-table.ts';
import type { EstateView } from '../view.ts';

export interface Membership {
  readonly service: string;
  readonly basis: MembershipBasis;
  /** What decided, in words: tag awsApplication, stack shop-orders. */
  readonly because: string;
}

export type ConfiguredServices = Readonly<Record<string, ServiceIntent>>;

/** Tags that name a service, in lower case, strongest first. AWS myApplications sets awsApplication. */
const serviceTags = ['awsapplication', 'mr:service' satisfies TagName, 'service', 'application', 'app', 'component', 'project'];

/** Says what a resource tells of its service by itself: as configured, else by tag, else by stack, else by module. */
export function ownMembership(view: EstateView, configured: ConfiguredServices): (resource: Resource) => Membership | undefined {
  const rootOf = stackRoots(view);
  const isConfigured = Object.keys(configured).length > 0;
  return (resource) => {
    const { module, tags } = resource;
    const stack = stackOf(resource);
    const own = isConfigured ? configuredFor(configured, textsOf(resource)) : undefined;
    if (own !== undefined) return { service: own, basis: 'configured', because: `configuration of ${own}` };
    const tag = serviceTag(tags);
    if (tag !== undefined) return { service: tag.service, basis: 'tag', because: `tag ${tag.key}` };
    if (stack !== undefined) {
      const root = rootOf(stack);
      return { service: root, basis: 'stack', because: root === stack ? `stack ${stack}` : `stack ${stack}, nested in ${root}` };
    }
    return module === undefined ? undefined : { service: module, basis: 'module', because: `module ${module}` };
  };
}

export function configuredFor(configured: ConfiguredServices, texts: readonly string[]): string | undefined {
  return Object.entries(configured).find(([, { include }]) => include.some((pattern) => texts.some((text) => matchesPattern(pattern, text))))?.[0];
}

/** What the patterns of a configured service are matched with. */
function textsOf({ id, name, stack, module, tags, sources }: Resource): string[] {
  const expressions = Object.entries(tags).map(([key, value]) => `${key}=${value}`);
  return [id, name, ...[stack, module].filter((text) => text !== undefined), ...expressions, ...sources.flatMap(({ file }) => file ?? [])];
}

function serviceTag(tags: Readonly<Record<string, string>>): { readonly key: string; readonly service: string } | undefined {
  const keys = Object.keys(tags);
  if (keys.length === 0) return undefined;
  const byLowerCase = new Map(keys.map((key) => [key.toLowerCase(), key]));
  for (const wanted of serviceTags) {
    const key = byLowerCase.get(wanted);
    const value = key === undefined ? '' : (tags[key] ?? '');
    if (key !== undefined && value !== '') return { key, service: wanted === 'awsapplication' ? applicationName(value) : value };
  }
  return undefined;
}

/** myApplications tags with the ARN of a resource group, arn:aws:resource-groups:eu-west-1:111122223333:group/Shop/0abc…; the name is what people know. */
const applicationName = (value: string): string => /^arn:[^:]+:resource-groups:[^:]*:[^:]*:group\/([^/]+)/.exec(value)?.[1] ?? value;

const stackOf = ({ stack, tags }: Resource): string | undefined => stack ?? tags['aws:cloudformation:stack-name'];

/** The outermost stack of each stack: one that another stack declares belongs to it, however deep. */
function stackRoots(view: EstateView): (stack: string) => string {
  const parent = new Map<string, string>();
  for (const resource of view.estate.resources.values()) {
    if (resource.resourceType !== 'AWS::CloudFormation::Stack') continue;
    const outer = stackOf(resource);
    const name = /:stack\/([^/]+)/.exec(resource.arn ?? '')?.[1] ?? resource.name;
    if (outer !== undefined && outer !== name) parent.set(name, outer);
  }
  return (stack) => {
    const seen = new Set([stack]);
    let root = stack;
    for (let outer = parent.get(root); outer !== undefined && !seen.has(outer); outer = parent.get(root)) {
      seen.add(outer);
      root = outer;
    }
    return root;
  };
}
