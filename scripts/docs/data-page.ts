import { readdirSync, readFileSync } from 'node:fs';
import type { Provenance, TableMeta } from '../../model/table-meta.ts';

const folder = new URL('../../model/data/', import.meta.url);

/** docs/data.md: every fact table with its source, date and caveats, from the tables' own heads. */
export function dataPage(): string {
  const tables = readdirSync(folder).filter((file) => file.endsWith('.json')).sort().map((file) => ({ file, meta: metaOf(file) }));
  return [
    '# Fact tables',
    '',
    'What regionready knows about AWS without asking AWS lies in `model/data`. Every answer that rests on a table names its source and date; a region, service, type or class that a table does not have is *unknown*, never available. What a scan learns live outranks the tables.',
    '',
    '`npm run catalogue` derives the tables again from the newest public packages. It needs npm and python3 with pip.',
    '',
    '| table | source | version | date | licence |',
    '|---|---|---|---|---|',
    ...tables.map(({ file, meta }) => `| [${meta.title}](#${anchor(meta.title)}) (\`${file}\`) | ${row(meta)} |`),
    '',
    ...tables.flatMap(({ file, meta }) => section(file, meta)),
  ].join('\n');
}

function section(file: string, meta: TableMeta): string[] {
  return [
    `## ${meta.title}`,
    '',
    `\`model/data/${file}\`, ${meta.derivedBy.startsWith('scripts/') ? `written by \`${meta.derivedBy}\`` : meta.derivedBy}.`,
    '',
    escaped(meta.encoding.replace(/\.?$/, '.')),
    '',
    ...(meta.alsoFrom === undefined ? [] : ['| further source | version | date | licence | gives |', '|---|---|---|---|---|', ...meta.alsoFrom.map((from) => `| ${row(from)} | ${escaped(from.gives)} |`), '']),
    ...meta.caveats.map((caveat) => `- ${escaped(caveat)}`),
    '',
  ];
}

function row({ source, version, date, licence }: Provenance): string {
  return [source, version === 'none' ? '–' : version, date, licence].map(escaped).join(' | ');
}

/** Text that Markdown would read as markup: patterns with *, table cells with |. */
function escaped(text: string): string {
  return text.replace(/[|*_<>[\]]/g, '\\$&');
}

function anchor(title: string): string {
  return title.toLowerCase().replaceAll(' ', '-');
}

function metaOf(file: string): TableMeta {
  return (JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { readonly _meta: TableMeta })._meta;
}
