import { ofType } from '../../graph/queries/of-type.ts';
import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';

/** Resources of CloudFormation types, those without a kind among them. */
export function ofTypes(view: EstateView, ...types: readonly string[]): readonly Resource[] {
  const [only, ...others] = types;
  return only !== undefined && others.length === 0 ? ofType(view, only) : types.flatMap((type) => ofType(view, type));
}
