import type { Picture, PictureOverlay } from '../../../model/picture.ts';
import type { EdgeType } from '../../../model/edge.ts';
import { get } from '../ahead.ts';
import type { Query } from '../request.ts';
import type { PathQuestion } from './state/questions.ts';

const graph = (snapshot: string, path: string): string => `snapshots/${encodeURIComponent(snapshot)}/graph/${path}`;

/** A way from one node to another, by service names or resource ids. */
export interface FoundPath {
  readonly level: PathQuestion['level'];
  readonly nodes: readonly string[];
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
  services: (snapshot: string, query: Query, signal: AbortSignal) => get<{ readonly items: readonly { readonly id: string; readonly resources: number }[]; readonly total: number }>(`snapshots/${encodeURIComponent(snapshot)}/services`, query, signal),
};
