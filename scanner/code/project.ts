import { readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { byteReader, decode } from '../files/read.ts';
import type { ListedFile } from '../files.ts';
import type { Project } from './language.ts';

/** The listed files as what front-ends may follow names into: nothing outside of the listing is opened. Texts of the overlay stand for those of files. */
export function codeProject(files: readonly ListedFile[], overlay: ReadonlyMap<string, Buffer> = new Map()): Project {
  const shown = new Map(files.map(({ absolutePath, path }) => [absolutePath, path]));
  const reader = byteReader();
  return {
    has: (path) => shown.has(path),
    text(path) {
      const staged = overlay.get(path);
      if (staged !== undefined) return decode(staged);
      const bytes = shown.has(path) ? reader.read(path) : undefined;
      return bytes?.state === 'read' ? decode(bytes.bytes) : undefined;
    },
    config(path) {
      try {
        return overlay.get(path)?.toString('utf8') ?? readFileSync(path, 'utf8');
      } catch {
        return undefined;
      }
    },
    shown: (path) => shown.get(path) ?? relative(resolve(), path).split(sep).join('/'),
  };
}

export interface Touched {
  /** Files that were to be read, whether they exist or not. */
  readonly files: readonly string[];
  /** Whether it was asked which files there are. */
  readonly listing: boolean;
}

/** A project that notes what is asked of it: what a reading hangs on beside its own file. */
export interface WatchedProject {
  readonly project: Project;
  /** What was asked for since the last call. */
  take(): Touched;
}

export function watched(project: Project): WatchedProject {
  let files = new Set<string>();
  let listing = false;
  const noting = <T>(ask: (path: string) => T) => (path: string): T => {
    files.add(path);
    return ask(path);
  };
  const has = (path: string): boolean => {
    listing = true;
    return project.has(path);
  };
  return {
    project: { shown: (path) => project.shown(path), has, text: noting((path) => project.text(path)), config: noting((path) => project.config(path)) },
    take() {
      const taken = { files: [...files], listing };
      files = new Set();
      listing = false;
      return taken;
    },
  };
}
