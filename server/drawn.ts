import { z } from 'zod';
import type { GraphNode } from '../model/graph-document.ts';
import { overlaysOf } from '../rules/overlays.ts';
import type { DrawnNode } from './api.ts';
import { lossOf } from './losses.ts';
import { listed, oneOrMore, wishOf, wishQuery } from './params.ts';
import type { Views } from './views.ts';

/** What routes of the graph take beside what they select. */
export const overlayQuery = {
  ...wishQuery,
  overlay: z.literal('readiness').optional().describe('Says of each node what the judgement for the target says of it. The picture without it comes sooner: the first judgement of a large estate takes seconds'),
  lose: oneOrMore(10).optional().describe('With the overlay: what is lost at the same time, as simulate takes it'),
};
type OverlayQuery = z.output<z.ZodObject<typeof overlayQuery>>;

/** The nodes with what the judgement says of each, if that was asked for. */
export async function withOverlay(views: Views, { snapshot, query, nodes }: { readonly snapshot: string; readonly query: OverlayQuery; readonly nodes: readonly GraphNode[] }): Promise<DrawnNode[]> {
  if (query.overlay === undefined) return [...nodes];
  const context = await views.context();
  const lost = listed(query.lose).map(lossOf);
  const readiness = await views.readiness(snapshot, wishOf(query), context);
  const [view, services] = await Promise.all([views.estate(snapshot), views.services(snapshot, context)]);
  const overlays = overlaysOf({ view, services, readiness, lost });
  return nodes.map((node) => {
    if (node.type !== 'service') return { ...node, resourceOverlay: overlays.ofResource(node.id) };
    return { ...node, serviceOverlay: overlays.ofService(node.id) };
  });
}
