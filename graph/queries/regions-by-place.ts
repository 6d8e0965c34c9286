import { perView } from '../per-view.ts';

/** Region of each resource by its ordinal, for whoever goes through all edges. */
export const regionsByPlace = perView((view): readonly (string | undefined)[] => Array.from(view.estate.resources.values(), ({ region }) => region));
