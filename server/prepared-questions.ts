import { availabilityQuestion, blindSpotsQuestion, candidatesQuestion, categoriesQuestion, findingsQuestion, inTheWayQuestion, movingQuestion, namesToAsk, pictureQuestion, planQuestion, servicesQuestion, simulationQuestion, stoppingQuestion, targetsQuestion, worstServicesQuestion, type AskedWish, type PageQuery } from '../model/page-questions.ts';
import type { Lane } from './options.ts';

/** Asks what is wanted below the snapshot, and gives the answer. */
export type Ask = (lane: Lane, path: string, query: PageQuery) => Promise<unknown>;

/** Asks everything that the pages begin with, in the order in which people come to it. What needs another answer comes after it. */
export async function askForPages(ask: Ask, wish: AskedWish): Promise<void> {
  await ask('browse', 'graph/picture', pictureQuestion);
  const { home, target } = (await ask('browse', 'intent', wish)) as { readonly home: readonly string[]; readonly target?: string };
  await ask('judge', 'availability', availabilityQuestion(wish));
  if (target === undefined || home.length === 0) return;
  await ask('judge', 'readiness', wish);
  await ask('judge', 'findings/groups', inTheWayQuestion(wish));
  await ask('judge', 'readiness/services', stoppingQuestion(wish));
  await ask('judge', 'readiness/services', movingQuestion(wish));
  const { items } = (await ask('judge', 'findings/groups', worstServicesQuestion(wish))) as { readonly items: readonly { readonly values: readonly string[] }[] };
  const names = namesToAsk(items);
  if (names.length > 0) await ask('judge', 'findings/groups', categoriesQuestion(wish, names));
  await ask('judge', 'readiness/blind-spots', blindSpotsQuestion(wish));
  await ask('judge', 'compare', targetsQuestion(wish, [target]));
  await ask('judge', 'readiness/services', servicesQuestion(wish));
  await ask('judge', 'findings', findingsQuestion(wish));
  await ask('judge', 'graph/picture/overlay', { ...pictureQuestion, ...wish, overlay: 'readiness' });
  await ask('judge', 'plan', planQuestion(wish));
  await ask('judge', 'simulate', simulationQuestion(wish, home));
  if (wish.target !== '') await ask('judge', 'compare', candidatesQuestion(wish, [wish.target]));
}
