import { aspect, columnsOf, weighted, type Column } from './columns.ts';
import type { Link, Rect, Unit } from './plan.ts';
import { groupBy } from './ranks.ts';
import { stack } from './rows.ts';

export interface Room {
  readonly column: number;
  readonly row: number;
}

/** Rectangles of units, and the size of it all with the left top at 0. */
export interface Flow {
  readonly rects: ReadonlyMap<string, Rect>;
  /** Height of each group's band, in the order of the groups. */
  readonly bands: readonly number[];
  readonly width: number;
  readonly height: number;
}

const sweeps = 4;

/** Lays units out from left to right by who needs whom, in one band for each group, with what is connected to nothing beneath. */
export function flow({ units, links, groups = [''], room, between = 0 }: { readonly units: readonly Unit[]; readonly links: readonly Link[]; readonly groups?: readonly string[]; readonly room: Room; readonly between?: number }): Flow {
  const { columns, alone } = columnsOf(units, links, room.row);
  const lefts = leftsOf(columns, room);
  const middles = middlesOf(columns, { links, room });
  const rects = new Map<string, Rect>();
  const bands: number[] = [];
  const ends = columns.map((column) => (lefts.get(keyOf(column)) ?? 0) + Math.max(...column.units.map(({ width }) => width)));
  const area = units.reduce((sum, unit) => sum + (unit.width + room.row) * (unit.height + room.row), 0);
  const width = Math.max(0, ...ends, ...(columns.length === 0 ? [Math.sqrt(area * aspect)] : []));
  let top = 0;
  for (const group of groups) {
    const own = columns.filter((column) => column.group === group);
    const highest = Math.min(...own.flatMap((column) => column.units.map((unit) => (middles.get(unit.id) ?? 0) - unit.height / 2)));
    let bottom = top;
    for (const column of own) {
      const left = lefts.get(keyOf(column)) ?? 0;
      for (const unit of column.units) {
        const y = top + (middles.get(unit.id) ?? 0) - unit.height / 2 - highest;
        rects.set(unit.id, { x: left, y, width: unit.width, height: unit.height });
        bottom = Math.max(bottom, y + unit.height);
      }
    }
    const rest = alone.filter((unit) => unit.group === group);
    bottom = shelves(rest, { rects, width: Math.max(width, ...rest.map((unit) => unit.width)), top: own.length > 0 && rest.length > 0 ? bottom + room.row * 2 : bottom, room });
    bands.push(bottom - top);
    top = bottom + between;
  }
  return { rects, bands, width: Math.max(0, ...[...rects.values()].map((rect) => rect.x + rect.width)), height: Math.max(0, top - between) };
}

const keyOf = ({ rank, part }: Column): string => `${rank} ${part}`;

/** Left of each column; the columns of one rank stand closer together. */
function leftsOf(columns: readonly Column[], room: Room): Map<string, number> {
  const sorted = columns.toSorted((a, b) => a.rank - b.rank || a.part - b.part);
  const lefts = new Map<string, number>();
  let x = 0;
  for (const [key, same] of groupBy(sorted, keyOf)) {
    if (lefts.size > 0 && same[0]?.part === 0) x += room.column - room.row;
    lefts.set(key, x);
    x += Math.max(...same.flatMap(({ units }) => units.map(({ width }) => width))) + room.row;
  }
  return lefts;
}

/** Middles of units in their columns, near to those of their neighbours in the same group. */
function middlesOf(columns: readonly Column[], { links, room }: { readonly links: readonly Link[]; readonly room: Room }): ReadonlyMap<string, number> {
  const middles = new Map<string, number>();
  const group = new Map(columns.flatMap((column) => column.units.map(({ id }) => [id, column.group] as const)));
  const near = links.filter(({ from, to }) => from !== to && group.has(from) && group.get(from) === group.get(to));
  const neighbours = groupBy([...near, ...near.map(({ from, to, weight }) => ({ from: to, to: from, weight }))], ({ from }) => from);
  for (const { units } of columns) {
    const wishes = units.map(({ height }) => ({ height, at: 0 }));
    stack(wishes, room.row).forEach((at, index) => middles.set(units[index]?.id ?? '', at));
  }
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (const { units } of sweep % 2 === 0 ? columns : columns.toReversed()) {
      const wishes = units.map(({ id, height }) => ({ height, at: weighted(neighbours.get(id) ?? [], middles) ?? middles.get(id) ?? 0 }));
      stack(wishes, room.row).forEach((at, index) => middles.set(units[index]?.id ?? '', at));
    }
  }
  return middles;
}

/** Sets units next to each other, row after row, and gives the lowest edge. */
function shelves(units: readonly Unit[], { rects, width, top, room }: { readonly rects: Map<string, Rect>; readonly width: number; readonly top: number; readonly room: Room }): number {
  let [x, y, bottom] = [0, top, top];
  for (const unit of units) {
    if (x > 0 && x + unit.width > width) [x, y] = [0, bottom + room.row];
    rects.set(unit.id, { x, y, width: unit.width, height: unit.height });
    bottom = Math.max(bottom, y + unit.height);
    x += unit.width + room.row;
  }
  return bottom;
}
