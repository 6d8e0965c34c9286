import type { Fact } from '../../model/fact.ts';
import { contentHash } from '../content-hash.ts';
import type { LanguageId } from '../files/language.ts';
import type { ListedFile } from '../files.ts';
import type { CodeCache } from './cache/cache.ts';
import type { Remembered } from './cache/entry.ts';
import type { Follower, Waiting } from './follower.ts';

/** What hangs on several files: constants of one that others use. */
export interface AcrossFiles {
  /** Notes what a reading leaves open. To be called in the order of the listing. */
  note(file: ListedFile, read: Pick<Remembered, 'counted' | 'hash' | 'mentions' | 'waits'>): void;
  /** Once, after the last file. */
  rest(follow: Follower): Promise<readonly Fact[]>;
}

/** The cache is that of what files hold: none where something stands for them. */
export function acrossFiles(files: readonly ListedFile[], cache: CodeCache | undefined): AcrossFiles {
  const mentioning: string[] = [];
  const waiting: Waiting[] = [];
  const identities: string[] = [];
  return {
    note(file, { counted, hash, mentions, waits }) {
      if (mentions) mentioning.push(file.absolutePath);
      if (mentions) identities.push(`mentions ${file.path} ${hash}`);
      if (waits) waiting.push({ file, language: counted as LanguageId });
      if (waits) identities.push(`waits ${file.path} ${hash}`);
    },
    async rest(follow) {
      if (waiting.length === 0) return [];
      const key = cache === undefined ? '' : contentHash([...files.map(({ path }) => path), '', ...identities].join('\0'));
      const known = cache?.recallRest(key);
      if (known !== undefined) return known;
      const { facts, touched } = await follow(waiting, mentioning);
      const inKey = new Set([...mentioning, ...waiting.map(({ file }) => file.absolutePath)]);
      cache?.keepRest({ key, touched: touched.filter((path) => !inKey.has(path)), facts });
      return facts;
    },
  };
}
