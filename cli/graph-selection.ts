import type { Selection } from '../graph/queries/graph-document.ts';
import type { Services } from '../graph/queries/services.ts';
import type { EstateView } from '../graph/view.ts';
import { UserError } from '../model/errors.ts';
import { didYouMean } from './suggest.ts';

type Asked = Required<Omit<Selection, 'limit'>>;

/** The selection with its names checked: services must exist, resources become ids. Throws RR405. */
export function selected({ view, services }: { readonly view: EstateView; readonly services: Services }, asked: Asked): Asked {
  const known = new Set(services.all.map(({ id }) => id));
  for (const name of asked.services) if (!known.has(name)) throw new UserError('RR405', `There is no service ${name}.${didYouMean(name, known)}`, { hint: `Services: ${some([...known])}` });
  return { ...asked, around: asked.around.flatMap((name) => named(view, name)) };
}

/** Resources by id, ARN or name. */
function named(view: EstateView, text: string): string[] {
  if (view.resource(text) !== undefined) return [text];
  const all = [...view.estate.resources.values()];
  const found = all.filter(({ name, arn }) => name === text || arn === text).map(({ id }) => id);
  if (found.length > 0) return found;
  throw new UserError('RR405', `There is no resource ${text}.${didYouMean(text, new Set(all.slice(0, 20_000).map(({ name }) => name)))}`);
}

const some = (names: readonly string[]): string => `${names.slice(0, 12).join(', ')}${names.length > 12 ? ` and ${names.length - 12} more` : ''}.`;
