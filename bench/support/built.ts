import { execFileSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The entry of the package as users have it: dist/, built anew if a source is younger than it. */
export function builtEntry(root: string): string {
  const entry = join(root, 'dist/cli/bin.js');
  const built = statSync(entry, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = globSync(['{cli,graph,model,rules,scanner}/**/*.{ts,json}', 'package.json'], { cwd: root });
  if (sources.every((path) => statSync(join(root, path)).mtimeMs <= built)) return entry;
  console.log('dist/ is older than the sources: it is built.');
  execFileSync(process.execPath, [join(root, 'scripts/build.ts')], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  return entry;
}
