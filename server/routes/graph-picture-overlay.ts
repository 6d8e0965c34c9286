import { z } from 'zod';
import { fates, fatesOf } from '../../graph/queries/fates.ts';
import { serviceIndex } from '../../graph/queries/service-index.ts';
import { spread } from '../../graph/queries/spread.ts';
import type { Services } from '../../graph/queries/services.ts';
import type { EstateView } from '../../graph/view.ts';
import { pictureOverlaySchema, type PictureFate, type PictureOverlay } from '../../model/picture.ts';
import type { Resource } from '../../model/resource.ts';
import type { Loss } from '../../model/simulation.ts';
import { overlaysOf } from '../../rules/overlays.ts';
import { isLost } from '../../rules/simulation/loss.ts';
import { lossOf } from '../losses.ts';
import { listed, oneOrMore, snapshotParams, wishOf, wishQuery } from '../params.ts';
import { problems } from '../problem.ts';
import { pictured, pictureQuery } from './graph-picture.ts';
import type { Route } from './route.ts';

const querystring = z.strictObject({
  ...pictureQuery, ...wishQuery,
  overlay: z.literal('readiness').optional().describe('Says what the judgement for the target says'),
  lose: oneOrMore(10).optional().describe('What is lost at the same time, as simulate takes it'),
  lost: oneOrMore(50).optional().describe('Resource id that is lost; repeatable'),
  lostService: oneOrMore(10).optional().describe('Service that is lost as a whole; repeatable'),
});

/** Apart from the picture, since that comes at once and the first judgement of a large estate takes seconds. */
export const graphPictureOverlay: Route = ({ views }) => async (app) => {
  app.get('/api/snapshots/:snapshot/graph/picture/overlay', {
    config: { needs: 'read', lane: 'browse' },
    schema: { summary: 'What a judgement and a loss say of the nodes of a picture', tags: ['graph'], params: snapshotParams, querystring, response: { 200: pictureOverlaySchema, ...problems } },
  }, async ({ params: { snapshot }, query: { overlay, lose, lost, lostService, home, target, strategy, ...query } }) => {
    const context = await views.context();
    const [view, services] = await Promise.all([views.estate(snapshot), views.services(snapshot, context)]);
    const { members } = await pictured(views, snapshot, query);
    const losses = listed(lose).map(lossOf);
    const gone = new Set([...listed(lost), ...listed(lostService).flatMap((name) => services.all.find(({ id }) => id === name)?.resources ?? [])]);
    const laid: PictureOverlay = {};
    if (overlay !== undefined) {
      const readiness = await views.readiness(snapshot, wishOf({ home, target, strategy }), context);
      const { ofGroup, ofService } = overlaysOf({ view, services, readiness, lost: [] });
      const idsOf = (nodes: readonly number[]): string[] => nodes.flatMap((node) => view.adjacency.ids[node] ?? []);
      const whole = new Map(query.by === 'none' ? services.all.map(({ id, resources }) => [resources[0], { id, size: resources.length }] as const) : []);
      laid.nodes = Object.fromEntries([...members].map(([id, nodes]) => {
        const ids = idsOf(nodes);
        const service = whole.get(ids[0]);
        // What code of a service lacks is said of the service as a whole, of none of its resources.
        const { gaps, worst, unknown, inTarget, owners } = (service?.size === ids.length ? ofService(service.id) : undefined) ?? ofGroup(ids);
        return [id, { gaps, unknown, inTarget, owners, ...(worst === undefined ? {} : { worst }) }];
      }));
    }
    return losses.length + gone.size === 0 ? laid : { ...laid, ...fatesIn(view, services, { losses, gone, members }) };
  });
};

interface Losing {
  readonly losses: readonly Loss[];
  readonly gone: ReadonlySet<string>;
  readonly members: ReadonlyMap<string, readonly number[]>;
}

function fatesIn(view: EstateView, services: Services, { losses, gone, members }: Losing): Pick<PictureOverlay, 'fates' | 'affected'> {
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
