import type { FindingGroup } from '../../../model/finding-query.ts';
import { severities, type Severity } from '../../../model/intent.ts';
import { categories } from '../../../model/rule-category.ts';
import { counted } from './words.ts';

/** What colours a cell: the worst that is in it. */
export type Tone = Severity | 'unknown' | 'ready' | 'exempt' | 'none';

export interface HeatCell {
  readonly tone: Tone;
  /** What stands in the cell. */
  readonly text: string;
  /** What it means, in words. */
  readonly words: string;
}

export interface HeatTable {
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly HeatCell[] }[];
}

/** Groups by service and category as a table: the given services as rows, every category that anything was judged in as columns. */
export function heatTable(services: readonly string[], groups: readonly FindingGroup[]): HeatTable {
  const found = new Map(groups.map((group) => [JSON.stringify(group.values), group]));
  const present = new Set(groups.map(({ values }) => values[1]));
  const columns = Object.entries(categories).flatMap(([id, title]) => (present.has(id) ? [{ id, title }] : []));
  const rows = services.map((id) => ({ id, cells: columns.map((column) => heatCell(found.get(JSON.stringify([id, column.id])))) }));
  return { columns, rows };
}

export function heatCell(group: FindingGroup | undefined): HeatCell {
  if (group === undefined) return { tone: 'none', text: '', words: 'nothing was judged' };
  const { counts, severities: bySeverity, blocking } = group;
  const worst = severities.find((severity) => bySeverity[severity] > 0);
  const words = [
    ...severities.flatMap((severity) => (bySeverity[severity] > 0 ? [counted(bySeverity[severity], `${severity} gap`)] : [])),
    ...(blocking > 0 ? [`${blocking} blocking`] : []),
    ...(counts.unknown > 0 ? [`${counts.unknown} unknown`] : []),
    ...(counts.ready > 0 ? [`${counts.ready} ready`] : []),
    ...(counts.exempt > 0 ? [`${counts.exempt} exempt`] : []),
  ].join(', ');
  if (worst !== undefined) return { tone: worst, text: String(counts.gap), words };
  if (counts.unknown > 0) return { tone: 'unknown', text: `${counts.unknown}?`, words };
  return counts.ready > 0 ? { tone: 'ready', text: '✓', words } : { tone: 'exempt', text: '–', words };
}
