import { relative, sep } from 'node:path';
import ignore from 'ignore';

/** Whether a file matches globs written as in .gitignore, counted from a folder. Files outside the folder match nothing. */
export function globMatcher(globs: readonly string[], folder: string): (absolutePath: string) => boolean {
  if (globs.length === 0) return () => false;
  const matcher = ignore({ ignorecase: false }).add([...globs]);
  return (absolutePath) => {
    const path = relative(folder, absolutePath).split(sep).join('/');
    return path !== '' && ignore.isPathValid(path) && matcher.ignores(path);
  };
}
