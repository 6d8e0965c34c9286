import type { EstateView } from '../graph/view.ts';
import { UserError } from '../model/errors.ts';

/** The ids, if the estate has a resource of each. Throws RR405. */
export function requireNodes(view: EstateView, ids: readonly string[]): readonly string[] {
  const strange = ids.find((id) => view.resource(id) === undefined);
  if (strange !== undefined) throw new UserError('RR405', `There is no resource ${strange}.`, { hint: 'The search of the API gives the ids of resources.' });
  return ids;
}
