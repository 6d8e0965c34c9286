import type { EstateView } from '../../graph/view.ts';
import { ofKindIn } from './by-region.ts';
import { offerOf } from './offers.ts';

interface Wanted {
  readonly region: string;
  readonly account: string | undefined;
  readonly classes: readonly string[];
  /** Whether targeted reservations count: only instances that name them use them. */
  readonly targeted: boolean;
}

/**
 * Instances that capacity is reserved for in a region: of reservations that are declared or described, or, where none is, what a scan of
 * the account counted.
 */
export function reservedIn(graph: EstateView, { region, account, classes, targeted }: Wanted): number {
  const declared = ofKindIn(graph, 'capacity-reservation', region).filter(({ attributes }) => attributes.instanceClasses?.some((each) => classes.includes(each)) === true);
  if (declared.length > 0) {
    return declared.reduce((sum, { attributes }) => sum + (attributes.matching === 'targeted' && !targeted ? 0 : (attributes.instances ?? 0)), 0);
  }
  return classes.reduce((sum, each) => sum + (account === undefined ? 0 : (offerOf(graph, `reserved:${account}/${each}`, region)?.value ?? 0)), 0);
}
