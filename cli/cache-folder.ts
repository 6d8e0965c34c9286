/** Where runs remember things if nobody says otherwise, below the working directory. */
export const defaultCacheDir = '.regionready-cache';

/** The folder that a command line names for it, before its options are read; undefined where nothing is to be remembered. */
export function cacheFolderIn(argv: readonly string[]): string | undefined {
  let folder = defaultCacheDir;
  for (const [index, word] of argv.entries()) {
    if (word === '--no-cache') return undefined;
    if (word === '--') break;
    if (word === '--cache-dir') folder = argv[index + 1] ?? folder;
    else if (word.startsWith('--cache-dir=')) folder = word.slice('--cache-dir='.length);
  }
  return folder;
}
