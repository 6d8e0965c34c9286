import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { copyGrammars } from './grammars.ts';

/** Compiles the package into dist/, which is all that the published package runs from. */
rmSync('dist', { recursive: true, force: true });
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
copyGrammars('dist/scanner/code/grammars');
chmodSync('dist/cli/bin.js', 0o755);
