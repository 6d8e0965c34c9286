import { posix } from 'node:path';
import type { Fact, ReferenceFact } from '../../../model/fact.ts';
import type { ListedFile } from '../../files.ts';
import type { SdkCall } from './call.ts';
import type { ConstructDeployment } from './typescript/constructs.ts';

export const scannerId = 'code-calls';

/** What was read of one file. */
export interface ModuleFile {
  /** File that it stands in, where it is a part of one. */
  readonly file?: string;
  readonly calls: readonly SdkCall[];
  readonly deployments: readonly ConstructDeployment[];
  readonly imports: readonly string[];
}

/** Files that say where a unit of code begins. */
const manifests = /^(?:package\.json|pyproject\.toml|setup\.py|requirements\.txt|Pipfile|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|.*\.csproj|Gemfile|composer\.json|Cargo\.toml|Dockerfile)$/;

/** The references that files make: calls, imports that lead to calls, and the module that holds each file with calls. */
export function* referencesOf(read: ReadonlyMap<string, ModuleFile>, { files, textOf }: { readonly files: readonly ListedFile[]; textOf(path: string): string }): Iterable<Fact> {
  const leading = leadingToCalls(read);
  const units = new Set(files.flatMap(({ path }) => (manifests.test(posix.basename(path)) ? [posix.dirname(path)] : [])));
  let unknown = 0;
  let named = 0;
  for (const [path, { file = path, calls, deployments, imports }] of read) {
    for (const { id, path: to, line } of deployments) yield reference(file, { from: `construct:${id}`, to: `code:${to}`, edge: 'deploys', how: 'AWS CDK construct', line });
    if (!leading.has(path)) continue;
    yield reference(file, { from: `code:${moduleOf(file, units)}`, to: `code:${path}`, edge: 'contains', how: 'file of the module' });
    for (const target of imports.filter((target) => leading.has(target))) {
      const functions = namesOf(read.get(target));
      const text = functions.length === 0 ? '' : textOf(path);
      yield reference(path, { from: `code:${path}`, to: `code:${target}`, edge: 'refers', how: 'import' });
      for (const name of functions.filter((name) => new RegExp(`\\b${name.replace(/\W/g, '')}\\b`).test(text))) yield reference(path, { from: `code:${path}`, to: `code:${target}#${name}`, edge: 'refers', how: 'import' });
    }
    for (const call of calls) {
      if (call.to.includes('${?')) unknown += 1;
      else named += 1;
      yield reference(file, called(path, call));
    }
  }
  if (named > 0) yield { type: 'coverage', what: 'calls:resource-named', count: named, source: { scanner: scannerId } };
  if (unknown > 0) yield { type: 'coverage', what: 'calls:resource-not-told', count: unknown, source: { scanner: scannerId } };
}

type Made = Omit<ReferenceFact, 'type' | 'source'> & { readonly line?: number; readonly within?: string | undefined };

function reference(file: string, { line, within, ...made }: Made): ReferenceFact {
  return { type: 'reference', ...made, source: { scanner: scannerId, file, ...(line === undefined ? {} : { line }), ...(within === undefined ? {} : { path: within }) } };
}

/** Functions with calls that only other files call. */
const namesOf = (file: ModuleFile | undefined): string[] => [...new Set(file?.calls.flatMap(({ within }) => within ?? []))];

function called(path: string, { operation, type, to, parameter, line, certain, within }: SdkCall): Made {
  const edge = parameter === 'CopySource' ? 'reads' : operation.edge;
  return { from: `code:${path}`, to, edge, target: type, line, within, how: `${operation.service} ${operation.name} (${parameter})`, ...(certain ? {} : { confidence: 'inferred' }) };
}

/** Files with calls, and those that import them, directly or not. */
function leadingToCalls(read: ReadonlyMap<string, ModuleFile>): ReadonlySet<string> {
  const importers = new Map<string, string[]>();
  for (const [path, { imports }] of read) for (const target of imports) importers.set(target, [...(importers.get(target) ?? []), path]);
  const open = [...read].filter(([, { calls }]) => calls.length > 0).map(([path]) => path);
  const found = new Set(open);
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    for (const importer of importers.get(path) ?? []) {
      if (found.has(importer)) continue;
      found.add(importer);
      open.push(importer);
    }
  }
  return found;
}

/** The nearest folder above with a manifest, if it is not that of the whole scan; else the file's own. */
function moduleOf(path: string, units: ReadonlySet<string>): string {
  const own = posix.dirname(path);
  for (let folder = own; folder !== '.' && folder !== '/'; folder = posix.dirname(folder)) if (units.has(folder)) return folder;
  return own;
}
