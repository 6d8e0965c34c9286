import ts from '@ts-morph/common/dist/typescript.js';

export const typescriptLanguages: ReadonlySet<string> = new Set(['typescript', 'javascript']);

let last: { readonly text: string; readonly path: string; readonly tree: ts.SourceFile } | undefined;

/** The tree of a file, with parent links. The findings of one file come one after the other. */
export function treeOf(text: string, path: string): ts.SourceFile {
  if (last?.text !== text || last.path !== path) last = { text, path, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true) };
  return last.tree;
}

/** The innermost node that an offset lies in. */
export function nodeAt(tree: ts.SourceFile, offset: number): ts.Node {
  let node: ts.Node = tree;
  for (let next: ts.Node | undefined = tree; next !== undefined; ) {
    node = next;
    next = ts.forEachChild(node, (child) => (child.pos <= offset && offset < child.end ? child : undefined));
  }
  return node;
}

/** Names that a file imports from modules that the pattern matches, by local name: Stack, or * for the whole module. */
export function importsFrom(tree: ts.SourceFile, module: RegExp): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const statement of tree.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier) || !module.test(statement.moduleSpecifier.text)) continue;
    const { name, namedBindings } = statement.importClause ?? {};
    if (name) found.set(name.text, 'default');
    if (namedBindings === undefined) continue;
    if (ts.isNamespaceImport(namedBindings)) found.set(namedBindings.name.text, '*');
    else for (const { name: local, propertyName } of namedBindings.elements) found.set(local.text, (propertyName ?? local).text);
  }
  return found;
}
