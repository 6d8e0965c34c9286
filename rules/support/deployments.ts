import { sameAddress } from '../../graph/queries/peer.ts';
import type { EstateView } from '../../graph/view.ts';
import { compareText } from '../../model/json.ts';
import type { Resource } from '../../model/resource.ts';
import { perView } from './per-view.ts';

/** The other deployments of the template resource, for things that have no region and so no counterpart in one: roles, policies. */
export function otherDeployments(view: EstateView, resource: Resource): readonly Resource[] {
  const { file, path } = resource.sources[0];
  return file === undefined || path === undefined ? [] : sameAddress(view, resource).filter(({ id }) => id !== resource.id);
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
const regionsByUnit = perView((view) => {
  const found = new Map<string, Set<string>>();
  for (const resource of view.estate.resources.values()) {
    const { region } = resource;
    if (region === undefined || region === 'global') continue;
    for (const unit of unitsOf(resource)) {
      const regions = found.get(unit);
      if (regions === undefined) found.set(unit, new Set([region]));
      else regions.add(region);
    }
  }
  return found;
});

/** Whether the document that declares it also declares resources in the region, so that it need not be deployed there a second time. */
export const isDeployedWith = (view: EstateView, resource: Resource, region: string): boolean => unitsOf(resource).some((unit) => regionsByUnit(view).get(unit)?.has(region) === true);

/** Documents that declare it. The root of a Terraform configuration is applied as a whole, whatever file of it declares a resource. */
function unitsOf({ stack, sources }: Resource): string[] {
  const units: string[] = [];
  for (const { file } of sources) if (file !== undefined && file !== units.at(-1)) units.push(file);
  if (stack !== undefined && sources.some(({ scanner }) => scanner.startsWith('terraform'))) units.push(`root ${stack}`);
  return units;
}

/** Whether the template that declares it declares nothing that is in a region, so that it is deployed once for all. */
export function isInGlobalTemplate(view: EstateView, { sources }: Resource): boolean {
  return sources.every(({ file }) => file !== undefined && !regionsByUnit(view).has(file));
}
