import type { BlindSpotReason } from '../../model/blind-spot.ts';
import type { FileScope } from '../../model/occurrence.ts';
import { languageOfFirstLine, mayHaveInterpreter, type LanguageId } from '../files/language.ts';
import { byteReader, decode, isBinary, isUtf16, roomFor, sizeLimit } from '../files/read.ts';
import { scopeOfText } from '../files/scope.ts';
import type { ListedFile } from '../files.ts';
import type { SourceText } from './language.ts';
import { lexicon } from './lexicon.ts';
import { everyTrait, trait } from './lexicon/traits.ts';

/** Why there is nothing to read in a file, and under which name it is counted. */
export type Unopened =
  /** Without anything of interest, or left out on purpose. */
  | { readonly state: 'done'; readonly counted: string; readonly mentions?: boolean }
  | { readonly state: 'blind'; readonly counted: string; readonly reason: BlindSpotReason; readonly message: string };

/** What became of a file. */
export type Sifted = Unopened | { readonly state: 'passed'; readonly counted: string; readonly source: SourceText; readonly mentions: boolean };

/** The steps in which files are sifted, cheapest first. */
export interface Sifter {
  /** The bytes, valid until the next call, or why there are none. */
  open(file: ListedFile): Unopened | { readonly state: 'open'; readonly bytes: Buffer };
  /** `mentions` tells whether the bytes hold what the language's front-end asks for at the end. */
  sift(file: ListedFile, bytes: Buffer): Sifted;
}

export interface SiftRequest {
  readonly scopes: ReadonlySet<FileScope>;
  /** Texts that stand for those of files: what is staged. */
  readonly overlay?: ReadonlyMap<string, Buffer> | undefined;
  /** Files that are let through whatever they hold, by absolute path. */
  readonly whole?: ReadonlySet<string> | undefined;
  /** What files of a language must mention to be offered to its front-end at the end. */
  mentions(language: LanguageId): RegExp | undefined;
}

/** Lines of this length on average are not written by people. */
const minifiedLine = 500;
/** Formats in which long lines are ordinary. */
const dataFormats: ReadonlySet<LanguageId> = new Set(['json', 'notebook', 'xml', 'env', 'properties']);
/** Nothing in them is program or configuration. */
const silentFormats: ReadonlySet<LanguageId> = new Set(['markdown', 'css']);

/** Formats in which short words mean something by the names they stand under: region: us. */
const keyedFormats: ReadonlySet<LanguageId> = new Set(['json', 'yaml', 'toml', 'terraform', 'properties', 'env', 'dockerfile']);

/** What the path alone decides; undefined for files to be opened. */
export function nameSifter(scopes: ReadonlySet<FileScope>): (file: ListedFile) => Unopened | undefined {
  return ({ language, path, scope }) => {
    if (language === undefined && !mayHaveInterpreter(path)) return { state: 'done', counted: 'other' };
    if (language !== undefined && silentFormats.has(language)) return { state: 'done', counted: language === 'markdown' ? 'skipped-docs' : 'other' };
    return scopes.has(scope) ? undefined : { state: 'done', counted: `skipped-${scope}` };
  };
}

/** Reads each file once, into one buffer, and lets through those that can hold something of interest. */
export function sifter({ scopes, overlay, whole, mentions }: SiftRequest): Sifter {
  const sieve = lexicon.sieve(roomFor(sizeLimit));
  const reader = byteReader(sizeLimit, sieve?.buffer);

  /** Bits of what the bytes hold. */
  function traitsOf(bytes: Buffer): number {
    if (sieve === undefined || bytes.length > sieve.buffer.length) return everyTrait;
    if (bytes.buffer !== sieve.buffer.buffer) sieve.buffer.set(bytes);
    return sieve.find(bytes.length);
  }

  function open(file: ListedFile): ReturnType<Sifter['open']> {
    const staged = overlay?.get(file.absolutePath);
    if (staged !== undefined) return staged.length > sizeLimit ? tooLarge(file, staged.length) : { state: 'open', bytes: staged };
    const bytes = reader.read(file.absolutePath);
    if (bytes.state === 'gone' || bytes.state === 'no-file') return { state: 'done', counted: 'skipped-gone' };
    if (bytes.state === 'too-large') return tooLarge(file, bytes.size);
    if (bytes.state === 'unreadable') return { state: 'blind', counted: 'unreadable', reason: 'unreadable', message: `It cannot be read (${bytes.code}).` };
    return { state: 'open', bytes: bytes.bytes };
  }

  function sift(file: ListedFile, bytes: Buffer): Sifted {
    if (isBinary(bytes)) return { state: 'done', counted: 'other' };
    const wide = isUtf16(bytes);
    const isWhole = whole?.has(file.absolutePath) === true;
    const traits = wide || isWhole ? everyTrait : traitsOf(bytes);
    if (traits === 0 && file.language !== undefined) return { state: 'done', counted: file.language, mentions: false };
    const latin1 = wide ? decode(bytes) : bytes.toString('latin1');
    const language = file.language ?? languageOfFirstLine(latin1);
    if (language === undefined) return { state: 'done', counted: 'other' };
    const mention = (traits & trait.sdk) !== 0 && mentions(language)?.test(latin1) === true;
    if (!isWhole && !lexicon.prefilter(latin1, keyedFormats.has(language), traits)) return { state: 'done', counted: language, mentions: mention };
    if (isMinified(latin1, language)) return { state: 'done', counted: 'skipped-minified', mentions: mention };
    const text = wide ? latin1 : decode(bytes);
    const scope = scopeOfText(file.scope, file.path, text);
    if (!scopes.has(scope)) return { state: 'done', counted: `skipped-${scope}`, mentions: mention };
    return { state: 'passed', counted: language, mentions: mention, source: { path: file.path, absolutePath: file.absolutePath, language, scope, text } };
  }

  return { open, sift };
}

function tooLarge({ language }: ListedFile, size: number): Unopened {
  if (language === undefined || (language !== 'json' && dataFormats.has(language))) return { state: 'done', counted: 'skipped-too-large' };
  return { state: 'blind', counted: 'skipped-too-large', reason: 'too-large', message: `It has ${size} bytes; files above ${sizeLimit} are not read.` };
}

function isMinified(text: string, language: LanguageId): boolean {
  if (text.length < 5_000 || dataFormats.has(language)) return false;
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return text.length / lines > minifiedLine;
}
