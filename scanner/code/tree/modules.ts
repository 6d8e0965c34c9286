import type { Project } from '../language.ts';
import type { Bound } from './flow.ts';
import type { Node, Tree } from './node.ts';

/** A file as modules see it. */
export interface ModuleFile {
  readonly tree: Tree;
  readonly absolutePath: string;
  readonly project: Project;
}

/** How files of a language name what other files declare. Full names are compared as texts: where it is, #, names with dots between. */
export interface Modules {
  /** Full names under which other files can mean a declared name; none for what does not leave its file. */
  exported(bound: Bound, file: ModuleFile): readonly string[];
  /** Full names that a name can mean at a place in a file. */
  meant(dotted: string, place: Node, file: ModuleFile): readonly string[];
}
