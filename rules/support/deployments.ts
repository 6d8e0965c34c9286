import type { EstateView } from '../../graph/view.ts';
import { compareText } from '../../model/json.ts';
import type { Resource } from '../../model/resource.ts';
import { perView } from './per-view.ts';

/** Resources by the template resource that declares them. A template deployed to several regions declares each of its resources several times. */
const byAddress = perView((view) => {
  const index = new Map<string, Resource[]>();
  for (const resource of view.estate.resources.values()) {
    const key = addressOf(resource);
    const found = index.get(key);
    if (found) found.push(resource);
    else index.set(key, [resource]);
  }
  return index;
});

const addressOf = ({ resourceType, sources: [{ file = '', path = '' }] }: Resource): string => `${resourceType}\n${file}\n${path}`;

/** The other deployments of the template resource, for things that have no region and so no counterpart in one: roles, policies. */
export function otherDeployments(view: EstateView, resource: Resource): readonly Resource[] {
  const { file, path } = resource.sources[0];
  return file === undefined || path === undefined ? [] : (byAddress(view).get(addressOf(resource)) ?? []).filter(({ id }) => id !== resource.id);
}

/** Whether it stands for all deployments of its template resource, so that one cause is told once. */
export function isFirstDeployment(view: EstateView, resource: Resource): boolean {
  return otherDeployments(view, resource).every(({ id }) => compareText(resource.id, id) < 0);
}

/** Whether the same template declares it more than once under one name, so that it is one resource. */
export function isDeclaredTwice({ sources }: Resource): boolean {
  const places = sources.filter(({ file, path }) => file !== undefined && path !== undefined).map(({ scanner, file, path }) => `${scanner}\n${file}\n${path}`);
  return new Set(places).size < places.length;
}

/** Regions that each template or Terraform root declares resources in. */
const regionsByFile = perView((view) => {
  const found = new Map<string, Set<string>>();
  for (const { region, stack, sources } of view.estate.resources.values()) {
    if (region === undefined || region === 'global') continue;
    for (const unit of new Set([...sources.map(({ file }) => file), rootOf({ stack, sources })])) if (unit !== undefined) found.set(unit, (found.get(unit) ?? new Set()).add(region));
  }
  return found;
});

/** Whether the document that declares it also declares resources in the region, so that it need not be deployed there a second time. */
export function isDeployedWith(view: EstateView, { stack, sources }: Resource, region: string): boolean {
  return [...sources.map(({ file }) => file), rootOf({ stack, sources })].some((unit) => unit !== undefined && regionsByFile(view).get(unit)?.has(region) === true);
}

/** The root of a Terraform configuration is applied as a whole, whatever file of it declares a resource. */
const rootOf = ({ stack, sources }: Pick<Resource, 'stack' | 'sources'>): string | undefined => (stack !== undefined && sources.some(({ scanner }) => scanner.startsWith('terraform')) ? `root ${stack}` : undefined);

/** Whether the template that declares it declares nothing that is in a region, so that it is deployed once for all. */
export function isInGlobalTemplate(view: EstateView, { sources }: Resource): boolean {
  return sources.every(({ file }) => file !== undefined && !regionsByFile(view).has(file));
}
