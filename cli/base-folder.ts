import { statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';

/**
 * The folder that files are named from, and that nothing is read outside of: the working directory, or the deepest folder that holds
 * everything that is to be read where something lies elsewhere.
 */
export function baseFolder(paths: readonly string[], cwd: string): string {
  const places = paths.map((path) => resolve(cwd, path));
  if (places.every((place) => isWithin(cwd, place))) return cwd;
  const [first = cwd, ...others] = places.map((place) => (isFolder(place) ? place : dirname(place)));
  let base = first;
  for (const place of others) while (!isWithin(base, place)) base = dirname(base);
  return base;
}

function isWithin(folder: string, place: string): boolean {
  const way = relative(folder, place);
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === place;
}

const isFolder = (place: string): boolean => statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
