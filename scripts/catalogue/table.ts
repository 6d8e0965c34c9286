import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareText } from '../../model/json.ts';
import type { TableMeta } from '../../model/table-meta.ts';
import type { Sources } from './sources.ts';

/** A table of model/data before it is written. */
export interface Table {
  /** File name without .json. */
  readonly name: string;
  readonly meta: TableMeta;
  readonly body: Readonly<Record<string, unknown>>;
}

export type Derive = (sources: Sources) => Promise<Table>;

export function tableFile(name: string): string {
  return fileURLToPath(new URL(`../../model/data/${name}.json`, import.meta.url));
}

export async function writeTable(table: Table): Promise<void> {
  const file = tableFile(table.name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, tableText(table));
}

/** JSON with one row to a line, so that a new version of a table shows as a readable difference. */
export function tableText({ meta, body }: Table): string {
  const members = Object.entries(body).map(([key, value]) => `  ${JSON.stringify(key)}: ${rows(value)}`);
  return `{\n  "_meta": ${JSON.stringify(meta, null, 2).replaceAll('\n', '\n  ')},\n${members.join(',\n')}\n}\n`;
}

function rows(value: unknown): string {
  if (Array.isArray(value)) return value.every(isScalar) ? JSON.stringify(value) : block('[', value.map((row) => JSON.stringify(row)), ']');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return block('{', Object.entries(value).map(([key, row]) => `${JSON.stringify(key)}: ${JSON.stringify(row)}`), '}');
}

function block(open: string, lines: readonly string[], close: string): string {
  return lines.length === 0 ? `${open}${close}` : `${open}\n    ${lines.join(',\n    ')}\n  ${close}`;
}

const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** The entries as an object with its keys in code-unit order. */
export function sortedObject<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  return Object.fromEntries([...entries].sort(([a], [b]) => compareText(a, b)));
}
