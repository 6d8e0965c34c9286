import type { Resource } from '../../model/resource.ts';
import type { EstateView } from '../../graph/view.ts';
import { perView } from './per-view.ts';

const index = perView((view) => Map.groupBy(view.estate.resources.values(), ({ resourceType }) => resourceType));

/** Resources of CloudFormation types, those without a kind among them. */
export function ofTypes(view: EstateView, ...types: readonly string[]): readonly Resource[] {
  return types.flatMap((type) => index(view).get(type) ?? []);
}
