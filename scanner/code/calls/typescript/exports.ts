import { ts } from '../../typescript/compiler.cjs';
import type { Project } from '../../language.ts';
import { dottedName, nameOf } from '../../typescript/names.ts';
import { topLevelNames } from '../../typescript/scope.ts';
import { parse } from '../../typescript/tree.ts';
import type { Expression, SourceFile } from './value.ts';

/** What modules of the program export. */
export interface Exports {
  /** Value that a module exports under a name; undefined for packages. */
  of(module: string, name: string, from: SourceFile): Expression | undefined;
  /** Whether a node is a whole module, as `import * as config` and `require` give it. */
  isModule(node: ts.Node): boolean;
  in(module: ts.Node, name: string): Expression | undefined;
  /** Files that import a file. */
  importers(file: SourceFile): readonly SourceFile[];
}

/** How modules of the program find each other. */
export interface Linked {
  resolve(module: string, from: string): string | undefined;
  /** Absolute paths of the files that import a file. */
  importers(absolutePath: string): readonly string[];
}

/** A function that more files use has no one argument. */
const importerLimit = 20;

/** Files in memory at once. */
const cacheLimit = 400;
/** Barrels are followed this deep. */
const depthLimit = 6;

export function exportsOf(project: Project, { resolve, importers }: Linked): Exports {
  const files = new Map<string, SourceFile | undefined>();
  const modules = new WeakMap<ts.Node, SourceFile>();

  function open(path: string): SourceFile | undefined {
    if (files.has(path)) return files.get(path);
    if (files.size >= cacheLimit) files.clear();
    const text = /\.[cm]?[jt]sx?$/.test(path) ? project.text(path) : undefined;
    const file = text === undefined ? undefined : { tree: parse({ path, text }), absolutePath: path };
    files.set(path, file);
    return file;
  }

  function find(file: SourceFile, name: string, depth: number): Expression | undefined {
    const { tree } = file;
    if (name === '*') {
      modules.set(tree, file);
      return { node: tree as unknown as ts.Expression, at: tree, file };
    }
    const own = topLevelNames(tree).find((declaration) => ts.isIdentifier(declaration.name ?? tree) && (declaration.name as ts.Identifier).text === name);
    if (own !== undefined && !ts.isImportSpecifier(own) && !ts.isImportClause(own) && !ts.isNamespaceImport(own)) return { node: ts.factory.createIdentifier(name), at: tree, file };
    for (const statement of tree.statements) {
      const found = inStatement(statement, { file, name, depth });
      if (found !== undefined) return found;
    }
    return own === undefined ? undefined : { node: ts.factory.createIdentifier(name), at: tree, file };
  }

  function inStatement(statement: ts.Statement, { file, name, depth }: { readonly file: SourceFile; readonly name: string; readonly depth: number }): Expression | undefined {
    if (ts.isExportAssignment(statement)) return name === 'default' ? { node: statement.expression, at: statement, file } : undefined;
    if ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && name === 'default') {
      return statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) ? { node: statement as unknown as ts.Expression, at: statement, file } : undefined;
    }
    if (ts.isExportDeclaration(statement)) return inExport(statement, { file, name, depth });
    if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) return undefined;
    const { left, right } = statement.expression;
    const target = dottedName(left);
    if (target === `exports.${name}` || target === `module.exports.${name}`) return { node: right, at: statement, file };
    if (target !== 'module.exports') return undefined;
    if (name === 'default') return { node: right, at: statement, file };
    if (!ts.isObjectLiteralExpression(right)) return undefined;
    const member = right.properties.find((property) => property.name !== undefined && nameOf(property.name) === name);
    if (member && ts.isPropertyAssignment(member)) return { node: member.initializer, at: statement, file };
    return member && ts.isShorthandPropertyAssignment(member) ? { node: member.name, at: statement, file } : undefined;
  }

  function inExport({ moduleSpecifier, exportClause }: ts.ExportDeclaration, { file, name, depth }: { readonly file: SourceFile; readonly name: string; readonly depth: number }): Expression | undefined {
    const element = exportClause && ts.isNamedExports(exportClause) ? exportClause.elements.find((each) => each.name.text === name) : undefined;
    if (exportClause !== undefined && element === undefined) return undefined;
    const there = element === undefined ? name : (element.propertyName ?? element.name).text;
    if (moduleSpecifier === undefined) return { node: ts.factory.createIdentifier(there), at: file.tree, file };
    if (!ts.isStringLiteralLike(moduleSpecifier) || depth >= depthLimit) return undefined;
    const path = resolve(moduleSpecifier.text, file.absolutePath);
    const target = path === undefined ? undefined : open(path);
    return target && find(target, there, depth + 1);
  }

  return {
    of(module, name, from) {
      const path = resolve(module, from.absolutePath);
      const file = path === undefined ? undefined : open(path);
      return file && find(file, name, 0);
    },
    isModule: (node) => modules.has(node),
    importers({ absolutePath }) {
      const paths = importers(absolutePath);
      return paths.length > importerLimit ? [] : paths.flatMap((path) => open(path) ?? []);
    },
    in(module, name) {
      const file = modules.get(module);
      return file && (find(file, name, 0) ?? inDefault(file, name));
    },
  };

  /** `import config from './config.js'` of a CommonJS module, or members of what it exports as a whole. */
  function inDefault(file: SourceFile, name: string): Expression | undefined {
    const whole = find(file, 'default', 0);
    if (whole === undefined || !ts.isObjectLiteralExpression(whole.node)) return undefined;
    const member = whole.node.properties.find((property) => property.name !== undefined && nameOf(property.name) === name);
    return member && ts.isPropertyAssignment(member) ? { ...whole, node: member.initializer } : undefined;
  }
}
