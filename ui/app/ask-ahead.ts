import type { Picture } from '../../model/picture.ts';
import { ask } from './ahead.ts';
import { firstQuestions } from './first-questions.ts';
import { layOutAhead, startAhead } from './graph/layout/layouts.ts';
import { planOf } from './graph/layout/plan-of.ts';
import { pictureQuestion } from './graph/state/questions.ts';
import { viewOf } from './graph/state/view.ts';
import type { Route } from './parse-route.ts';

/** Asks for what the first page begins with, and begins with what takes long of it. */
export async function askAhead(route: Route, chosen: string | undefined | Promise<string | undefined>): Promise<void> {
  const { page, query } = route;
  if (page === 'graph') startAhead();
  const snapshot = await chosen;
  if (snapshot === undefined) return;
  const of = `snapshots/${encodeURIComponent(snapshot)}`;
  const { from, to, ...view } = viewOf(query);
  // The picture with a path on it can be asked for only once the path is known.
  const picture = page === 'graph' && (from === undefined || to === undefined) ? ask<Picture>(`${of}/graph/picture`, pictureQuestion({ ...view, from, to }, [])) : undefined;
  const [intent, first, ...others] = firstQuestions(route).map(([path, asked]) => () => ask(`${of}/${path}`, asked));
  // A browser has six connections: where the first answer is still to be judged, all of them would wait for it, and nothing else could be asked.
  void Promise.all([intent?.(), first?.()]).then(() => Promise.all(others.map((question) => question()))).catch(failsAgain);
  if (picture !== undefined) layOutAhead(planOf(await picture));
}

/** For who needs it, and is told there. */
const failsAgain = (): void => undefined;
