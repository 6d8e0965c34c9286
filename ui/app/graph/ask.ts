import type { Picture, PictureOverlay } from '../../../model/picture.ts';
import type { EdgeType } from '../../../model/edge.ts';
import { ask as askAhead, get } from '../ahead.ts';
import type { Query } from '../request.ts';
import { pathQuestion, pictureQuestion, type PathQuestion } from './state/questions.ts';
import type { View } from './state/view.ts';

const graph = (snapshot: string, path: string): string => `snapshots/${encodeURIComponent(snapshot)}/graph/${path}`;

/** A way from one node to another, by service names or resource ids. */
export interface FoundPath {
  readonly level: PathQuestion['level'];
  readonly nodes: readonly string[];
}

/** Asks for the picture of a view while the page still renders that it is wanted. With a path on it, that is known only later. */
export function askPictureAhead(snapshot: string, { before, next }: { readonly before: View; readonly next: View }): void {
  const [old, question] = [before, next].map((view) => pictureQuestion(view, [])) as [Query, Query];
  if (pathQuestion(next) !== undefined || JSON.stringify(old) === JSON.stringify(question)) return;
  // Who needs it asks for it again, and hears of a failure.
  askAhead(graph(snapshot, 'picture'), question).catch(() => undefined);
}

/** What the graph page asks beside what other pages ask too. */
export const ask = {
  picture: (snapshot: string, query: Query, signal: AbortSignal) => get<Picture>(graph(snapshot, 'picture'), query, signal),
  overlay: (snapshot: string, query: Query, signal: AbortSignal) => get<PictureOverlay>(graph(snapshot, 'picture/overlay'), query, signal),
  /** Empty nodes if there is no way. */
  async path(snapshot: string, { level, from, to }: PathQuestion, signal: AbortSignal): Promise<FoundPath> {
    if (level === 'service') return { level, nodes: (await get<{ readonly services: readonly string[] }>(graph(snapshot, 'services/path'), { from, to }, signal)).services };
    const { paths } = await get<{ readonly paths: readonly { readonly nodes: readonly string[]; readonly steps: readonly (readonly EdgeType[])[] }[] }>(graph(snapshot, 'path'), { from, to, along: 'needs' }, signal);
    return { level, nodes: paths[0]?.nodes ?? [] };
  },
};
