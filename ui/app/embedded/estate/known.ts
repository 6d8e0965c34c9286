import type { Services } from '../../../../graph/queries/services.ts';
import type { EstateView } from '../../../../graph/view.ts';
import type { Readiness } from '../../../../model/readiness.ts';
import { missing } from '../answers.ts';

/** The estate of a report and what was judged of it. */
export interface Known {
  readonly view: EstateView;
  readonly services: Services;
  readonly readiness: Readiness;
}

/** The ids, if the estate has a resource of each. Throws that it has not. */
export function requireNodes({ view }: Known, ids: readonly string[]): readonly string[] {
  const strange = ids.find((id) => view.resource(id) === undefined);
  return strange === undefined ? ids : missing(`There is no resource ${strange}.`);
}

export function requireService({ services }: Known, name: string): string {
  return services.all.some(({ id }) => id === name) ? name : missing(`There is no service ${name}.`);
}
