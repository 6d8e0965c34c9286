import { fates, fatesOf } from '../graph/queries/fates.ts';
import { serviceIndex } from '../graph/queries/service-index.ts';
import { spread } from '../graph/queries/spread.ts';
import type { Services } from '../graph/queries/services.ts';
import type { EstateView } from '../graph/view.ts';
import type { PictureFate, PictureOverlay } from '../model/picture.ts';
import type { Readiness } from '../model/readiness.ts';
import type { Resource } from '../model/resource.ts';
import type { Loss } from '../model/simulation.ts';
import { overlaysOf } from './overlays.ts';
import { isLost } from './simulation/loss.ts';

interface Drawn {
  readonly view: EstateView;
  readonly services: Services;
  /** Ordinals of the resources that each node stands for, and that each box holds. */
  readonly members: ReadonlyMap<string, readonly number[]>;
}

/** What the judgement says of each node. `whole`: a node of a service stands for all of it. */
export function judgedNodes({ view, services, members }: Drawn, readiness: Readiness, whole: boolean): NonNullable<PictureOverlay['nodes']> {
  const { ofGroup, ofService } = overlaysOf({ view, services, readiness, lost: [] });
  const first = new Map(whole ? services.all.map(({ id, resources }) => [resources[0], { id, size: resources.length }] as const) : []);
  return Object.fromEntries([...members].map(([id, nodes]) => {
    const ids = nodes.flatMap((node) => view.adjacency.ids[node] ?? []);
    const service = first.get(ids[0]);
    // What code of a service lacks is said of the service as a whole, of none of its resources.
    const { gaps, worst, unknown, inTarget, owners } = (service?.size === ids.length ? ofService(service.id) : undefined) ?? ofGroup(ids);
    return [id, { gaps, unknown, inTarget, owners, ...(worst === undefined ? {} : { worst }) }];
  }));
}

/** What is lost at the same time. */
export interface Losing {
  readonly losses: readonly Loss[];
  readonly resources: readonly string[];
  /** As a whole. */
  readonly services: readonly string[];
}

/** What becomes of each node, and of the estate. */
export function nodesAfterLoss({ view, services, members }: Drawn, { losses, resources, services: whole }: Losing): Pick<PictureOverlay, 'fates' | 'affected'> {
  const gone = new Set([...resources, ...whole.flatMap((name) => services.all.find(({ id }) => id === name)?.resources ?? [])]);
  const isGone = (resource: Resource): boolean => gone.has(resource.id) || losses.some((loss) => isLost(resource, loss));
  const states = fatesOf(view, { isLost: isGone });
  const { ids } = view.adjacency;
  const steps = spread(view, ids.filter((id) => isGone(view.resource(id) as Resource)));
  const stepsTo = (node: number): number => steps.get(ids[node] ?? '') ?? 0;
  const counted = (nodes: Iterable<number>): PictureFate => {
    const counts = { untouched: 0, lost: 0, replaced: 0, stopped: 0, degraded: 0 };
    let step = Number.POSITIVE_INFINITY;
    for (const node of nodes) {
      const fate = fates[states[node] ?? 0] ?? 'untouched';
      counts[fate] += 1;
      if (fate !== 'untouched') step = Math.min(step, stepsTo(node));
    }
    return { ...counts, ...(Number.isFinite(step) ? { step } : {}) };
  };
  const { of } = serviceIndex(view, services);
  const touched = [...states.keys()].filter((node) => states[node] !== 0);
  const { lost, replaced, stopped, degraded } = counted(states.keys());
  return {
    fates: Object.fromEntries([...members].map(([id, nodes]) => [id, counted(nodes)])),
    affected: { lost, replaced, stopped, degraded, services: new Set(touched.map((node) => of[node])).size, steps: touched.reduce((most, node) => Math.max(most, stepsTo(node)), 0) },
  };
}
