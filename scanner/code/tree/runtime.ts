import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Language, Parser, type Tree as WasmTree, type TreeCursor } from 'web-tree-sitter';
import type { Grammar } from './grammar.ts';
import type { Node, Tree } from './node.ts';

/** Parses texts of one language. */
export interface TreeParser {
  /** Undefined if the text takes more effort than an honest one of its size, or breaks the parser. */
  parse(text: string): Tree | undefined;
}

/** Packages that the grammars come from while this runs from its sources; the build copies the files beside the program. */
const packages = ['@vscode/tree-sitter-wasm/wasm', '@tree-sitter-grammars/tree-sitter-kotlin', '@tree-sitter-grammars/tree-sitter-hcl', '@tree-sitter-grammars/tree-sitter-toml'];
/** Looks at the parser, per character of text; an ordinary text takes a twentieth of one. */
const effort = 2;
const leastLooks = 20_000;
/**
 * Milliseconds for a text that is not of the language. Recovering from errors takes the square of the length at worst, which no count of
 * steps tells; a text without errors is never cut short by the clock.
 */
const patience = 3_000;

let started: Promise<void> | undefined;

/** Loads a grammar, and the runtime with the first one. Rejects if a file is missing or cannot be used. */
export async function treeParser(grammar: Grammar): Promise<TreeParser> {
  await (started ??= start());
  const language = await Language.load(fileOf(grammar.wasm));
  const fresh = (): Parser => new Parser().setLanguage(language);
  let parser = fresh();
  return {
    parse(text) {
      if (grammar.isTooMuch?.(text) === true) return undefined;
      let looks = 0;
      const limit = leastLooks + text.length * effort;
      const start = performance.now();
      try {
        const tree = parser.parse(text, null, { progressCallback: ({ hasError }) => (looks += 1) > limit || (hasError && performance.now() - start > patience) });
        if (tree) return treeOf(tree, { text, language, grammar });
        parser.reset();
        return undefined;
      } catch (error) {
        if (!(error instanceof WebAssembly.RuntimeError) && !(error instanceof RangeError)) throw error;
        parser = fresh();
        return undefined;
      }
    },
  };
}

/**
 * V8 would compile what runs often once more and better. The lexers of grammars are functions of a hundred thousand lines, for which
 * that takes up to 2 GB of memory and seconds (PowerShell, shell), and it gains nothing on the few texts that are parsed.
 */
async function start(): Promise<void> {
  setFlagsFromString('--no-wasm-tier-up');
  setFlagsFromString('--no-wasm-dynamic-tiering');
  await Parser.init();
}

function fileOf(name: string): string {
  const beside = fileURLToPath(new URL(`../grammars/${name}`, import.meta.url));
  if (existsSync(beside)) return beside;
  const require = createRequire(import.meta.url);
  for (const folder of packages) {
    try {
      return require.resolve(`${folder}/${name}`);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  throw new Error(`${name} is neither beside the program nor in a package.`);
}

interface Parsed {
  readonly text: string;
  readonly language: Language;
  readonly grammar: Grammar;
}

function treeOf(tree: WasmTree, { text, language, grammar }: Parsed): Tree {
  const cursor = tree.walk();
  const { shapes } = grammar;
  const whole: Tree = {
    text,
    get root() {
      return root;
    },
    hasError: tree.rootNode.hasError,
    open: (node) => openNode(cursor, node, language),
    meaning: (node) => (Object.hasOwn(shapes, node.type) ? shapes[node.type]?.(node) : undefined),
    close() {
      cursor.delete();
      tree.delete();
    },
  };
  const root = nodeUnder(cursor, { tree: whole, parent: undefined, language });
  return whole;
}

interface Under {
  readonly tree: Tree;
  readonly parent: Node | undefined;
  readonly language: Language;
}

function nodeUnder(cursor: TreeCursor, { tree, parent, language }: Under): Node {
  const { currentFieldId, nodeTypeId } = cursor;
  return {
    tree,
    parent,
    type: language.types[nodeTypeId] ?? cursor.nodeType,
    field: currentFieldId === 0 ? undefined : (language.fields[currentFieldId] ?? undefined),
    named: cursor.nodeIsNamed,
    number: cursor.currentDescendantIndex,
    from: cursor.startIndex,
    to: cursor.endIndex,
    known: {},
  };
}

const punctuation = /^[,;.\\]$/;

function openNode(cursor: TreeCursor, node: Node, language: Language): Node[] {
  cursor.gotoDescendant(node.number);
  if (!cursor.gotoFirstChild()) return [];
  const children: Node[] = [];
  do {
    if (!cursor.nodeIsNamed && cursor.currentFieldId === 0) continue;
    const child = nodeUnder(cursor, { tree: node.tree, parent: node, language });
    if (child.named || !punctuation.test(child.type)) children.push(child);
  } while (cursor.gotoNextSibling());
  return children;
}
