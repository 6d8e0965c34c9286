import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareText } from '../../../model/json.ts';
import { contentHash } from '../../content-hash.ts';

/** Programs that reading code runs through, and the tables it knows regions from. */
const folders = ['scanner', 'model'];
/** Kinds and templates say nothing of code. */
const skipped = new Set(['aws', 'iac', 'kinds']);

/**
 * Identity of the program that reads code: what an older or a changed one remembered is not used. The sources are hashed, not only the
 * version, so that neither a change under development nor a patched installation meets memories of another program.
 */
export function readerVersion(root: string = packageRoot(), manifest: string = join(packageRoot(), '..', 'package.json')): string {
  const parts: string[] = [process.versions.node, read(join(root, 'package.json')) ?? read(manifest) ?? ''];
  for (const folder of folders) collect(join(root, folder), parts);
  return contentHash(parts.join('\0'));
}

/** Folder that holds scanner/ and model/: the checkout, or dist/ of the package. */
function packageRoot(): string {
  return join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
}

function collect(folder: string, parts: string[]): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => compareText(a.name, b.name))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name)) collect(path, parts);
    } else if (/\.(?:ts|js|cjs|json)$/.test(entry.name) && !entry.name.endsWith('.d.ts')) parts.push(entry.name, read(path) ?? '');
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}
