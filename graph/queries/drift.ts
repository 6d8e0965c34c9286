import type { Resource, Told } from '../../model/resource.ts';
import { standingOf } from '../../model/source.ts';
import type { EstateView } from '../view.ts';

/** An attribute of which sources tell different things. */
export interface Drift {
  readonly resource: Resource;
  readonly attribute: string;
  /** What each source says; what runs first. */
  readonly told: readonly Told[];
  /** What runs differs from what was asked for; else two ways of asking differ. */
  readonly live: boolean;
}

/** Where what runs, what was recorded, what is planned and what templates ask for disagree, in the order of resources and attributes. */
export function drift(view: EstateView): readonly Drift[] {
  return [...view.estate.resources.values()].flatMap((resource) =>
    Object.entries(resource.disagreements ?? {}).map(([attribute, told]) => ({ resource, attribute, told, live: told.some(({ source }) => standingOf(source) === 'live') })),
  );
}
