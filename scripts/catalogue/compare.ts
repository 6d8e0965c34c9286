import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { hasBit } from '../../model/bitmask.ts';
import { compareText } from '../../model/json.ts';
import { tableFile } from './table.ts';

/**
 * Compares model/data with another set of tables that was derived elsewhere: node scripts/catalogue/compare.ts <folder> [--all].
 * Prints, per table and row, the cells that only one side has. Differences are to be explained, not to be silenced.
 */
type Rows = ReadonlyMap<string, ReadonlySet<string>>;

const maskTable = z.object({ regionOrder: z.array(z.string()) });
const masks = (order: readonly string[], rows: Readonly<Record<string, string>>, name = (row: string): string => row): Rows =>
  new Map(Object.entries(rows).map(([row, mask]) => [name(row), new Set(order.filter((_, bit) => hasBit(mask, bit)))]));
const joined = (...rows: readonly Rows[]): Rows => new Map(rows.flatMap((of) => [...of]));
const facts = (of: Readonly<Record<string, unknown>>, fields: readonly string[]): Set<string> =>
  new Set(fields.flatMap((field) => (of[field] === undefined || of[field] === null ? [] : [`${field}=${JSON.stringify(of[field])}`])));

const text = z.string();
const regionRow = z.record(z.string(), z.unknown()).and(z.object({ code: text }));
const regionFields = ['partition', 'longName', 'optIn', 'azIds', 'azIdPrefix', 'shortCode', 'billingCode', 'country', 'city', 'lat', 'lon', 'launchDate'];
const regions = (input: unknown): Rows => new Map(z.object({ regions: z.array(regionRow) }).parse(input).regions.map((row) => [row.code, facts(row, regionFields)]));

const serviceRow = z.object({ regions: text, globalEndpoint: z.boolean().optional() });
function services(input: unknown): Rows {
  const table = maskTable.extend({ services: z.record(text, serviceRow) }).parse(input);
  const rows = Object.entries(table.services);
  return joined(
    masks(table.regionOrder, Object.fromEntries(rows.map(([code, row]) => [code, row.regions]))),
    new Map([['(global endpoint)', new Set(rows.filter(([, row]) => row.globalEndpoint).map(([code]) => code))]]),
  );
}

function types(input: unknown): Rows {
  const table = maskTable.extend({ types: z.record(text, text) }).parse(input);
  return masks(table.regionOrder, table.types);
}

function ourClasses(input: unknown): Rows {
  const table = maskTable.extend({ families: z.record(text, z.object({ classes: z.record(text, text) })) }).parse(input);
  return joined(...Object.entries(table.families).map(([family, { classes }]) => masks(table.regionOrder, classes, (name) => `${family} ${name}`)));
}

function theirClasses(input: unknown): Rows {
  const table = maskTable.extend({ classes: z.record(text, z.record(text, z.union([text, z.record(text, text)]))) }).parse(input);
  return joined(...Object.entries(table.classes).flatMap(([family, classes]) => Object.entries(classes).map(([name, of]) => (typeof of === 'string'
    ? masks(table.regionOrder, { [name]: of }, () => `${family} ${name}`)
    : masks(table.regionOrder, of, (cls) => `${family}:${name} ${cls}`)))));
}

const latencyRows = z.object({ rtt: z.array(z.array(z.number())) });
function latency(input: unknown): Rows {
  const { rtt, ...table } = latencyRows.and(z.record(text, z.unknown())).parse(input);
  const order = z.array(text).parse(table['regionOrder'] ?? table['regions']);
  return new Map(order.map((a, i) => [a, new Set(order.filter((b) => b !== a).map((b) => {
    const j = order.indexOf(b);
    return `${b}=${(rtt[i]?.[j] ?? rtt[j]?.[i])?.toFixed(0)}`;
  }))]));
}

