/**
 * Time and memory of `regionready lint` against ripgrep on the same files in the same run: node bench/lint.ts [FOLDER…]
 *
 * Without folders, trees of 1,000, 5,000 and 20,000 files are made of packages that the registries have. ripgrep walks the folder and
 * counts the lines that match one pattern of region codes; ours lists, filters, parses, states facts, judges and prints as text, which the
 * bars are for; JSON, which also holds the edits of fixes, is shown beside it. Both are whole
 * processes, best of five, taken in turn so that a busy machine slows both; the first run of each, which fills the compile cache and the
 * page cache, does not count. `cold` remembers nothing; `warm` is run again over files none of which has changed; before each run of
 * `touched` one file is written anew, so that the run is not remembered and the readings of all other files are. `floor` is what Node.js
 * takes to list and read the files (of cold), or to list and look at them (of warm), and to do nothing with them.
 *
 * Ours is what users run: dist/, which is built if it is older than the sources; with --sources the sources. ripgrep is $RG or that of
 * @vscode/ripgrep.
 */
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { regionFinder } from '../scanner/code/lexicon/region.ts';
import { vocabulary } from '../scanner/code/lexicon/vocabulary.ts';
import { builtEntry } from './support/built.ts';
import { fetchPackages, treeOf } from './support/tree.ts';

const runs = 5;
/** What the linter must keep on 20,000 files: times as much as ripgrep, and peak memory. */
const bars = { cold: 3, warm: 1, megabytes: 300 };
const root = fileURLToPath(new URL('..', import.meta.url));
const given = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const entry = process.argv.includes('--sources') ? join(root, 'cli/bin.ts') : builtEntry(root);
const floor = join(root, 'bench/support/lint-floor.mjs');
const rg = process.env['RG'] ?? (createRequire(import.meta.url)('@vscode/ripgrep') as { rgPath: string }).rgPath;
const pattern = regionFinder(vocabulary).source;
/** GNU time tells the peak memory of a process that we only wait for. */
const clock = existsSync('/usr/bin/time') ? '/usr/bin/time' : undefined;

interface Measured {
  milliseconds: number;
  /** Milliseconds that processors worked for it: what a busy machine changes least. */
  processor: number;
  megabytes: number;
}

if (given.length > 0) for (const folder of given) compare(resolve(folder));
else {
  const home = join(tmpdir(), 'regionready-bench');
  fetchPackages(join(home, 'packages'));
  const results = [1_000, 5_000, 20_000].map((count) => compare(treeOf(join(home, 'packages'), join(home, `tree-${count}`), count)));
  const [, , last] = results;
  if (last !== undefined) {
    const kept = last.cold <= bars.cold && last.warm <= bars.warm && last.megabytes < bars.megabytes;
    console.log(`Bars on 20,000 files (cold ≤ ${bars.cold}×, warm ≤ ${bars.warm}×, < ${bars.megabytes} MB): ${kept ? 'kept' : 'MISSED'}`);
    process.exitCode = kept ? 0 : 1;
  }
}

function compare(folder: string): { readonly cold: number; readonly warm: number; readonly megabytes: number } {
  const cacheDir = mkdtempSync(join(tmpdir(), 'regionready-bench-cache-'));
  const lint = (format: string, ...options: string[]): string[] => [process.execPath, entry, 'lint', '--fail-on', 'none', '--no-config-lookup', '-f', format, ...options];
  const commands = {
    rg: [rg, '-c', '--hidden', '-e', pattern, folder],
    'floor of cold': [process.execPath, floor, 'read'],
    'floor of warm': [process.execPath, floor, 'look'],
    cold: lint('text', '--no-cache'),
    warm: lint('text', '--cache-dir', cacheDir),
    coldJson: lint('json', '--no-cache'),
    warmJson: lint('json', '--cache-dir', cacheDir),
    touched: lint('text', '--cache-dir', cacheDir),
  };
  type Name = keyof typeof commands;
  const names = Object.keys(commands) as Name[];
  const best = Object.fromEntries(names.map((name) => [name, nothing()])) as Record<Name, Measured>;
  const reports = new Map<string, string>();
  const measureOf = (name: Name, run: number): void => {
    const { output, ...measured } = measure(commands[name], folder);
    const says = name === 'rg' || name.startsWith('floor') ? name : name.endsWith('Json') ? 'json' : 'text';
    // ripgrep counts in any order.
    if (name !== 'rg' && (reports.get(says) ?? output) !== output) throw new Error(`${name} says something else than the run before.`);
    reports.set(says, output);
    if (run < 0) return;
    best[name].milliseconds = Math.min(best[name].milliseconds, measured.milliseconds);
    best[name].processor = Math.min(best[name].processor, measured.processor);
    best[name].megabytes = Math.max(best[name].megabytes, measured.megabytes);
  };
  for (let run = -1; run < runs; run += 1) for (const name of names) if (name !== 'touched') measureOf(name, run);
  // A file in which ripgrep has found something, of our own trees only.
  const touched = (reports.get('rg') ?? '').split(/:\d+\n/, 1)[0] ?? '';
  for (let run = 0; run < runs && given.length === 0; run += 1) {
    writeFileSync(touched, readFileSync(touched));
    measureOf('touched', run);
  }
  const { findings, looked } = (JSON.parse(reports.get('json') ?? '') as { summary: { findings: number; looked: Record<string, number> } }).summary;
  const files = Object.values(looked).reduce((sum, count) => sum + count, 0);
  const ratio = (name: Name): number => best[name].milliseconds / best.rg.milliseconds;
  const shown = ({ milliseconds, processor, megabytes }: Measured): string => `${milliseconds.toFixed(0)} ms (processors ${processor.toFixed(0)} ms) ${megabytes} MB`;
  console.log(`${folder}: ${files} files, ${findings} findings; ripgrep ${shown(best.rg)}`);
  for (const name of names) if (name !== 'rg' && Number.isFinite(best[name].milliseconds)) console.log(`  ${name.replace('Json', ', JSON')}: ${shown(best[name])} = ${ratio(name).toFixed(2)}×`);
  return { cold: ratio('cold'), warm: ratio('warm'), megabytes: best.cold.megabytes };
}

function nothing(): Measured {
  return { milliseconds: Number.POSITIVE_INFINITY, processor: Number.POSITIVE_INFINITY, megabytes: 0 };
}

function measure(command: readonly string[], cwd: string): Measured & { readonly output: string } {
  const [program = '', ...args] = clock === undefined ? command : [clock, '-f', 'peak %M user %U system %S', ...command];
  const start = performance.now();
  const ran: SpawnSyncReturns<string> = spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 30 });
  const milliseconds = performance.now() - start;
  if (ran.error !== undefined || (ran.status ?? 2) > 1) throw new Error(`${command.join(' ').slice(0, 200)}: ${ran.error?.message ?? ran.stderr}`);
  const [, peak = 0, user = 0, system = 0] = /peak (\d+) user ([\d.]+) system ([\d.]+)/.exec(ran.stderr) ?? [];
  return { milliseconds, processor: (Number(user) + Number(system)) * 1_000, megabytes: Math.round(Number(peak) / 1024), output: ran.stdout };
}
