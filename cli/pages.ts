import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Pages } from '../server/options.ts';

const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

/** The built pages, beside the compiled code or in dist/ of a checkout; undefined where they were not built. */
export async function builtPages(folders: readonly string[] = ['../pages/', '../dist/pages/'].map((place) => fileURLToPath(new URL(place, import.meta.url)))): Promise<Pages | undefined> {
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    if (!entries.some(({ name, parentPath }) => name === 'index.html' && join(parentPath, '/') === join(folder, '/'))) continue;
    const files = entries.filter((entry) => entry.isFile() && Object.hasOwn(types, extname(entry.name))).map(({ parentPath, name }) => join(parentPath, name)).sort();
    return new Map(await Promise.all(files.map(async (file) => [`/${file.slice(join(folder, '/').length).replaceAll('\\\\', '/')}`, { type: types[extname(file)] ?? '', body: await readFile(file) }] as const)));
  }
  return undefined;
}
