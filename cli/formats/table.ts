import { padEnd, padStart, truncate, widthOf } from './terminal.ts';

export interface Column {
  readonly title: string;
  readonly right?: true;
  /** May be cut when the terminal is too narrow; the last such column is cut first. */
  readonly shrink?: true;
  /** Columns that a cut leaves; 12 if not given. */
  readonly least?: number;
  /** Dropped when even cutting does not make the table fit; the highest number goes first. */
  readonly drop?: number;
}

const gap = '  ';
const narrowest = 12;

/** A table for a terminal: cells aligned, as wide as they need and no wider than `width`. Cells that may be cut must be without colours. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string[] {
  let kept = columns.map((column, index) => ({ ...column, index, width: Math.max(widthOf(column.title), ...rows.map((row) => widthOf(row[index] ?? ''))) }));
  const total = (): number => kept.reduce((sum, column) => sum + column.width, gap.length * (kept.length - 1));
  const least = (): number => kept.reduce((sum, { shrink, width, least: floor = narrowest }) => sum + (shrink ? Math.min(width, floor) : width), gap.length * (kept.length - 1));
  while (least() > width) {
    const last = Math.max(...kept.map(({ drop = 0 }) => drop));
    if (last === 0) break;
    kept = kept.filter(({ drop = 0 }) => drop !== last);
  }
  for (const column of kept.filter(({ shrink }) => shrink).reverse()) {
    const over = total() - width;
    if (over > 0) column.width = Math.max(Math.min(column.width, column.least ?? narrowest), column.width - over);
  }
  const line = (cells: readonly string[]): string =>
    kept
      .map(({ index, right, shrink, width: columnWidth }) => {
        const cell = cells[index] ?? '';
        const fitting = shrink ? truncate(cell, columnWidth) : cell;
        return right ? padStart(fitting, columnWidth) : padEnd(fitting, columnWidth);
      })
      .join(gap)
      .trimEnd();
  return [line(columns.map(({ title }) => title)), ...rows.map(line)];
}
