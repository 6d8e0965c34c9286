import { ask } from './ahead.ts';
import { pictureQuestion } from './graph/state/questions.ts';
import { viewOf } from './graph/state/view.ts';
import type { Route } from './parse-route.ts';

/** Asks for what the first page begins with. */
export async function askAhead({ page, query: { snapshot: _chosen, home = '', target = '', strategy = '', ...query } }: Route, snapshot: string | undefined): Promise<void> {
  if (snapshot === undefined) return;
  const of = `snapshots/${encodeURIComponent(snapshot)}`;
  const { from, to, ...view } = viewOf(query);
  // The picture with a path on it can be asked for only once the path is known.
  if (page === 'graph' && (from === undefined || to === undefined)) await ask(`${of}/graph/picture`, pictureQuestion({ ...view, from, to }, []));
  if (page === 'overview') await ask(`${of}/readiness`, { home, target, strategy });
}
