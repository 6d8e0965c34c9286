import { picture, type Pictured } from '../../../../graph/queries/picture.ts';
import { confidenceSchema, groupings, type PictureOverlay } from '../../../../model/picture.ts';
import { edgeTypeNames } from '../../../../model/edge.ts';
import { judgedNodes, nodesAfterLoss } from '../../../../rules/picture-overlay.ts';
import type { Query } from '../../request.ts';
import { all, one } from '../query.ts';
import { requireNodes, type Known } from './known.ts';
import { lossesOf } from './losses.ts';

/** Pictures, and what is laid over them. */
export function pictureAnswers(known: Known) {
  const { view, services, readiness } = known;
  const drawn = (query: Query): Pictured => picture(view, services, {
    by: groupings.find((each) => each === one(query, 'by')) ?? 'none', nodes: 320, lines: Number(one(query, 'lines') ?? 660),
    open: all(query, 'open'), shown: all(query, 'show'), types: chosen(edgeTypeNames, query, 'edge'), confidences: chosen(confidenceSchema.options, query, 'confidence'),
    around: { services: all(query, 'service'), resources: requireNodes(known, all(query, 'node')), depth: Number(one(query, 'depth') ?? 1) },
  });
  return {
    'snapshots/*/graph/picture': (query: Query) => drawn(query).picture,
    'snapshots/*/graph/picture/overlay': (query: Query): PictureOverlay => {
      const over = { view, services, members: drawn(query).members };
      const losing = { losses: lossesOf(all(query, 'lose')), resources: all(query, 'lost'), services: all(query, 'lostService') };
      return {
        ...(one(query, 'overlay') === undefined ? {} : { nodes: judgedNodes(over, readiness, (one(query, 'by') ?? 'none') === 'none') }),
        ...(Object.values(losing).every((each) => each.length === 0) ? {} : nodesAfterLoss(over, losing)),
      };
    },
  };
}

const chosen = <T extends string>(values: readonly T[], query: Query, key: string): readonly T[] => all(query, key).flatMap((text) => values.find((value) => value === text) ?? []);
