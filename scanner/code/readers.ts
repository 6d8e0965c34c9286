import { availableParallelism } from 'node:os';
import type { FileScope } from '../../model/occurrence.ts';
import type { ListedFile } from '../files.ts';
import type { OpenFile } from './file-reader.ts';
import { followerOf, type Follower } from './follower.ts';
import { freshReader, type Fresh } from './fresh-reader.ts';
import { frontEnds } from './front-ends.ts';
import { parsingThread } from './parallel/parsing-thread.ts';
import { parserOf, type Parser } from './parser.ts';
import { codeProject, watched } from './project.ts';
import { sifter } from './sift.ts';

/** What opens files and follows names between them. */
export interface Readers {
  /** Files may be asked for before those asked for earlier are read. */
  read(open: OpenFile): Promise<Fresh>;
  readonly follow: Follower;
  /** Whether no more should be asked for before what was asked for is read. */
  isFull(): boolean;
  close(): void;
}

export interface ReadersRequest {
  /** All files of the scan: names are followed into them. */
  readonly files: readonly ListedFile[];
  /** How many of them will be opened. */
  readonly open: number;
  readonly scopes: readonly FileScope[];
  readonly hashing: boolean;
  readonly overlay?: ReadonlyMap<string, Buffer> | undefined;
  /** Files that are read whatever they hold, by absolute path. */
  readonly whole?: ReadonlySet<string> | undefined;
}

/** What parses and follows, in this thread or beside it. */
export interface Parsing extends Pick<Readers, 'follow' | 'isFull' | 'close'> {
  readonly parse: Parser;
}

/** From this many files on, opening and sifting them takes longer than starting a thread that parses meanwhile. */
const worthThread = 2_000;

export function readersFor({ files, open, scopes, hashing, overlay, whole }: ReadersRequest): Readers {
  const here = (): Parsing => parsingHere(files, overlay);
  const { parse, ...parsing } = overlay !== undefined || open < worthThread || availableParallelism() < 2 ? here() : parsingThread(files, here);
  const { mentions } = frontEnds(codeProject([]));
  const read = freshReader({ sift: sifter({ scopes: new Set(scopes), overlay, whole, mentions }), parse, hashing });
  return { ...parsing, read: ({ file, known }) => read(file, known) };
}

export function parsingHere(files: readonly ListedFile[], overlay?: ReadonlyMap<string, Buffer>): Parsing {
  const watch = watched(codeProject(files, overlay));
  const ends = frontEnds(watch.project);
  return { parse: parserOf(ends, watch), follow: followerOf(ends, watch), isFull: () => true, close: () => undefined };
}
