import type { BlindSpotReason } from '../../model/blind-spot.ts';
import type { Construct, FileScope, Form, Role } from '../../model/occurrence.ts';
import type { LanguageId } from '../files/language.ts';

/** A file whose text may hold something region-bearing. */
export interface SourceText {
  /** Relative, with forward slashes. */
  readonly path: string;
  readonly absolutePath: string;
  readonly language: LanguageId;
  readonly scope: FileScope;
  /** Decoded, without byte order mark. All offsets count its UTF-16 code units. */
  readonly text: string;
}

/** A stretch of the text, end exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What a front-end sees: an occurrence in offsets. Position, snippet, language, scope and masking are added for all languages alike. */
export interface Sighting extends Stretch {
  /** Of the program that it stands in, where that is one inside of another text. */
  readonly language?: LanguageId | undefined;
  readonly form: Form;
  readonly role: Role;
  readonly text: string;
  readonly regions: readonly string[];
  readonly name?: string | undefined;
  readonly callee?: string | undefined;
  readonly service?: string | undefined;
  readonly siblings?: readonly string[] | undefined;
  readonly alternatives?: readonly string[] | undefined;
  readonly enclosing?: string | undefined;
  /** What this part of the file is for, where it is for something else than the whole: tests beside the program. */
  readonly scope?: FileScope | undefined;
  /** The whole literal, where the text is a part of it. */
  readonly within?: string | undefined;
  readonly pattern?: string | undefined;
  readonly construct?: (Omit<Construct, 'span'> & Stretch) | undefined;
  readonly sink?: { readonly role: Role; readonly name?: string | undefined; readonly file: string; readonly line: number } | undefined;
}

/** A program or document inside of a literal: inline code of a function, a step in shell, a policy. Read after the text around it. */
export interface Embedded extends Stretch {
  readonly language: LanguageId;
  readonly text: string;
  /** Where a stretch of the program stands in the file. */
  place(from: number, to: number): Stretch;
  /** Character of the program that stands at an offset of the file. */
  inside(offset: number): number | undefined;
  readonly scope?: FileScope | undefined;
  readonly callee?: string | undefined;
  readonly service?: string | undefined;
  readonly enclosing?: string | undefined;
}

/** What a front-end has to say of one file. */
export interface Reading {
  /** In any order. Text in comments gives none. */
  readonly sightings: readonly Sighting[];
  readonly embedded?: readonly Embedded[] | undefined;
  /** Whether a word stands in a comment. Asked only of words that look like a suppression. */
  isInComment(offset: number): boolean;
  /** Set where the file, or a part of it, could not be understood. */
  readonly problem?: { readonly reason: Extract<BlindSpotReason, 'unparsable' | 'unsupported'>; readonly message: string } | undefined;
}

/** The files around the one that is read, for following names into them. */
export interface Project {
  /** Whether the scan covers the file. */
  has(absolutePath: string): boolean;
  /** Text of a covered file; undefined if it cannot be read. */
  text(absolutePath: string): string | undefined;
  /** Path as reports show it. */
  shown(absolutePath: string): string;
  /** Text of a file that says how modules are found, in any folder; undefined if there is none. */
  config(absolutePath: string): string | undefined;
}

/** Reads files of one language, or of several that share a grammar. Made anew for each scan. */
export interface FrontEnd {
  read(source: SourceText): Reading;
  /**
   * Sightings that `read` kept back because they hang on other files. Asked once, after the last file, with the files that the
   * language's `mentions` matched (absolute paths, in order).
   */
  rest?(mentioning: readonly string[]): Iterable<{ readonly source: SourceText; readonly sightings: readonly Sighting[] }>;
  /**
   * Whether `rest` hangs on the reading of a file that was just read. Only files of which it does not are remembered between runs in full;
   * where a front-end with `rest` cannot tell, it is asked to read all of its files again before `rest`.
   */
  waits?(absolutePath: string): boolean;
}

/** A language that code is scanned in. One file per language in languages/. */
export interface Language {
  readonly id: LanguageId;
  readonly title: string;
  /** Languages with the same `load` share one front-end. Loaded with the first file that needs it, so that nothing is paid for languages that are not met. */
  readonly load: () => Promise<(project: Project) => FrontEnd>;
  /**
   * What a file must mention to say what becomes of a constant of another file: an import of an SDK. Linear and ASCII only; tested on the
   * latin1 text of every file of the language.
   */
  readonly mentions?: RegExp;
}
