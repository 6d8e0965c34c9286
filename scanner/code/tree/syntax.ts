import type { Construct } from '../../../model/occurrence.ts';
import type { Node } from './node.ts';

/** A name that an import gives to something of another file or package, whose full name is the path: `s3` for aws_cdk.aws_s3. */
export interface Alias {
  readonly local: string;
  readonly path: string;
}

/**
 * What a node means, in words that hold for all languages. A grammar's table turns its node types into these; everything after that is
 * written once. Nodes without a meaning are looked through: parentheses, lists of arguments, statements around expressions.
 */
export type Syntax =
  | { readonly is: 'text' }
  /** Literals that make one text together: 'a' 'b', words of a shell. */
  | { readonly is: 'joined' }
  | { readonly is: 'pattern' }
  | { readonly is: 'name' }
  /** a.b, a::B, $a->b. */
  | { readonly is: 'member'; readonly of: Node | undefined; readonly name: Node | undefined }
  | { readonly is: 'index'; readonly of: Node | undefined; readonly key: Node | undefined }
  | Call
  /** Named argument, entry of a map, member of an object; with `named`, the key is a name and not a value. */
  | { readonly is: 'pair'; readonly key: Node | undefined; readonly value: Node | undefined; readonly named?: boolean }
  | Collection
  | { readonly is: 'binary'; readonly left: Node | undefined; readonly operator: string; readonly right: Node | undefined }
  /** Both of a choice that is an expression, or a statement whose condition guards what is in it. */
  | { readonly is: 'choice'; readonly condition: Node | undefined; readonly yes: Node | undefined; readonly no: Node | undefined }
  | Assignment
  | { readonly is: 'parameter'; readonly name: Node | undefined; readonly value: Node | undefined; readonly type?: Node | undefined }
  /** A list of parameters in which defaults stand beside their names. */
  | { readonly is: 'parameters'; readonly defaults: readonly { readonly name: Node | undefined; readonly value: Node }[] }
  /** Over a list, or over items that stand side by side. */
  | { readonly is: 'loop'; readonly name: Node | undefined; readonly over: Node | undefined; readonly items?: readonly Node[] }
  | { readonly is: 'function'; readonly name: Node | undefined; readonly body: Node | undefined }
  | { readonly is: 'class'; readonly name: Node | undefined }
  | { readonly is: 'enum'; readonly name: Node | undefined; readonly members: readonly Node[] }
  | { readonly is: 'enum-member'; readonly name: Node | undefined; readonly value: Node | undefined }
  | { readonly is: 'switch'; readonly subject: Node | undefined; readonly cases: readonly Node[] }
  /** An arm; without values it is the one for all other cases. */
  | { readonly is: 'case'; readonly values: readonly Node[] }
  | { readonly is: 'return' }
  /** A list of statements; with `valued`, the last one is its value. */
  | { readonly is: 'block'; readonly valued: boolean }
  /** The whole text. */
  | { readonly is: 'file' }
  /** Values side by side, for names side by side: a, b = 1, 2. */
  | { readonly is: 'sequence' }
  /** Nothing that is done with what stands directly in it. */
  | { readonly is: 'statement' }
  | { readonly is: 'import'; readonly aliases: readonly Alias[]; readonly all: readonly string[] }
  | { readonly is: 'type' }
  | { readonly is: 'comment' };

export interface Call {
  readonly is: 'call';
  /** What is called: a name or member; not given where `of` and `name` are. */
  readonly callee: Node | undefined;
  /** Object whose method is called. */
  readonly of: Node | undefined;
  /** The method, or the whole name of a command. */
  readonly name: string | undefined;
  /** Arguments without their wrappings. */
  readonly arguments: readonly Node[];
  /** What stands before each argument and says what it is for, without being a node around it: an option of a command. */
  readonly labels?: readonly (string | undefined)[];
  /** Name of what an annotation stands at. */
  readonly annotates?: Node | undefined;
  /** A command of a shell: `prints` what it is handed to people, `returns` it to what surrounds it, or does something else with it. */
  readonly command?: 'runs' | 'prints' | 'returns';
}

export interface Collection {
  readonly is: 'collection';
  readonly kind: Extract<Construct['kind'], 'list' | 'set' | 'map' | 'union'>;
  readonly items: readonly Node[];
  /** Type of an object that is written out: aws.Config{…}. */
  readonly type?: Node | undefined;
}

export interface Assignment {
  readonly is: 'assignment';
  readonly target: Node | undefined;
  readonly value: Node | undefined;
  readonly operator: string;
  /** It makes the name, in the scope that it stands in. */
  readonly declares: boolean;
  readonly type?: Node | undefined;
}

export type SyntaxOf<Is extends Syntax['is']> = Extract<Syntax, { readonly is: Is }>;
