import { ts } from './compiler.cjs';
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
  /** Whether a text can import any of the files, directly or through a barrel. Cheap: the text is not parsed. */
  mayImport(text: string, absolutePath: string): boolean;
  /** Imports of a file that lead to exports of files that `wanted` accepts. */
  of(tree: ts.SourceFile, absolutePath: string): ImportedBinding[];
}

/** What is looked for: exports of these names made in these files. */
export interface Wanted {
  readonly files: { has(file: string): boolean };
  readonly names: ReadonlySet<string>;
  has(origin: Origin): boolean;
}

const specifier = /(?:\bfrom|\bimport|\brequire\s{0,3}\(|\bimport\s{0,3}\()\s{0,20}["']([^"'\n]{1,300})["']/g;
const reexport = /\bexport\b[^;]{0,2000}\bfrom\b/;

export function importsOf(project: Project, wanted: Wanted): Imports {
  const modules = modulesOf(project);
  const isBarrel = new Map<string, boolean>();
  const barrels = new Map<string, readonly Reexport[]>();

  function reexportsOf(file: string): readonly Reexport[] {
    let found = barrels.get(file);
    if (found === undefined) {
      const text = project.text(file);
      found = text === undefined || !reexport.test(text) ? [] : readReexports(parse({ path: file, text }));
      barrels.set(file, found);
    }
    return found;
  }

  function originOf(file: string, name: string, depth = 0): Origin | undefined {
    if (wanted.has({ file, name })) return { file, name };
    if (depth >= depthLimit) return undefined;
    for (const { module, as, name: there } of reexportsOf(file)) {
      if (as !== '*' && as !== name) continue;
      const target = modules.resolve(module, file);
      const origin = target === undefined ? undefined : originOf(target, as === '*' ? name : there, depth + 1);
      if (origin) return origin;
    }
    return undefined;
  }

  function leadsOn(file: string): boolean {
    let barrel = isBarrel.get(file);
    if (barrel === undefined) {
      barrel = reexport.test(project.text(file) ?? '');
      isBarrel.set(file, barrel);
    }
    return barrel;
  }

  return {
    mayImport(text, absolutePath) {
      for (const [, module = ''] of text.matchAll(specifier)) {
        const target = modules.resolve(module, absolutePath);
        if (target !== undefined && (wanted.files.has(target) || leadsOn(target))) return true;
      }
      return false;
    },
    of(tree, absolutePath) {
      return topLevelNames(tree).flatMap((declaration) => {
        const imported = importedBy(declaration);
        const target = imported && modules.resolve(imported.module, absolutePath);
        if (!imported || target === undefined) return [];
        if (imported.name !== '*') {
          const origin = originOf(target, imported.name);
          return origin ? [{ ...origin, bind: ({ path, returned }: Exported) => ({ of: declaration, path, ...(returned ? { returned } : {}) }) }] : [];
        }
        return [...wanted.names].flatMap((name) => {
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
