import { relative, resolve, sep } from 'node:path';
import type { Fact } from '../../../model/fact.ts';
import type { ListedFile } from '../../files.ts';
import type { Basis } from '../../files/basis.ts';
import { readCacheFile, writeCacheFile } from './cache-file.ts';
import { formatEntry, parseEntry, parseFacts, type Remembered } from './entry.ts';
import { readerVersion } from './reader-version.ts';
import { fileHash, isSettled, noFile, signatureOf, type Signature } from './signature.ts';

/** What following names across files gave, and all that it hangs on. */
export interface RestMemory {
  /** Of the listing, of the files that wait, and of those that mention an SDK. */
  readonly key: string;
  /** Absolute paths of all files that were asked for on the way, whether they exist or not. */
  readonly touched: readonly string[];
  readonly facts: readonly Fact[];
}

export interface CacheCounts {
  /** Files that were not opened. */
  recalled: number;
  /** Files that were opened and whose content was known. */
  recognized: number;
  /** A cache was there and could not be used. */
  discarded: boolean;
  /** What was learned could not be written. */
  unwritable: boolean;
}

/** Readings of earlier runs. It holds facts, never findings, so that rules, targets and suppressions may change freely. */
export interface CodeCache {
  /** The reading of a file that has not been touched since. Asked once for each file, before it is opened. */
  recall(file: ListedFile): Remembered | undefined;
  /** Hash of the bytes whose reading is remembered of a file that was touched; empty if there is none. */
  hashOf(file: ListedFile): string;
  /** The reading of a file that was touched and whose bytes have the hash that was told. */
  recognize(file: ListedFile): Remembered | undefined;
  keep(file: ListedFile, remembered: Remembered): void;
  /** Facts of an earlier run, if all that they hang on is as it was. */
  recallRest(key: string): readonly Fact[] | undefined;
  keepRest(memory: RestMemory): void;
  /** What was asked for in this run to follow names across files, beside files that are read anyway. */
  touched(): Omit<Basis, 'listings'>;
  /** Writes what is new, if anything is. */
  close(): void;
  readonly counts: Readonly<CacheCounts>;
}

export interface CacheOptions {
  /** File that holds it. */
  readonly path: string;
  /** Folder that paths count from. */
  readonly root: string;
  readonly version?: string;
  /** Milliseconds since the epoch; the clock if not given. */
  readonly began?: number;
}

/** No path of a file: they hold no tab, and relative ones do not begin with a colon of ours. */
const restName = ':rest';

export function openCache({ path, root, version = readerVersion(), began = Date.now() }: CacheOptions): CodeCache {
  const { lines, discarded } = readCacheFile(path, version);
  const counts: CacheCounts = { recalled: 0, recognized: 0, discarded, unwritable: false };
  /** Of files that are read, from before they are. */
  const signatures = new Map<string, Signature>();
  const seen = new Set<string>([restName]);
  let touchedNow: readonly Identity[] = [];
  let changed = false;

  function put(name: string, line: string): void {
    if (/[\t\n]/.test(name) || lines.get(name) === line) return;
    lines.set(name, line);
    changed = true;
  }

  function entryOf({ path: name, scope }: ListedFile): ReturnType<typeof parseEntry> {
    const line = lines.get(name);
    const entry = line === undefined ? undefined : parseEntry(line);
    return entry?.scope === scope ? entry : undefined;
  }

  function keep(file: ListedFile, remembered: Remembered): void {
    const signature = signatures.get(file.path);
    if (signature === undefined) return;
    signatures.delete(file.path);
    put(file.path, formatEntry({ ...remembered, scope: file.scope, signature: isSettled(signature, began) ? signature.text : '' }));
  }

  return {
    counts,
    recall(file) {
      const signature = signatureOf(file.absolutePath);
      seen.add(file.path);
      if (signature === undefined) return undefined;
      const entry = lines.get(file.path)?.startsWith(`${file.scope}\t${signature.text}\t`) === true ? entryOf(file) : undefined;
      if (entry === undefined) signatures.set(file.path, signature);
      else counts.recalled += 1;
      return entry;
    },
    hashOf: (file) => entryOf(file)?.hash ?? '',
    recognize(file) {
      const entry = entryOf(file);
      if (entry === undefined) return undefined;
      counts.recognized += 1;
      keep(file, entry);
      return entry;
    },
    keep,
    recallRest(key) {
      const [known, touched, facts] = (lines.get(restName) ?? '').split('\t');
      if (known !== key || touched === undefined || facts === undefined) return undefined;
      const identities = untouched(touched, root);
      if (identities === undefined) return undefined;
      touchedNow = identities;
      return parseFacts(facts);
    },
    keepRest({ key, touched, facts }) {
      const identities = [...new Set(touched)].sort().map((each): Identity => [relative(root, each).split(sep).join('/'), fileHash(each)]);
      touchedNow = identities;
      put(restName, [key, JSON.stringify(identities), JSON.stringify(facts)].join('\t'));
    },
    touched() {
      const there = Map.groupBy(touchedNow, ([, hash]) => hash !== noFile);
      const placesOf = (some: readonly Identity[] = []): Set<string> => new Set(some.map(([name]) => resolve(root, name)));
      return { paths: placesOf(there.get(true)), empty: placesOf(there.get(false)) };
    },
    close() {
      if (!changed) return;
      // Files of other runs come last, so that they are dropped first if there is not room for all; those that are gone are dropped now.
      const others = [...lines].filter(([name]) => !seen.has(name) && signatureOf(resolve(root, name)) !== undefined);
      const own = [...lines].filter(([name]) => seen.has(name));
      counts.unwritable = !writeCacheFile(path, version, new Map([...own, ...others]));
    },
  };
}

/** A file by its path relative to the root, and what it held. */
type Identity = readonly [path: string, hash: string];

/** What was touched, if all of it holds what it held then. */
function untouched(json: string, root: string): readonly Identity[] | undefined {
  try {
    const touched = JSON.parse(json) as readonly Identity[];
    return touched.every(([path, hash]) => fileHash(resolve(root, path)) === hash) ? touched : undefined;
  } catch {
    return undefined;
  }
}