const relationPath = (path: string): string => path.replaceAll('[]', '').replaceAll('.*', '');
const specRow = z.record(text, z.unknown()).and(z.object({ relations: z.array(z.array(text)).optional(), rel: z.array(z.array(text)).optional() }));
const spec = (input: unknown): Rows => new Map(Object.entries(z.object({ types: z.record(text, specRow) }).parse(input).types).map(([name, row]) => [name, new Set([
  ...facts({ ...row, tags: row['tags'] ?? row['tag'] }, ['arn', 'id', 'tags', 'stateful']),
  ...(row.relations ?? row.rel ?? []).map(([path = '', ...target]) => [relationPath(path), ...target].join(' → ')),
])]));

const runtimeRow = z.record(text, z.unknown());
const runtimes = (input: unknown): Rows => new Map(Object.entries(z.object({ runtimes: z.record(text, runtimeRow) }).parse(input).runtimes)
  .map(([id, row]) => [id, facts({ ...row, createBlock: row['createBlock'] ?? row['create-block'], updateBlock: row['updateBlock'] ?? row['update-block'] }, ['deprecated', 'createBlock', 'updateBlock', 'successor'])]));

const codeRows = (rows: Readonly<Record<string, string | null>>): Rows => new Map(Object.entries(rows).map(([name, code]) => [name, new Set([String(code)])]));
const ourMap = (input: unknown): Rows => codeRows(z.object({ namespaces: z.record(text, text.nullable()) }).parse(input).namespaces);
const theirMap = (input: unknown): Rows => codeRows(Object.fromEntries(
  Object.entries(z.object({ map: z.record(text, z.object({ ssm: text.nullable() })) }).parse(input).map).map(([name, { ssm }]) => [name, ssm]),
));

const comparisons: readonly (readonly [table: string, ours: (input: unknown) => Rows, theirs: (input: unknown) => Rows])[] = [
  ['regions', regions, regions],
  ['service-regions', services, services],
  ['service-map', ourMap, theirMap],
  ['cfn-type-regions', types, types],
  ['cfn-types', spec, spec],
  ['instance-regions', ourClasses, theirClasses],
  ['lambda-runtimes', runtimes, runtimes],
  ['latency', latency, latency],
];

const [folder, ...options] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: node scripts/catalogue/compare.ts <folder with tables to compare with> [--all]');
const limit = options.includes('--all') ? Infinity : 12;
const read = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8')) as unknown;

for (const [table, ours, theirs] of comparisons) {
  report(table, ours(await read(tableFile(table))), theirs(await read(join(folder, `${table}.json`))));
}

function report(table: string, ours: Rows, theirs: Rows): void {
  const shared = [...ours.keys()].filter((row) => theirs.has(row)).sort(compareText);
  const unequal = shared.flatMap((row) => {
    const own = [...(ours.get(row) ?? [])].filter((cell) => theirs.get(row)?.has(cell) !== true);
    const other = [...(theirs.get(row) ?? [])].filter((cell) => ours.get(row)?.has(cell) !== true);
    return own.length + other.length === 0 ? [] : [{ row, own, other }];
  });
  console.log(`\n${table}: ${shared.length} rows in both, ${unequal.length} differ`);
  list('rows only ours', [...ours.keys()].filter((row) => !theirs.has(row)));
  list('rows only theirs', [...theirs.keys()].filter((row) => !ours.has(row)));
  list('cells only ours', tally(unequal.flatMap(({ own }) => own)));
  list('cells only theirs', tally(unequal.flatMap(({ other }) => other)));
  for (const { row, own, other } of unequal.slice(0, limit)) {
    console.log(`  ${row}:${own.length > 0 ? ` ours ${shorten(own)}` : ''}${other.length > 0 ? ` theirs ${shorten(other)}` : ''}`);
  }
  if (unequal.length > limit) console.log(`  … ${unequal.length - limit} more; --all shows them`);
}

function list(what: string, of: readonly string[]): void {
  if (of.length > 0) console.log(`  ${what} (${of.length}): ${shorten(of)}`);
}

function tally(cells: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b)).map(([cell, count]) => `${cell}×${count}`);
}

function shorten(of: readonly string[]): string {
  const cut = limit === Infinity ? of : of.slice(0, 24);
  return `${cut.join(', ')}${of.length > cut.length ? ', …' : ''}`;
}
