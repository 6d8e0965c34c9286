import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { copyGrammars } from './grammars.ts';
import { buildPages } from './pages.ts';
import { buildReportPages } from './report-pages.ts';

/** Compiles the package into dist/, which is all that the published package runs from. */
rmSync('dist', { recursive: true, force: true });
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
await buildPages(resolve('dist/pages'));
await buildReportPages(resolve('dist/report/shell.html'));
for (const name of ['compiler.cjs', 'compiler.d.cts']) copyFileSync(`scanner/code/typescript/${name}`, `dist/scanner/code/typescript/${name}`);
copyGrammars('dist/scanner/code/grammars');
chmodSync('dist/cli/bin.js', 0o755);
