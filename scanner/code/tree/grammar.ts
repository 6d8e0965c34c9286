import type { Node } from './node.ts';
import type { Modules } from './modules.ts';
import type { Syntax } from './syntax.ts';

/** What a node of a type means. */
export type Shape = (node: Node) => Syntax | undefined;

/** A language's node types in the words of syntax.ts, and the few things in which languages differ that are no node types. */
export interface Grammar {
  /** File of the grammar: tree-sitter-python.wasm. */
  readonly wasm: string;
  readonly shapes: Readonly<Record<string, Shape>>;
  /** Types of nodes inside of literals whose value is filled in. */
  readonly inserted?: ReadonlySet<string>;
  /** All names are visible in the whole file. */
  readonly flat?: true;
  /** Names are visible in the block that declares them, not in the whole function. */
  readonly blockScoped?: true;
  /** Members of a class are read inside of it by their bare name. */
  readonly bareMembers?: true;
  /** What stands for the object or class that code is in: this, self. */
  readonly self?: RegExp;
  /** Where a literal belongs that stands apart from its place: the body of a here-document. */
  readonly home?: (node: Node) => Node | undefined;
  /** The part of a file that is in the language; offsets stay those of the file. */
  readonly program?: (text: string, path: string) => string;
  /** Whether a text takes the parser the square of its length, although it has no errors. */
  readonly isTooMuch?: (text: string) => boolean;
  /** Pieces of a text whose grammar does not tell them. */
  readonly insertedAt?: (node: Node) => boolean;
  /** Whether a node is in code that only tests run. */
  readonly isTest?: (node: Node) => boolean;
  /** Type of the names that are environment variables, where a language has such. */
  readonly variable?: string;
  /** How files of the language name each other. */
  readonly modules?: Modules;
}
