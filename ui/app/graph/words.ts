import { edgeTypes, type EdgeType } from '../../../model/edge.ts';
import type { Picture, PictureLine } from '../../../model/picture.ts';
import { groupTitle, titleOf } from './drawing/drawing.ts';
import { counted } from '../state/words.ts';

/** `3 reads, 1 writes`. */
export const kindsText = ({ types }: { readonly types: Readonly<Record<string, number>> }): string => Object.entries(types).map(([type, count]) => `${count} ${type}`).join(', ');

/** How a line reads: the verb of its kind between resources, `needs` between services. */
export function verbOf({ from, to, types }: PictureLine): string {
  const [only, ...others] = Object.keys(types) as EdgeType[];
  if (!from.startsWith('r:') || !to.startsWith('r:')) return only !== undefined && others.length === 0 && edgeTypes[only].dependent === 'none' ? edgeTypes[only].title : 'needs';
  return (Object.keys(types) as EdgeType[]).map((type) => edgeTypes[type].title).join(', ');
}

export const proofText = ({ confidences }: PictureLine): string => Object.entries(confidences).map(([confidence, count]) => `${count} ${confidence}`).join(', ');

export function crossingText({ crossing }: PictureLine): string {
  if (crossing === undefined) return '';
  const { count, from, to, ms, basis } = crossing;
  return `${counted(count, 'edge')} into another region; the longest way, ${from} to ${to}, ${ms === undefined ? 'takes nobody knows how long' : `is a round trip of ${ms.toFixed(0)} ms, ${basis}`}`;
}

/** What is seen, in one line: the label of the picture. */
export function pictureText({ nodes, lines, boxes, omitted, total, by, groups }: Picture): string {
  const services = nodes.filter(({ what }) => what === 'service').length;
  const resources = nodes.filter(({ what }) => what === 'resource').length;
  const parts = [
    services > 0 ? counted(services, by === 'none' ? 'service' : 'part of a service', by === 'none' ? 'services' : 'parts of services') : '',
    resources > 0 ? counted(resources, 'resource') : '',
    counted(lines.length, 'connection'),
    boxes.length > 0 ? `${boxes.length} opened` : '',
    groups.length > 0 ? `in ${counted(groups.length, by === 'region' ? 'region' : by === 'account' ? 'account' : 'VPC')}` : '',
  ].filter((part) => part !== '');
  return `${parts.join(', ')}; the estate has ${counted(total.services, 'service')} and ${counted(total.resources, 'resource')}${omitted.lines + omitted.services + omitted.resources > 0 ? ', of which some are gathered' : ''}`;
}

/** What is not drawn, and how to see it; undefined where all is. */
export function omittedText({ omitted: { services, resources, lines } }: Picture): string | undefined {
  const parts = [services > 0 ? `${counted(services, 'service')} gathered` : '', resources > 0 ? `${counted(resources, 'resource')} gathered` : '', lines > 0 ? `${counted(lines, 'light connection')} left out` : ''].filter((part) => part !== '');
  return parts.length === 0 ? undefined : `${parts.join(', ')}, so that the picture can be moved and read. Search, focus or filter to see them.`;
}

/** Name of a node with where it is. */
export function placeText(picture: Picture, id: string): string {
  const node = picture.nodes.find((each) => each.id === id);
  if (node === undefined) return picture.boxes.find((each) => each.id === id)?.service ?? id;
  const group = picture.groups.find((each) => each.id === node.group);
  return group === undefined ? titleOf(node) : `${titleOf(node)}, ${groupTitle(picture.by, group)}`;
}
