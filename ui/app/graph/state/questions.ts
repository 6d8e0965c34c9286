import type { Ref, View } from './view.ts';
import { everyConfidence } from './view.ts';
import { edgeTypeNames } from '../../../../model/edge.ts';
import type { Query } from '../../request.ts';

/** What a view asks of the server. Texts that are equal ask the same. */

/** A path is asked for between two resources, or else between the services of both. */
export type PathQuestion = { readonly level: 'resource' | 'service'; readonly from: string; readonly to: string };

export function pathQuestion({ from, to }: View): PathQuestion | undefined {
  if (from === undefined || to === undefined) return undefined;
  if (from.what === 'resource' && to.what === 'resource') return { level: 'resource', from: from.id, to: to.id };
  return from.what === 'service' && to.what === 'service' ? { level: 'service', from: from.id, to: to.id } : undefined;
}

/** `path`: resources that stand by themselves because a path leads over them. */
export function pictureQuestion(view: View, path: readonly string[]): Query {
  const { by, open, shown, focus, depth, kinds, sure } = view;
  return {
    by,
    open: [...open].sort(),
    show: [...new Set([...shown, ...path])].sort(),
    ...(focus === undefined ? {} : { [focus.what === 'service' ? 'service' : 'node']: focus.id, depth }),
    // Nothing chosen means no line, where the server takes it for no choice.
    ...(kinds.length === 0 || sure.length === 0 ? { lines: 0 } : {}),
    ...(kinds.length === edgeTypeNames.length ? {} : { edge: kinds }),
    ...(sure.length === everyConfidence.length ? {} : { confidence: sure }),
  };
}

/** What is lost, as the server takes it; undefined if nothing is. */
export function lossQuestion({ lose, blast }: View): Query | undefined {
  if (lose === undefined && blast === undefined) return undefined;
  return { ...(lose === undefined ? {} : { lose: lose.split(',').map((each) => each.trim()).filter((each) => each !== '') }), ...(blast === undefined ? {} : lostOf(blast)) };
}

const lostOf = ({ what, id }: Ref): Query => (what === 'service' ? { lostService: id } : { lost: id });
