/**
 * Time and memory of `regionready lint` against ripgrep on the same files in the same run: node bench/lint.ts [FOLDER…]
 *
 * Without folders, trees of 1,000, 5,000 and 20,000 files are made of packages that the registries have. ripgrep walks the folder and
 * counts the lines that match one pattern of region codes; ours lists, filters, parses, states facts, judges and prints as text, which the
 * bars are for; JSON, which also holds the edits of fixes, is shown beside it. Both are whole
 * processes, best of five, taken in turn so that a busy machine slows both; the first run of each, which fills the compile cache and the
 * page cache, does not count. `cold` remembers nothing, `warm` finds the readings of the run before. Ours is dist/ if it is built and
 * --dist is given, else the sources. ripgrep is $RG or that of @vscode/ripgrep.
 */
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { regionFinder } from '../scanner/code/lexicon/region.ts';
import { vocabulary } from '../scanner/code/lexicon/vocabulary.ts';
import { fetchPackages, treeOf } from './support/tree.ts';

const runs = 5;
/** What the linter must keep on 20,000 files: times as much as ripgrep, and peak memory. */
const bars = { cold: 3, warm: 1, megabytes: 300 };
const root = fileURLToPath(new URL('..', import.meta.url));
const given = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const entry = join(root, process.argv.includes('--dist') ? 'dist/cli/bin.js' : 'cli/bin.ts');
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
    cold: lint('text', '--no-cache'),
    warm: lint('text', '--cache-dir', cacheDir),
    coldJson: lint('json', '--no-cache'),
    warmJson: lint('json', '--cache-dir', cacheDir),
  };
  type Name = keyof typeof commands;
  const names = Object.keys(commands) as Name[];
  const best = Object.fromEntries(names.map((name) => [name, nothing()])) as Record<Name, Measured>;
  const reports = new Map<string, string>();
  for (let run = -1; run < runs; run += 1) {
    for (const name of names) {
      const { output, ...measured } = measure(commands[name], folder);
      const format = name.endsWith('Json') ? 'json' : 'text';
      if (name !== 'rg' && (reports.get(format) ?? output) !== output) throw new Error(`${name} says something else than the run before.`);
      if (name !== 'rg') reports.set(format, output);
      if (run < 0) continue;
      best[name].milliseconds = Math.min(best[name].milliseconds, measured.milliseconds);
      best[name].processor = Math.min(best[name].processor, measured.processor);
      best[name].megabytes = Math.max(best[name].megabytes, measured.megabytes);
    }
  }
  const { findings, looked } = (JSON.parse(reports.get('json') ?? '') as { summary: { findings: number; looked: Record<string, number> } }).summary;
  const files = Object.values(looked).reduce((sum, count) => sum + count, 0);
  const ratio = (name: Name): number => best[name].milliseconds / best.rg.milliseconds;
  const shown = ({ milliseconds, processor, megabytes }: Measured): string => `${milliseconds.toFixed(0)} ms (processors ${processor.toFixed(0)} ms) ${megabytes} MB`;
  console.log(`${folder}: ${files} files, ${findings} findings; ripgrep ${shown(best.rg)}`);
  for (const name of names) if (name !== 'rg') console.log(`  ${name.replace('Json', ', JSON')}: ${shown(best[name])} = ${ratio(name).toFixed(2)}×`);
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
