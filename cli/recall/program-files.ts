import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Parts of the package that lint runs through. */
const folders = ['cli', 'graph', 'model', 'rules', 'scanner'];

/** Files and folders of the program, so that neither a changed nor a patched one tells what another one found. Its dependencies are fixed by its manifest. */
export function programFiles(): string[] {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  const manifests = [join(root, 'package.json'), join(root, '..', 'package.json')];
  return [...manifests.filter((path) => existsSync(path)), ...folders.flatMap((folder) => below(join(root, folder)))];
}

function below(folder: string): string[] {
  return [folder, ...readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? below(join(folder, entry.name)) : [join(folder, entry.name)]))];
}
