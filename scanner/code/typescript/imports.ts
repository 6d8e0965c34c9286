import { ts } from 'ts-morph';
import type { Project } from '../language.ts';
import type { Exported } from './exports.ts';
import { modulesOf } from './modules.ts';
import type { Binding } from './position.ts';
import { importedBy, topLevelNames } from './scope.ts';
import { parse } from './tree.ts';

/** A name that an import gives to an export of a scanned file. */
export interface ImportedBinding {
  readonly file: string;
  /** Name that the export has in its own file. */
  readonly name: string;
  /** What it is bound to here, for an export whose members are read by `path`. */
  bind(exported: Exported): Binding;
}

/** Barrels are followed this deep. */
const depthLimit = 6;

/** Where an export is really made: the file, and its name there. */
interface Origin {
  readonly file: string;
  readonly name: string;
}

export interface Imports {
  /** Imports of a file that lead to exports of files that `wanted` accepts. */
  of(tree: ts.SourceFile, absolutePath: string): ImportedBinding[];
}

export function importsOf(project: Project, wanted: (origin: Origin) => boolean, names: ReadonlySet<string>): Imports {
  const modules = modulesOf(project);
  const barrels = new Map<string, readonly Reexport[]>();

  function reexportsOf(file: string): readonly Reexport[] {
    let found = barrels.get(file);
    if (found === undefined) {
      const text = project.text(file);
      found = text === undefined || !/\bexport\b[^;]{0,2000}\bfrom\b/.test(text) ? [] : readReexports(parse({ path: file, text }));
      barrels.set(file, found);
    }
    return found;
  }

  function originOf(file: string, name: string, depth = 0): Origin | undefined {
    if (wanted({ file, name })) return { file, name };
    if (depth >= depthLimit) return undefined;
    for (const { module, as, name: there } of reexportsOf(file)) {
      if (as !== '*' && as !== name) continue;
      const target = modules.resolve(module, file);
      const origin = target === undefined ? undefined : originOf(target, as === '*' ? name : there, depth + 1);
      if (origin) return origin;
    }
    return undefined;
  }

  return {
    of(tree, absolutePath) {
      return topLevelNames(tree).flatMap((declaration) => {
        const imported = importedBy(declaration);
        const target = imported && modules.resolve(imported.module, absolutePath);
        if (!imported || target === undefined) return [];
        if (imported.name !== '*') {
          const origin = originOf(target, imported.name);
          return origin ? [{ ...origin, bind: ({ path, returned }: Exported) => ({ of: declaration, path, ...(returned ? { returned } : {}) }) }] : [];
        }
        return [...names].flatMap((name) => {
          const origin = originOf(target, name);
          return origin ? [{ ...origin, bind: ({ path }: Exported) => ({ of: declaration, path: [name, ...path] }) }] : [];
        });
      });
    },
  };
}

interface Reexport {
  readonly module: string;
  /** Name it gets, `*` for all names as they are. */
  readonly as: string;
  readonly name: string;
}

function readReexports(tree: ts.SourceFile): Reexport[] {
  return tree.statements.flatMap((statement): Reexport[] => {
    if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier || !ts.isStringLiteralLike(statement.moduleSpecifier)) return [];
    const module = statement.moduleSpecifier.text;
    if (!statement.exportClause) return [{ module, as: '*', name: '*' }];
    if (!ts.isNamedExports(statement.exportClause)) return [];
    return statement.exportClause.elements.map(({ name, propertyName }) => ({ module, as: name.text, name: (propertyName ?? name).text }));
  });
}
