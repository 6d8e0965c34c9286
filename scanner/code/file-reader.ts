import type { ListedFile } from '../files.ts';
import type { CodeCache } from './cache/cache.ts';
import type { Remembered } from './cache/entry.ts';
import { unopened, type Fresh } from './fresh-reader.ts';
import type { Readers } from './readers.ts';
import type { nameSifter } from './sift.ts';

export interface ReadFile {
  readonly byName: ReturnType<typeof nameSifter>;
  readonly cache: CodeCache | undefined;
  readonly overlay: ReadonlyMap<string, Buffer> | undefined;
}

/** A file that has to be opened. */
export interface OpenFile {
  readonly file: ListedFile;
  /** Hash of the bytes whose reading is remembered; empty if there are none. */
  readonly known: string;
}

/** What names and memory tell of files, so that only the others are opened. */
export interface FileReader {
  /** Undefined for files that have to be opened. */
  told(file: ListedFile): Remembered | undefined;
  known(file: ListedFile): string;
  read(open: OpenFile, readers: Readers): Promise<Remembered>;
}

export function fileReader({ byName, cache: anyCache, overlay }: ReadFile): FileReader {
  // What is remembered is what files hold, not what stands for them.
  const cacheOf = (file: ListedFile): CodeCache | undefined => (overlay?.has(file.absolutePath) === true ? undefined : anyCache);

  return {
    told(file) {
      const named = byName(file);
      return named === undefined ? cacheOf(file)?.recall(file) : unopened(named, file);
    },
    known: (file) => cacheOf(file)?.hashOf(file) ?? '',
    async read(open, readers) {
      const { file } = open;
      const cache = cacheOf(file);
      const fresh: Fresh = await readers.read(open);
      if (fresh.state === 'read') {
        if (fresh.lasting) cache?.keep(file, fresh.read);
        return fresh.read;
      }
      const read = cache?.recognize(file);
      if (read === undefined) throw new Error(`The reading of ${file.path} was known and is not remembered.`);
      return read;
    },
  };
}
