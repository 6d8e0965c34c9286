import type { ListedFile } from '../files.ts';
import type { AcrossFiles } from './across-files.ts';
import type { CodeCache } from './cache/cache.ts';
import type { Remembered } from './cache/entry.ts';
import { contentHash } from './cache/signature.ts';
import { withEmbedded } from './embedded.ts';
import { blindSpot, factsOf } from './facts-of.ts';
import type { Sifted, Sifter, Unopened } from './sift.ts';

export interface ReadFile {
  readonly sift: Sifter;
  readonly across: AcrossFiles;
  readonly cache: CodeCache | undefined;
  readonly overlay: ReadonlyMap<string, Buffer> | undefined;
}

const nothing = { mentions: false, unread: false, waits: false, hash: '', facts: [] } as const;

/** Reads files that their names do not decide on: from memory if it can, else by opening, sifting and parsing, each step only if the one before calls for it. */
export function fileReader({ sift, across, cache: anyCache, overlay }: ReadFile): (file: ListedFile) => Promise<Remembered> {
  return async (file) => {
    // What is remembered is what files hold, not what stands for them.
    const cache = overlay?.has(file.absolutePath) === true ? undefined : anyCache;
    const recalled = cache?.recall(file);
    if (recalled !== undefined) return recalled;
    const opened = sift.open(file);
    if (opened.state !== 'open') return unopened(opened, file);
    const recognized = cache?.recognize(file, opened.bytes);
    if (recognized !== undefined) return recognized;
    const sifted = sift.sift(file, opened.bytes);
    // The buffer is overwritten by the next file that a front-end reads, so it is hashed first.
    const hash = cache !== undefined && (sifted.state === 'passed' || (sifted.state === 'done' && sifted.mentions === true)) ? contentHash(opened.bytes) : '';
    const { lasting, ...read } = await parsed(sifted, file);
    const remembered = { ...read, hash };
    if (lasting) cache?.keep(file, remembered);
    return remembered;
  };

  async function parsed(sifted: Sifted, file: ListedFile): Promise<Omit<Remembered, 'hash'> & { readonly lasting: boolean }> {
    if (sifted.state === 'blind') return { ...unopened(sifted, file), lasting: false };
    const { counted, mentions = false } = sifted;
    if (sifted.state === 'done') return { ...nothing, counted, mentions, lasting: true };
    const { source } = sifted;
    const end = await across.ends.of(source.language);
    if (end === undefined) return { ...nothing, counted, mentions, unread: true, lasting: true };
    across.watch.take();
    const facts = [...factsOf(source, await withEmbedded(source, end.read(source)))];
    const touched = across.watch.take();
    const canTell = end.rest === undefined || end.waits !== undefined;
    const lasting = canTell && !touched.listing && touched.files.length === 0;
    return { counted, mentions, unread: false, waits: end.waits?.(source.absolutePath) ?? false, facts, lasting };
  }
}

function unopened(why: Unopened, { path }: ListedFile): Remembered {
  return { ...nothing, counted: why.counted, facts: why.state === 'blind' ? [blindSpot(why, path)] : [] };
}
