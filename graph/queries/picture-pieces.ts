import type { Picture, PictureNode } from '../../model/picture.ts';
import { compareText } from '../../model/json.ts';
import type { EstateView } from '../view.ts';
import { regionsOf, type Cell, type Cells } from './cells.ts';

/** A node of a picture with the ordinals of what it stands for. */
export interface Piece {
  readonly node: PictureNode;
  readonly members: readonly number[];
}

export interface Pieces {
  readonly pieces: readonly Piece[];
  readonly boxes: Picture['boxes'];
  /** Place of the piece of each resource of an opened part, by ordinal; -1 for others. */
  readonly ofResource: Int32Array;
  /** Place of the piece of each part of a service that is not opened; -1 for others. */
  readonly ofCell: Int32Array;
}

interface Given {
  readonly cells: Cells;
  readonly inside: (place: number) => readonly number[];
  readonly open: ReadonlySet<string>;
  readonly shown: ReadonlySet<number>;
  readonly most: number;
}

/** Room of what stays closed. It is the same whatever is opened, so that nothing else goes when something opens. */
const closedPart = 0.6;

/** What is drawn: opened parts as their resources, closed ones as one node each, and what there is no room for gathered. */
export function pieces(view: EstateView, { cells, inside, open, shown, most }: Given): Pieces {
  const made: Piece[] = [];
  const boxes: Picture['boxes'] = [];
  const ofResource = new Int32Array(view.adjacency.ids.length).fill(-1);
  const ofCell = new Int32Array(cells.list.length).fill(-1);
  const closed: { readonly place: number; readonly members: readonly number[] }[] = [];
  const each = Math.max(3, Math.floor((most * (1 - closedPart)) / Math.max(1, open.size)));
  for (const [place, cell] of cells.list.entries()) {
    const members = inside(place);
    const own = members.filter((node) => shown.has(node));
    if (members.length === 0) continue;
    if (!open.has(cell.service) && own.length === 0) {
      closed.push({ place, members });
      continue;
    }
    const box = cellId(cell);
    boxes.push({ id: box, service: cell.service, group: cell.group, resources: members.length });
    for (const piece of opened(view, { cell, box, members, own, each: open.has(cell.service) ? each : 0 })) {
      for (const node of piece.members) ofResource[node] = made.length;
      made.push(piece);
    }
  }
  const [kept, folded] = fitting(closed, Math.floor(most * closedPart));
  for (const { place, members } of kept) {
    ofCell[place] = made.length;
    made.push({ node: serviceNode(view, cells.list[place] as Cell, members), members });
  }
  const byGroup = Map.groupBy(folded, ({ place }) => (cells.list[place] as Cell).group);
  for (const [group, parts] of byGroup) {
    for (const { place } of parts) ofCell[place] = made.length;
    const members = parts.flatMap((part) => part.members);
    made.push({ node: { id: `+:@${escaped(group)}`, what: 'rest', name: '', group, resources: members.length, services: parts.length }, members });
  }
  return { pieces: made, boxes, ofResource, ofCell };
}

/** The largest for which there is room, in the order in which they came, and the others. */
function fitting<T extends { readonly members: readonly number[] }>(all: readonly T[], room: number): [readonly T[], readonly T[]] {
  if (all.length <= room) return [all, []];
  const largest = new Set(all.toSorted((a, b) => b.members.length - a.members.length).slice(0, room));
  return [all.filter((part) => largest.has(part)), all.filter((part) => !largest.has(part))];
}

interface Opening {
  readonly cell: Cell;
  readonly box: string;
  readonly members: readonly number[];
  /** Those that must be shown. */
  readonly own: readonly number[];
  /** How many others may be, those with most edges first. */
  readonly each: number;
}

function opened(view: EstateView, { cell, box, members, own, each }: Opening): Piece[] {
  const visible = new Set(members.length <= each ? members : [...own, ...mostConnected(view, members, each)]);
  const drawn = members.filter((node) => visible.has(node)).map((node): Piece => ({ node: resourceNode(view, node, { cell, box }), members: [node] }));
  const left = members.filter((node) => !visible.has(node));
  const typeOf = (node: number): string => view.resource(view.adjacency.ids[node] ?? '')?.resourceType ?? '';
  const groups = [...Map.groupBy(left, (node) => (each === 0 ? '' : typeOf(node)))].sort(([a], [b]) => compareText(a, b));
  const rests = groups.map(([type, some]): Piece => ({
    node: { id: `+:${box}@${escaped(type)}`, what: 'rest', name: '', service: cell.service, group: cell.group, box, ...(type === '' ? {} : { type }), resources: some.length },
    members: some,
  }));
  return [...drawn, ...rests];
}

function mostConnected({ adjacency: { out, in: inward } }: EstateView, nodes: readonly number[], most: number): readonly number[] {
  const degree = (node: number): number => [out, inward].reduce((sum, { offsets }) => sum + (offsets[node + 1] ?? 0) - (offsets[node] ?? 0), 0);
  return nodes.map((node) => [node, degree(node)] as const).sort(([a, x], [b, y]) => y - x || a - b).slice(0, most).map(([node]) => node);
}

function resourceNode(view: EstateView, node: number, { cell, box }: { readonly cell: Cell; readonly box: string }): PictureNode {
  const id = view.adjacency.ids[node] ?? '';
  const { name = id, resourceType = '', region, account } = view.resource(id) ?? {};
  return { id: `r:${id}`, what: 'resource', name, service: cell.service, group: cell.group, box, resource: id, type: resourceType, ...(region === undefined ? {} : { region }), ...(account === undefined ? {} : { account }), resources: 1 };
}

function serviceNode(view: EstateView, cell: Cell, members: readonly number[]): PictureNode {
  const regions = regionsOf(view);
  return { id: cellId(cell), what: 'service', name: cell.service, service: cell.service, group: cell.group, resources: members.length, regions: [...new Set(members.flatMap((node) => regions[node] ?? []))].sort(compareText) };
}

/** Names hold anything: what separates them is taken out. */
const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('@', '%40');
const cellId = ({ service, group }: Cell): string => `s:${escaped(service)}@${escaped(group)}`;
