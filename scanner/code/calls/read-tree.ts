import { posix } from 'node:path';
import type { LanguageId } from '../../files/language.ts';
import type { Project } from '../language.ts';
import { declarationsOf, isTopLevel } from '../tree/declared.ts';
import type { Grammar } from '../tree/grammar.ts';
import type { Node, Tree } from '../tree/node.ts';
import { treeParser, type TreeParser } from '../tree/runtime.ts';
import { treeLanguages } from './languages.ts';
import type { ReadCalls } from './read-script.ts';
import { callsIn } from './tree/calls.ts';
import { treeEvaluator } from './tree/value.ts';

/** Trees of other files that are open at once. */
const openLimit = 40;
/** A function that more files use has no one argument. */
const importerLimit = 20;

interface Reader {
  read(absolutePath: string, text: string): ReadCalls;
}

/** Reads files of the languages that have a grammar; each grammar is loaded when its first file comes. */
export function treeReader(project: Project, importers: (absolutePath: string) => readonly string[]): (language: LanguageId, absolutePath: string, text: string) => Promise<ReadCalls> {
  const readers = new Map<LanguageId, Promise<Reader | string>>();
  return async (language, absolutePath, text) => {
    let reader = readers.get(language);
    if (reader === undefined) readers.set(language, (reader = readerOf(language, project, importers)));
    const loaded = await reader;
    return typeof loaded === 'string' ? { calls: [], deployments: [], problem: loaded } : loaded.read(absolutePath, text);
  };
}

async function readerOf(language: LanguageId, project: Project, importers: Parts['importers']): Promise<Reader | string> {
  const known = treeLanguages.get(language);
  if (known === undefined) return 'Its language is not read.';
  const grammar = await known.grammar();
  try {
    return reader({ parser: await treeParser(grammar), grammar, project, importers, untyped: known.untyped === true });
  } catch (error) {
    return `Its grammar cannot be loaded (${error instanceof Error ? error.message : String(error)}).`;
  }
}

interface Parts {
  readonly parser: TreeParser;
  readonly grammar: Grammar;
  readonly project: Project;
  /** Absolute paths of the files that import a file. */
  readonly importers: (absolutePath: string) => readonly string[];
  readonly untyped: boolean;
}

function reader({ parser, grammar, project, importers, untyped }: Parts): Reader {
  const open = new Map<string, Tree | undefined>();
  const paths = new WeakMap<Tree, string>();

  function treeAt(path: string, text: string | undefined): Tree | undefined {
    if (!open.has(path)) {
      const tree = text === undefined ? undefined : parser.parse(grammar.program?.(text, path) ?? text);
      if (tree !== undefined) paths.set(tree, path);
      open.set(path, tree);
    }
    return open.get(path);
  }

  /** What a name of another file is there. */
  function elsewhere(dotted: string, place: Node): Node | undefined {
    const absolutePath = paths.get(place.tree);
    if (absolutePath === undefined || open.size > openLimit) return undefined;
    for (const full of grammar.modules?.meant(dotted, place, { tree: place.tree, absolutePath, project }) ?? []) {
      const [path = '', names = ''] = full.split('#', 2);
      const [first = '', second] = names.split('.');
      const tree = posix.extname(path) === '' || names.split('.').length > 2 ? undefined : treeAt(path, project.has(path) ? project.text(path) : undefined);
      const found = tree && declarationsOf(tree, second ?? first, grammar).find((declaration) => declaration.value !== undefined && (second === undefined ? isTopLevel(declaration) : declaration.member));
      if (found?.value !== undefined) return found.value;
    }
    return undefined;
  }

  function importing(place: Node): Tree[] {
    const path = paths.get(place.tree);
    const found = path === undefined ? [] : importers(path);
    return found.length > importerLimit || open.size > openLimit ? [] : found.flatMap((other) => treeAt(other, project.text(other)) ?? []);
  }

  function close(): void {
    for (const tree of open.values()) tree?.close();
    open.clear();
  }

  return {
    read(absolutePath, text) {
      try {
        const tree = treeAt(absolutePath, text);
        if (tree === undefined) return { calls: [], deployments: [], problem: 'It takes too much effort to be parsed.' };
        return { calls: callsIn(tree, { grammar, untyped }, treeEvaluator(grammar, { value: elsewhere, importers: importing })), deployments: [] };
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        return { calls: [], deployments: [], problem: 'It is nested too deeply to be read.' };
      } finally {
        close();
      }
    },
  };
}
