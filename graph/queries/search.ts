import type { Resource } from '../../model/resource.ts';
import type { EstateView } from '../view.ts';

/** Resources whose name, id or type contains the text, without regard to case, in canonical order. */
export function search({ estate }: EstateView, text: string): Resource[] {
  const wanted = text.toLowerCase();
  return [...estate.resources.values()].filter(({ id, name, resourceType }) => [name, id, resourceType].some((each) => each.toLowerCase().includes(wanted)));
}
