import { needsOf } from '../needs.ts';
import type { EstateView } from '../view.ts';
import { articulationPoints } from './articulation-points.ts';

export interface SinglePoint {
  readonly id: string;
  /** Resources that are cut off from the largest part of what was connected with it. */
  readonly cutOff: number;
  /** Parts that remain without it. */
  readonly parts: number;
  /** Resources that need it directly. */
  readonly users: number;
}

/** Single points of failure: resources whose loss takes apart what they connect, by dependencies only. Those that cut off most first, then by id. */
export function singlePoints({ adjacency }: EstateView): SinglePoint[] {
  const { needs, neededBy } = needsOf(adjacency);
  return articulationPoints(needs)
    .sort((a, b) => b.cutOff - a.cutOff || a.node - b.node)
    .map(({ node, cutOff, parts }) => {
      const users = new Set(neededBy.targets.subarray(neededBy.offsets[node], neededBy.offsets[node + 1]));
      return { id: adjacency.ids[node] ?? '', cutOff, parts, users: users.size };
    });
}
