import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { attributesRead } from './generate/attributes-read.ts';
import { probesIndex, servicesIndex } from './generate/aws-indexes.ts';
import { kindsIndex } from './generate/kinds-index.ts';
import { codeRulesIndex, rulesIndex } from './generate/rules-index.ts';

/**
 * Writes every file that follows from something else: the registries' indexes and the reference pages.
 * `--check` writes nothing and fails if a file is not what it would write.
 */
const check = process.argv.includes('--check');
const stale: string[] = [];

function emit(path: string, text: string): void {
  if (read(path) === text) return;
  stale.push(path);
  if (check) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Pages of things that are no more. */
function dropOthers(folder: string, keep: ReadonlySet<string>): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (keep.has(path)) continue;
    stale.push(path);
    if (!check) rmSync(path);
  }
}

// The indexes first: the pages import the registries.
emit('model/kinds/index.ts', await kindsIndex());
emit('scanner/aws/services/index.ts', servicesIndex());
emit('scanner/aws/probes/index.ts', probesIndex());
emit('rules/index.ts', await rulesIndex());
emit('rules/code-rules.ts', codeRulesIndex());
emit('rules/attributes-read.ts', attributesRead());

const { pages } = await import('./generate/pages.ts');
const all = await pages();
for (const [path, text] of all) emit(path, text);
dropOthers('docs/rules', new Set(all.keys()));

if (stale.length > 0) {
  console.log(`${check ? 'Not fresh, run `npm run generate`' : 'Written'}:\n${stale.map((path) => `  ${path}`).join('\n')}`);
  process.exitCode = check ? 1 : 0;
} else console.log('Generated files are fresh.');
