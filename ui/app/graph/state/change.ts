import type { PictureNode } from '../../../../model/picture.ts';
import type { Ref, View } from './view.ts';

/** What people do to a view. Each gives the view after it. */

const without = (values: readonly string[], value: string): readonly string[] => values.filter((each) => each !== value);

/** Opens a service in place, or closes it; `place` is selected then. The camera stays where it is. */
export function toggled(view: View, service: string, place?: string): View {
  const isOpen = view.open.includes(service);
  return { ...view, open: isOpen ? without(view.open, service) : [...view.open, service], shown: isOpen ? [] : view.shown, selected: place };
}

/** Closes everything and shows all again; overlay, division and filters stay. */
export const reset = ({ by, overlay, kinds, sure, depth }: View): View => ({ by, overlay, kinds, sure, depth, open: [], shown: [] });

export const focused = (view: View, focus: Ref | undefined, depth = view.depth): View => ({ ...view, focus, depth, open: [], shown: [], selected: undefined, camera: undefined });

/** Brings a search hit into the picture. A service that is gathered for lack of room is shown with what is around it. */
export function found(view: View, ref: Ref, nodes: readonly PictureNode[]): View {
  const node = nodes.find((each) => isAt(each, ref));
  if (node !== undefined) return { ...view, selected: node.id };
  if (ref.what === 'service') return { ...view, focus: ref, open: [], shown: [], selected: undefined, camera: undefined };
  return { ...view, focus: undefined, shown: [...without(view.shown, ref.id), ref.id], selected: `r:${ref.id}`, camera: undefined };
}

/** What a node of the picture is elsewhere; undefined where it stands for several things. */
export function refOf({ what, resource, service }: PictureNode): Ref | undefined {
  if (what === 'resource' && resource !== undefined) return { what: 'resource', id: resource };
  return what === 'service' && service !== undefined ? { what: 'service', id: service } : undefined;
}

export const isAt = (node: PictureNode, ref: Ref): boolean => (ref.what === 'resource' ? node.resource === ref.id : node.what === 'service' && node.service === ref.id);

/** Sets one end of the path, and asks for it once both are there. */
export const pathEnd = (view: View, end: 'from' | 'to', ref: Ref | undefined): View => ({ ...view, [end]: ref });

export const lost = (view: View, what: { readonly lose?: string | undefined; readonly blast?: Ref | undefined }): View => ({ ...view, lose: what.lose, blast: what.blast });
