import type { FileScope } from '../../../model/occurrence.ts';
import type { LanguageId } from '../../files/language.ts';
import type { ListedFile } from '../../files.ts';
import type { Followed } from '../follower.ts';
import type { SourceText } from '../language.ts';
import type { Parsed } from '../parser.ts';

/** What the parsing thread is asked, and what it answers, by the number of the question. Files by their number in the listing. */
export type Question =
  | { readonly number: number; readonly source: SourceText }
  | { readonly number: number; readonly waiting: readonly (readonly [file: number, language: LanguageId])[]; readonly mentioning: readonly number[] };

export type Answer = { readonly number: number; readonly parsed: Parsed } | { readonly number: number; readonly followed: Followed };

const fields = 4;

/** The listing as one text, which a thread gets at once. No path holds the character that separates. */
export function listingText(files: readonly ListedFile[]): string {
  return files.map(({ path, absolutePath, language = '', scope }) => `${path}\0${absolutePath}\0${language}\0${scope}`).join('\0');
}

export function listingOf(text: string): ListedFile[] {
  const parts = text.split('\0');
  const files: ListedFile[] = [];
  for (let at = 0; at + fields <= parts.length; at += fields) {
    const [path = '', absolutePath = '', language = '', scope = ''] = parts.slice(at, at + fields);
    files.push({ path, absolutePath, language: language === '' ? undefined : (language as LanguageId), scope: scope as FileScope });
  }
  return files;
}
