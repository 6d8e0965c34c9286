import { edgeTypes, type EdgeType } from '../../../../model/edge.ts';
import type { Picture, PictureLine, PictureNode } from '../../../../model/picture.ts';
import type { Layout, Link, Plan, Rect, Unit } from '../layout/plan.ts';
import type { Said } from './overlay.ts';
import { counted, number } from '../../state/words.ts';
import { fitted, shortened, shortType } from './text.ts';
import type { Tone } from './tones.ts';

/** A node as it is drawn. */
export interface Card {
  readonly node: PictureNode;
  readonly rect: Rect;
  readonly title: string;
  readonly detail: string;
  readonly tone: Tone;
}

/** A line as it is drawn: from a point over two that bend it to another one. */
export interface Wire {
  readonly id: string;
  readonly line: PictureLine;
  readonly points: readonly [Point, Point, Point, Point];
  readonly tone: Tone;
  readonly label: string;
  readonly width: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A group or an opened service, behind the nodes. */
export interface Frame {
  readonly id: string;
  readonly what: 'group' | 'box';
  readonly rect: Rect;
  readonly title: string;
  readonly detail: string;
  /** The service that a box opens. */
  readonly service?: string;
}

/** Everything that is seen, wherever it is drawn. */
export interface Drawing {
  readonly cards: readonly Card[];
  readonly wires: readonly Wire[];
  readonly frames: readonly Frame[];
}

const sizes = { service: { width: 196, height: 48 }, resource: { width: 176, height: 42 }, rest: { width: 176, height: 42 } } as const;
export const textLeft = 38;
export const fontSizes = { title: 12.5, detail: 11 } as const;

export const lineId = ({ from, to }: Pick<PictureLine, 'from' | 'to'>): string => `${from} → ${to}`;

/** What of a picture has to be laid out. An opened service keeps its id and its links, so that it opens where it stands. */
export function planOf({ by, groups, boxes, nodes, lines }: Picture): Plan {
  const unitOf = new Map(nodes.map(({ id, box }) => [id, box ?? id]));
  const inside = Map.groupBy(nodes.filter(({ box }) => box !== undefined), ({ box }) => box ?? '');
  const own = Map.groupBy(lines.filter(({ from, to }) => unitOf.get(from) === unitOf.get(to)), ({ from }) => unitOf.get(from) ?? '');
  const sized = ({ id, what, group }: PictureNode): Unit => ({ id, group: by === 'none' ? '' : group, ...sizes[what] });
  const closed = nodes.filter(({ box }) => box === undefined).map(sized);
  const opened = boxes.map(({ id, group }): Unit => ({ id, group: by === 'none' ? '' : group, ...sizes.service, inside: { units: (inside.get(id) ?? []).map(sized), links: (own.get(id) ?? []).map(linkOf) } }));
  const sums = new Map<string, Link>();
  for (const line of lines) {
    const link = linkOf(line);
    const [from = '', to = ''] = [unitOf.get(link.from), unitOf.get(link.to)];
    if (from === to) continue;
    const key = JSON.stringify([from, to]);
    sums.set(key, { from, to, weight: link.weight + (sums.get(key)?.weight ?? 0) });
  }
  const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return {
    style: by === 'none' ? 'flow' : by === 'region' ? 'lanes' : 'frames',
    groups: by === 'none' ? [''] : groups.map(({ id }) => id),
    units: [...closed, ...opened].sort((a, b) => text(a.id, b.id)),
    links: [...sums.values()].sort((a, b) => text(a.from, b.from) || text(a.to, b.to)),
  };
}

/** From who needs to what is needed, also where the line reads the other way. */
function linkOf({ from, to, types, count }: PictureLine): Link {
  const turned = from.startsWith('r:') && to.startsWith('r:') && Object.keys(types).some((type) => edgeTypes[type as EdgeType].dependent === 'to');
  return turned ? { from: to, to: from, weight: count } : { from, to, weight: count };
}

export interface Saying {
  readonly ofNode: (id: string) => Said;
  readonly ofLine: (line: PictureLine) => Said;
}

/** The picture with its places, colours and words. */
export function drawingOf(picture: Picture, layout: Layout, { ofNode, ofLine }: Saying): Drawing {
  const rectOf = (id: string): Rect => layout.units.get(id) ?? { x: 0, y: 0, ...sizes.service };
  const cards = picture.nodes.map((node): Card => {
    const { tone, text } = ofNode(node.id);
    const room = sizes[node.what].width - textLeft - 8;
    return { node, rect: rectOf(node.id), title: fitted(titleOf(node), room, fontSizes.title), detail: shortened([text, detailOf(node)].filter((part) => part !== '').join(' · '), room, fontSizes.detail), tone };
  });
  const wires = picture.lines.map((line): Wire => {
    const { tone, text } = ofLine(line);
    return { id: lineId(line), line, points: bend(rectOf(line.from), rectOf(line.to)), tone, label: text, width: 1 + Math.min(3, Math.log2(line.count) * 0.45) };
  });
  const groups = picture.groups.flatMap(({ id, name, resources }): Frame[] => {
    const rect = layout.groups.get(id);
    return rect === undefined ? [] : [{ id: `g:${id}`, what: 'group', rect, title: groupTitle(picture.by, { id, name }), detail: counted(resources, 'resource') }];
  });
  const boxes = picture.boxes.map(({ id, service, resources }): Frame => ({ id, what: 'box', rect: rectOf(id), title: service, detail: counted(resources, 'resource'), service }));
  return { cards, wires, frames: [...groups, ...boxes] };
}

export function titleOf({ what, name, resources, services, type }: PictureNode): string {
  if (what !== 'rest') return name;
  return services === undefined ? `${number(resources)} more${type === undefined ? '' : ` ${shortType(type)}`}` : counted(services, 'more service');
}

function detailOf({ what, type, resources, services }: PictureNode): string {
  if (what === 'resource') return shortType(type ?? '');
  return what === 'rest' && services === undefined ? 'gathered here' : counted(resources, 'resource');
}

export function groupTitle(by: Picture['by'], { id, name }: { readonly id: string; readonly name: string }): string {
  if (id === '') return by === 'vpc' ? 'In no VPC that is known' : by === 'region' ? 'Region not told' : 'Account not told';
  return id === 'global' ? 'Global' : by === 'account' ? `Account ${id}` : by === 'vpc' ? `VPC ${name}` : id;
}

/** Leaves to the right and arrives from the left where it can, and swings around where it cannot. */
function bend(from: Rect, to: Rect): Wire['points'] {
  const [start, end] = [from.y + from.height / 2, to.y + to.height / 2];
  const [right, left] = [from.x + from.width, to.x];
  if (left > right + 8) {
    const reach = Math.min(90, Math.max(20, (left - right) / 2));
    return [{ x: right, y: start }, { x: right + reach, y: start }, { x: left - reach, y: end }, { x: left, y: end }];
  }
  if (to.x + to.width < from.x - 8) {
    const [out, into] = [from.x, to.x + to.width];
    const reach = Math.min(90, Math.max(20, (out - into) / 2));
    return [{ x: out, y: start }, { x: out - reach, y: start }, { x: into + reach, y: end }, { x: into, y: end }];
  }
  const far = Math.max(right, to.x + to.width);
  return [{ x: right, y: start }, { x: far + 30, y: start }, { x: far + 30, y: end }, { x: to.x + to.width, y: end }];
}
