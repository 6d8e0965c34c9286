import type { Link, Unit } from './plan.ts';
import { ranks } from './ranks.ts';

/** Units of one group that stand under each other. */
export interface Column {
  readonly group: string;
  readonly rank: number;
  /** A rank that is too high stands in several columns next to each other. */
  readonly part: number;
  units: Unit[];
}

export interface Columns {
  readonly columns: readonly Column[];
  /** Units without a link. */
  readonly alone: readonly Unit[];
}

const sweeps = 6;
/** Width by height that pictures are to have: a little wider than screens, since the names of columns take height. */
export const aspect = 1.7;

/** Puts units into columns by who needs whom, and orders each column so that few links cross. */
export function columnsOf(units: readonly Unit[], links: readonly Link[], room: number): Columns {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const known = links.filter(({ from, to }) => byId.has(from) && byId.has(to) && from !== to);
  const height = units.reduce((sum, unit) => sum + unit.height + room, 0);
  const width = units.reduce((sum, unit) => sum + unit.width, 0) / Math.max(1, units.length) + 60;
  const wanted = Math.max(1, Math.ceil(Math.sqrt((aspect * height) / width)));
  const { of, alone } = ranks([...byId.keys()], known, Math.max(5, Math.ceil(wanted * 1.4)));
  const cells = new Map<string, Column>();
  for (const unit of units) {
    const rank = of.get(unit.id);
    if (rank === undefined) continue;
    const key = `${rank} ${unit.group}`;
    const cell = cells.get(key) ?? { group: unit.group, rank, part: 0, units: [] };
    cells.set(key, cell);
    cell.units.push(unit);
  }
  const columns = [...cells.values()].sort((a, b) => a.rank - b.rank);
  untangle(columns, known);
  const highest = Math.max(420, (height / wanted) * 1.15);
  return { columns: columns.flatMap((column) => split(column, { highest, room })), alone: alone.flatMap((id) => byId.get(id) ?? []) };
}

/** Sorts each column by the middle of its neighbours' places, there and back. */
function untangle(columns: readonly Column[], links: readonly Link[]): void {
  const place = new Map<string, number>();
  const number = ({ units }: Column): void => units.forEach(({ id }, index) => place.set(id, (index + 0.5) / units.length));
  columns.forEach(number);
  const neighbours = new Map<string, Link[]>();
  for (const link of links) for (const [id, other] of [[link.from, link.to], [link.to, link.from]] as const) neighbours.set(id, [...(neighbours.get(id) ?? []), { from: id, to: other, weight: 1 + Math.log2(link.weight) }]);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (const column of sweep % 2 === 0 ? columns : columns.toReversed()) {
      const middle = new Map(column.units.map(({ id }) => [id, weighted(neighbours.get(id) ?? [], place) ?? place.get(id) ?? 0]));
      column.units.sort((a, b) => (middle.get(a.id) ?? 0) - (middle.get(b.id) ?? 0));
      number(column);
    }
  }
}

/** Mean of the places of the links' ends; undefined where none has a place. */
export function weighted(links: readonly Link[], place: ReadonlyMap<string, number>): number | undefined {
  let sum = 0;
  let weights = 0;
  for (const { to, weight } of links) {
    const at = place.get(to);
    if (at === undefined) continue;
    sum += at * weight;
    weights += weight;
  }
  return weights === 0 ? undefined : sum / weights;
}

function split(column: Column, { highest, room }: { readonly highest: number; readonly room: number }): Column[] {
  const height = column.units.reduce((sum, unit) => sum + unit.height + room, 0);
  const parts = Math.max(1, Math.ceil(height / highest));
  if (parts === 1) return [column];
  const made: Column[] = Array.from({ length: parts }, (_, part) => ({ ...column, part, units: [] }));
  let used = 0;
  for (const unit of column.units) {
    made[Math.min(parts - 1, Math.floor((used / height) * parts))]?.units.push(unit);
    used += unit.height + room;
  }
  return made.filter(({ units }) => units.length > 0);
}
