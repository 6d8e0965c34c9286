import { copyFileSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compareText } from '../model/json.ts';

/** Packages that grammars come from. They are needed to build and to develop, and are many times larger than what is taken from them. */
const packages = ['@vscode/tree-sitter-wasm', '@tree-sitter-grammars/tree-sitter-hcl', '@tree-sitter-grammars/tree-sitter-kotlin', '@tree-sitter-grammars/tree-sitter-toml'];

/** Where grammars of a package are from that is only a collection of others. All are under the MIT licence. */
const origin = (name: string): string => (/powershell/.test(name) ? 'https://github.com/airbus-cert/tree-sitter-powershell' : `https://github.com/tree-sitter/${name.replace('.wasm', '')}`);

/** Copies the grammars that the scanner names beside the compiled program, with the licences that they come under. */
export function copyGrammars(to: string): void {
  mkdirSync(to, { recursive: true });
  const used = new Map<string, string[]>();
  for (const name of grammarsNamedIn('scanner/code')) {
    const file = packages.flatMap((each) => [`node_modules/${each}/wasm/${name}`, `node_modules/${each}/${name}`]).find((path) => existsSync(path));
    if (file === undefined) throw new Error(`${name} is in none of ${packages.join(', ')}: run \`npm ci\`, or name its package in scripts/grammars.ts.`);
    copyFileSync(file, join(to, name));
    const from = dirname(file).replace(/\/wasm$/, '');
    used.set(from, [...(used.get(from) ?? []), name]);
  }
  const parts = [...used].sort(([a], [b]) => compareText(a, b)).map(([folder, names]) => notice(folder, names));
  writeFileSync(join(to, 'LICENSES.txt'), parts.join('\n\n'));
}

function grammarsNamedIn(folder: string): string[] {
  const names = globSync(`${folder}/**/*.ts`).flatMap((path) => readFileSync(path, 'utf8').match(/(?<=')tree-sitter-[\w-]+\.wasm(?=')/g) ?? []);
  return [...new Set(names)].sort(compareText);
}

function notice(folder: string, names: readonly string[]): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string; version: string; license: string };
  const shown = name.startsWith('@vscode/') ? names.map((each) => `${each} (${origin(each)}, MIT)`) : names;
  return `${shown.join('\n')}\nfrom ${name} ${version}, ${license}\n\n${readFileSync(join(folder, 'LICENSE'), 'utf8').trim()}\n`;
}
