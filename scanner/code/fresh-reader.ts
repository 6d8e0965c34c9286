import { contentHash } from '../content-hash.ts';
import type { ListedFile } from '../files.ts';
import type { Remembered } from './cache/entry.ts';
import { blindSpot } from './facts-of.ts';
import type { Parser } from './parser.ts';
import type { Sifter, Unopened } from './sift.ts';

/** What became of a file that was opened. */
export type Fresh =
  /** Its bytes have the hash that was expected. */
  | { readonly state: 'known' }
  /** `lasting`: it says the same as long as its bytes do. */
  | { readonly state: 'read'; readonly read: Remembered; readonly lasting: boolean };

export interface FreshReader {
  readonly sift: Sifter;
  readonly parse: Parser;
  /** Whether readings are remembered, so that their hashes are wanted. */
  readonly hashing: boolean;
}

const nothing = { mentions: false, unread: false, waits: false, hash: '', facts: [] } as const;

/** Opens, sifts and parses files, each step only if the one before calls for it. `known` is the hash of bytes whose reading is remembered. */
export function freshReader({ sift, parse, hashing }: FreshReader): (file: ListedFile, known?: string) => Promise<Fresh> {
  return async (file, known = '') => {
    const opened = sift.open(file);
    if (opened.state !== 'open') return { state: 'read', read: unopened(opened, file), lasting: false };
    if (known !== '' && contentHash(opened.bytes) === known) return { state: 'known' };
    const sifted = sift.sift(file, opened.bytes);
    if (sifted.state === 'blind') return { state: 'read', read: unopened(sifted, file), lasting: false };
    const { counted, mentions = false } = sifted;
    // The buffer is overwritten by the next file that is read, so it is hashed first.
    const hash = hashing && (sifted.state === 'passed' || mentions) ? contentHash(opened.bytes) : '';
    if (sifted.state === 'done') return { state: 'read', read: { ...nothing, counted, mentions, hash }, lasting: true };
    const { facts, unread, waits, lasting } = await parse(sifted.source);
    return { state: 'read', read: { counted, mentions, unread, waits, hash, facts }, lasting };
  };
}

export function unopened(why: Unopened, { path }: ListedFile): Remembered {
  return { ...nothing, counted: why.counted, mentions: why.state === 'done' && why.mentions === true, facts: why.state === 'blind' ? [blindSpot(why, path)] : [] };
}
