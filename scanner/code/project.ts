import { relative, resolve, sep } from 'node:path';
import { byteReader, decode } from '../files/read.ts';
import type { ListedFile } from '../files.ts';
import type { Project } from './language.ts';

/** The listed files as what front-ends may follow names into: nothing outside of the listing is opened. */
export function codeProject(files: readonly ListedFile[]): Project {
  const shown = new Map(files.map(({ absolutePath, path }) => [absolutePath, path]));
  const reader = byteReader();
  return {
    has: (path) => shown.has(path),
    text(path) {
      const bytes = shown.has(path) ? reader.read(path) : undefined;
      return bytes?.state === 'read' ? decode(bytes.bytes) : undefined;
    },
    shown: (path) => shown.get(path) ?? relative(resolve(), path).split(sep).join('/'),
  };
}
