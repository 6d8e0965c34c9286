import type { Resource } from '../../model/resource.ts';
import { perView } from '../per-view.ts';
import type { EstateView } from '../view.ts';

const index = perView((view) => Map.groupBy(view.estate.resources.values(), ({ resourceType }) => resourceType));

/** Resources of a CloudFormation type, whether a kind knows it or not. */
export const ofType = (view: EstateView, type: string): readonly Resource[] => index(view).get(type) ?? [];

/** Every type of the estate with its resources. */
export const byType = (view: EstateView): ReadonlyMap<string, readonly Resource[]> => index(view);
