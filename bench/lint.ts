/**
 * Time of reading code against ripgrep on the same folders in the same run: node bench/lint.ts FOLDER…
 *
 * ripgrep walks the folder and counts the lines that match one pattern of region codes; ours lists, filters, parses and states facts.
 * Both are whole processes, best of five, taken in turn so that a busy machine slows both. ripgrep is $RG, that of the package
 * @vscode/ripgrep if it is installed, or the one on the path.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createRequire, enableCompileCache } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { regionFinder } from '../scanner/code/lexicon/region.ts';
import { vocabulary } from '../scanner/code/lexicon/vocabulary.ts';

const runs = 5;
const self = fileURLToPath(import.meta.url);

if (process.argv[2] === '--scan') {
  enableCompileCache();
  const [{ listFiles }, { codeScanner }] = await Promise.all([import('../scanner/files.ts'), import('../scanner/code/index.ts')]);
  const root = resolve(process.argv[3] ?? '.');
  const { files } = await listFiles({ base: root, scanner: 'code' });
  let occurrences = 0;
  for await (const fact of codeScanner.scan({ root, files })) if (fact.type === 'occurrence') occurrences += 1;
  console.log(JSON.stringify({ files: files.length, occurrences, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
} else {
  const rg = ripgrep();
  for (const folder of process.argv.slice(2)) compare(resolve(folder), rg);
}

function compare(folder: string, rg: string): void {
  const pattern = regionFinder(vocabulary).source;
  let ours = Number.POSITIVE_INFINITY;
  let theirs = Number.POSITIVE_INFINITY;
  let report = '{}';
  for (let run = 0; run < runs; run += 1) {
    theirs = Math.min(theirs, timed(() => spawnSync(rg, ['-c', '--hidden', '-e', pattern, folder], { maxBuffer: 1 << 28 })));
    ours = Math.min(ours, timed(() => {
      report = execFileSync(process.execPath, [self, '--scan', folder], { encoding: 'utf8', maxBuffer: 1 << 28 });
    }));
  }
  const { files, occurrences, megabytes } = JSON.parse(report) as { files: number; occurrences: number; megabytes: number };
  console.log(`${folder}: ${files} files, ${occurrences} occurrences, ${megabytes} MB; ours ${ours.toFixed(0)} ms, ripgrep ${theirs.toFixed(0)} ms: ${(ours / theirs).toFixed(1)}×`);
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function ripgrep(): string {
  if (process.env['RG'] !== undefined) return process.env['RG'];
  try {
    return (createRequire(import.meta.url)('@vscode/ripgrep') as { rgPath: string }).rgPath;
  } catch {
    return 'rg';
  }
}
