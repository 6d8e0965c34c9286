import type { Confidence, EdgeType } from '../../model/edge.ts';
import { typeMask } from '../adjacency.ts';
import type { EstateView } from '../view.ts';
import { confidences, regionsOf, sureness, trip, turned, type Cells, type Far } from './cells.ts';
import { lineCollector } from './picture-lines.ts';
import type { Pieces } from './picture-pieces.ts';
import { crossing } from './regions.ts';

interface Wanted {
  readonly cells: Cells;
  /** Not whole services are in the picture, so that the bundles between them do not hold. */
  readonly partial: boolean;
  readonly types: readonly EdgeType[];
  readonly confidences: readonly Confidence[];
}

/** All lines between the pieces. Bundles between closed services are at hand; only the edges of opened ones are looked at. */
export function linesBetween(view: EstateView, made: Pieces, { cells, partial, types, confidences: sure }: Wanted): ReturnType<ReturnType<typeof lineCollector>['drafts']> {
  const collector = lineCollector();
  const typed = typeMask(types);
  const isSure = confidences.map((confidence) => sure.length === 0 || sure.includes(confidence));
  const { pieces, ofCell } = made;
  const ofResource = partial ? made.ofResource.slice() : made.ofResource;
  if (partial) for (const [place, { members }] of pieces.entries()) for (const node of members) ofResource[node] = place;
  else for (const { from, to, type, confidence, count, far } of cells.strands) {
    const [a = -1, b = -1] = [ofCell[from], ofCell[to]];
    if (a >= 0 && b >= 0 && typed[type] === 1 && isSure[confidence] === true) collector.add(a, b, { type, confidence, count, far });
  }
  const { adjacency: { out, in: inward, types: codes, edges } } = view;
  const proofs = sureness(view);
  const regions = regionsOf(view);
  const pieceOf = (node: number): number => {
    const own = ofResource[node] ?? -1;
    return own >= 0 || partial ? own : (ofCell[cells.of[node] ?? 0] ?? -1);
  };
  const add = (from: number, to: number, edge: number): void => {
    const [type = 0, confidence = 0] = [codes[edge], proofs[edge]];
    const [a, b] = [pieceOf(from), pieceOf(to)];
    if (a < 0 || b < 0 || typed[type] !== 1 || isSure[confidence] !== true) return;
    const single = pieces[a]?.node.what === 'resource' && pieces[b]?.node.what === 'resource';
    const [start, end] = !single && turned(type) ? [b, a] : [a, b];
    collector.add(start, end, { type, confidence, count: 1, far: farOf(regions[from], regions[to]), edge: single ? edges[edge] : undefined });
  };
  for (const { members } of pieces) {
    for (const node of members) {
      if ((ofResource[node] ?? -1) < 0) continue;
      for (let at = out.offsets[node] ?? 0; at < (out.offsets[node + 1] ?? 0); at++) add(node, out.targets[at] ?? 0, out.edges[at] ?? 0);
      for (let at = inward.offsets[node] ?? 0; at < (inward.offsets[node + 1] ?? 0); at++) {
        const other = inward.targets[at] ?? 0;
        if ((ofResource[other] ?? -1) < 0) add(other, node, inward.edges[at] ?? 0);
      }
    }
  }
  return collector.drafts();
}

function farOf(from: string | undefined, to: string | undefined): Far | undefined {
  const pair = crossing(from, to);
  return pair === undefined ? undefined : { ...pair, ...trip(pair), count: 1 };
}
