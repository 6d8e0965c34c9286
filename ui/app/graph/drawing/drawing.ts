import type { Picture, PictureLine, PictureNode } from '../../../../model/picture.ts';
import type { Layout, Rect } from '../layout/plan.ts';
import { sizes } from '../layout/sizes.ts';
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

export const textLeft = 38;
export const fontSizes = { title: 12.5, detail: 11 } as const;

export const lineId = ({ from, to }: Pick<PictureLine, 'from' | 'to'>): string => `${from} → ${to}`;

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

/** What all of it takes up, lines that swing around included; undefined where there is nothing. */
export function extentOf({ cards, frames, wires }: Drawing): Rect | undefined {
  const rects = [...cards, ...frames].map(({ rect }) => rect);
  if (rects.length === 0) return undefined;
  const bends = wires.flatMap(({ points }) => points.map(({ x }) => x));
  const [left, top] = [least([...rects.map(({ x }) => x), ...bends]), least(rects.map(({ y }) => y))];
  const [right, bottom] = [most([...rects.map(({ x, width }) => x + width), ...bends]), most(rects.map(({ y, height }) => y + height))];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);

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
