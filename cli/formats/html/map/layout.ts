import { compareText } from '../../../../model/json.ts';
import type { MapNode } from './nodes.ts';

export interface Placed {
  readonly node: MapNode;
  readonly x: number;
  readonly y: number;
  /** True for nodes that so many need that their edges are drawn on demand only. */
  readonly hub: boolean;
}

export interface Layout {
  readonly placed: ReadonlyMap<string, Placed>;
  readonly columns: readonly { readonly x: number; readonly title: string }[];
  readonly width: number;
  readonly height: number;
  /** Top of the columns, below the rail of hubs. */
  readonly top: number;
}

export const nodeWidth = 176;
export const nodeHeight = 42;
const gapX = 56;
const gapY = 12;
const margin = 12;
const headHeight = 26;
/** Nodes in a column before it is continued in a column of its own. */
const mostInColumn = 11;
/** In-degree above which a node goes to the rail. */
export const hubDegree = 15;
const sweeps = 6;

/** Columns by level, left to right, each ordered so that few edges cross; nodes that very many need stand in a rail above. */
export function layout(nodes: readonly MapNode[]): Layout {
  const degree = new Map<string, number>();
  for (const { needs } of nodes) for (const id of needs) degree.set(id, (degree.get(id) ?? 0) + 1);
  const isHub = ({ id }: MapNode): boolean => (degree.get(id) ?? 0) > hubDegree;
  const hubs = nodes.filter(isHub);
  const columns = ordered(nodes.filter((node) => !isHub(node)));
  const perRow = Math.max(1, Math.min(hubs.length, Math.max(columns.length, 4)));
  const top = margin + (hubs.length === 0 ? 0 : headHeight + Math.ceil(hubs.length / perRow) * (nodeHeight + gapY) + gapY);
  const tallest = Math.max(0, ...columns.map(({ members }) => members.length));
  const placed = new Map<string, Placed>();
  for (const [index, node] of hubs.entries()) {
    placed.set(node.id, { node, hub: true, x: margin + (index % perRow) * (nodeWidth + gapX), y: margin + headHeight + Math.floor(index / perRow) * (nodeHeight + gapY) });
  }
  for (const [column, { members }] of columns.entries()) {
    const offset = ((tallest - members.length) * (nodeHeight + gapY)) / 2;
    for (const [row, node] of members.entries()) {
      placed.set(node.id, { node, hub: false, x: margin + column * (nodeWidth + gapX), y: Math.round(top + headHeight + offset + row * (nodeHeight + gapY)) });
    }
  }
  return {
    placed,
    columns: columns.map(({ title }, index) => ({ title, x: margin + index * (nodeWidth + gapX) })),
    width: 2 * margin + Math.max(1, columns.length, perRow) * (nodeWidth + gapX) - gapX,
    height: top + headHeight + Math.max(1, tallest) * (nodeHeight + gapY) + margin,
    top,
  };
}

interface Column {
  readonly title: string;
  readonly members: readonly MapNode[];
}

/** Columns of nodes, each sorted by the mean place of its neighbours in turn; long columns are cut. */
function ordered(nodes: readonly MapNode[]): Column[] {
  const levels = [...Map.groupBy(nodes, ({ level }) => level)].sort(([a], [b]) => a - b);
  const place = new Map<string, number>();
  const settle = (members: readonly MapNode[]): void => {
    for (const [index, { id }] of members.entries()) place.set(id, index - members.length / 2);
  };
  const neighbours = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { id, needs } of nodes) {
    for (const needed of needs) {
      if (!neighbours.has(needed)) continue;
      neighbours.get(id)?.push(needed);
      neighbours.get(needed)?.push(id);
    }
  }
  for (const [, members] of levels) settle(members.sort((a, b) => compareText(a.id, b.id)));
  const mean = ({ id }: MapNode): number => {
    const near = neighbours.get(id) ?? [];
    return near.length === 0 ? (place.get(id) ?? 0) : near.reduce((sum, other) => sum + (place.get(other) ?? 0), 0) / near.length;
  };
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (const [, members] of sweep % 2 === 0 ? levels : levels.toReversed()) {
      const means = new Map(members.map((node) => [node.id, mean(node)]));
      settle(members.sort((a, b) => (means.get(a.id) ?? 0) - (means.get(b.id) ?? 0) || compareText(a.id, b.id)));
    }
  }
  return levels.flatMap(([level, members]) => {
    const parts = Math.ceil(members.length / mostInColumn);
    const length = Math.ceil(members.length / parts);
    return Array.from({ length: parts }, (_, part) => ({ title: part === 0 ? `Step ${level + 1}` : '', members: members.slice(part * length, (part + 1) * length) }));
  });
}
