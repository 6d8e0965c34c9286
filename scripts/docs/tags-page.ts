import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareText } from '../../model/json.ts';
import { tagTable, type TagMeaning } from '../../model/tag-table.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Readers of each tag: files of rules/ and graph/ that ask for it by `tagged`, or name it as one of several that are asked for. */
export function tagReaders(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [path, text] of sources()) {
    for (const [, name = ''] of text.matchAll(/(?:tagged\([^)]*?, |\[[^\]]*?)'(mr:[a-z-]+)'(?=\)| satisfies TagName)/g)) {
      const known = found.get(name) ?? [];
      if (!known.includes(path)) known.push(path);
      found.set(name, known);
    }
  }
  return new Map([...found].map(([name, paths]) => [name, paths.sort(compareText)]));
}

/** Files that may ask for tags, without their examples of templates. */
export function sources(): ReadonlyMap<string, string> {
  const files = ['rules', 'graph'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() && entry.name.endsWith('.ts') ? [relative(root, join(entry.parentPath, entry.name))] : [])));
  return new Map(files.sort(compareText).map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

const folders: readonly (readonly [path: RegExp, reader: (name: string) => string])[] = [
  [/^rules\/guards\/(.+)\.ts$/, (name) => `the guard ${name}, for the families of rules that it names`],
  [/^rules\/support\/(.+)\.ts$/, () => 'rules on caches'],
  [/^rules\/data-access\.ts$/, () => 'how services use stores'],
  [/^graph\/queries\/peer\.ts$/, () => 'every rule that asks for a counterpart'],
  [/^graph\/queries\/membership\.ts$/, () => 'the grouping into services'],
];

function readerOf(path: string): string {
  for (const [pattern, reader] of folders) {
    const name = pattern.exec(path);
    if (name !== null) return reader(name[1] ?? '');
  }
  const id = path.replace(/^rules\//, '').replace(/\.ts$/, '').replace('/', '-');
  return `[${id}](rules/${id}.md)`;
}

/** The tags that are understood, with who reads each. */
export function tagsPage(): string {
  const readers = tagReaders();
  const rows = (Object.entries(tagTable) as [string, TagMeaning][]).map(
    ([name, { values, says, changes, example }]) => `| \`${name}\` | ${values} | ${says}. | ${changes} | ${[...new Set((readers.get(name) ?? []).map(readerOf))].join(', ')} | \`${example}\` |`,
  );
  return [
    '# Tags',
    '',
    'Some things AWS cannot tell: whether a function may take a message twice, when a recovery was last rehearsed, why something stays in its region. Tags of resources say them, in',
    'templates, Terraform and the account alike. None is needed; each answers a question that is `unknown` without it, or records a decision.',
    '',
    '| Tag | Values | What it says | What it changes | Who reads it | Example |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
