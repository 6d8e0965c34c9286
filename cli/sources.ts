import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { compareText } from '../model/json.ts';
import type { Fact } from '../model/fact.ts';
import { codeScanner, type CodeScope } from '../scanner/code/index.ts';
import type { Basis } from '../scanner/files/basis.ts';
import { isConfigFile } from '../scanner/files/config-file.ts';
import { listFiles, type FileListing, type ListedFile } from '../scanner/files.ts';
import type { IacScope } from '../scanner/iac/index.ts';
import { configNames, type LoadedConfig } from './config.ts';
import type { DeploymentPlan } from './deployments.ts';
import { globMatcher } from './globs.ts';
import type { Progress } from './progress.ts';

/** Files and folders that are scanned, listed once for all scanners. */
export interface Sources {
  readonly root: string;
  readonly files: readonly ListedFile[];
  /** Absolute paths of files that were named one by one: whatever they look like, they are what the user means. */
  readonly named: ReadonlySet<string>;
  /** What the listing could not see, and how many files the configuration left out. */
  readonly facts: readonly Fact[];
  /** What the list hangs on, beside the files; undefined where that is not known. */
  readonly basis?: Basis | undefined;
}

const scanner = 'files';

export async function listSources(paths: readonly string[], root: string, { config, folder }: LoadedConfig): Promise<Sources> {
  const listing: FileListing = await listFiles({ base: root, paths, scanner });
  const { include = [], exclude = [] } = config.paths ?? {};
  const included = globMatcher(include, folder);
  const excluded = globMatcher(exclude, folder);
  const files = listing.files.filter(({ absolutePath }) => (include.length === 0 || included(absolutePath)) && !excluded(absolutePath));
  const left = listing.files.length - files.length;
  const counts: Fact[] = [
    ...(left > 0 ? [{ type: 'coverage' as const, what: 'files:excluded-by-configuration', count: left, source: { scanner } }] : []),
    ...(listing.symlinks > 0 ? [{ type: 'coverage' as const, what: 'files:symbolic-links-not-followed', count: listing.symlinks, source: { scanner } }] : []),
  ];
  const named = new Set(paths.map((path) => resolve(root, path)));
  return { root, files, named, facts: [...listing.blindSpots, ...counts], basis: listing.basis };
}

/** What AWS Config wrote down, and the sources without it: it is no code, though it names regions on every line. */
export async function scanConfigFiles(sources: Sources, progress: Progress): Promise<{ readonly facts: readonly Fact[]; readonly rest: Sources }> {
  const isMeant = ({ absolutePath, scope }: ListedFile): boolean => sources.named.has(absolutePath) || (scope !== 'test' && scope !== 'vendored');
  const found = sources.files.filter((file) => isMeant(file) && isConfigFile(file.absolutePath));
  if (found.length === 0) return { facts: [], rest: sources };
  const { configFileScanner } = await import('../scanner/aws/config-files.ts');
  const facts: Fact[] = [];
  for await (const fact of configFileScanner.scan({ files: found })) {
    facts.push(fact);
    progress.show(`Reading files of AWS Config: ${facts.length} facts`);
  }
  const read = new Set(found);
  return { facts, rest: { ...sources, files: sources.files.filter((file) => !read.has(file)) } };
}

export interface IacFacts {
  readonly facts: readonly Fact[];
  /** Templates that need a region and were given none. They were not evaluated. */
  readonly homeless: readonly string[];
  /** Templates that say no region themselves, of which nothing else says one: they were taken to be deployed to home and nowhere else. */
  readonly assumed: readonly string[];
}

export async function scanIac({ root, files, named }: Sources, home: readonly string[], { plan, progress }: { readonly plan: DeploymentPlan; readonly progress: Progress }): Promise<IacFacts> {
  const absolute = new Map(files.map(({ path, absolutePath }) => [path, absolutePath]));
  const homeless = new Set<string>();
  const assumed = new Set<string>();
  const facts: Fact[] = [];
  const scope: IacScope = {
    root,
    files: files.map(({ path, absolutePath, scope }) => ({ path, size: sizeOf(absolutePath), scope: named.has(absolutePath) ? ('production' as const) : scope })),
    deployments(path: string) {
      const deployments = plan.of(absolute.get(path) ?? path, home);
      if (deployments.length === 0) homeless.add(path);
      else if (plan.of(absolute.get(path) ?? path, []).length === 0) assumed.add(path);
      return deployments;
    },
  };
  const { iacScanner } = await import('../scanner/iac/index.ts');
  for await (const fact of iacScanner.scan(scope)) {
    facts.push(fact);
    progress.show(`Reading templates: ${facts.length} facts`);
  }
  // Plans, states and assemblies are asked for too, and mostly name their regions themselves.
  const templates = new Set(facts.flatMap((fact) => (fact.type === 'resource' && fact.source.scanner === 'cloudformation' ? (fact.source.file ?? []) : [])));
  return { facts, homeless: [...homeless], assumed: [...assumed].filter((path) => templates.has(path)).sort(compareText) };
}

export async function scanCode({ root, files }: Sources, progress: Progress, scope: Omit<CodeScope, 'root' | 'files'> = {}): Promise<Fact[]> {
  const facts: Fact[] = [];
  // Our own configuration names regions because that is what it is for.
  const read = files.filter(({ path }) => !configNames.includes(basename(path)));
  for await (const fact of codeScanner.scan({ root, files: read, ...scope })) {
    facts.push(fact);
    progress.show(`Reading code: ${facts.length} facts`);
  }
  return facts;
}

/** Which resources the code calls. Only what connects an estate asks for it. */
export async function scanCalls({ files }: Sources, progress: Progress): Promise<Fact[]> {
  const facts: Fact[] = [];
  const { callScanner } = await import('../scanner/code/calls/index.ts');
  for await (const fact of callScanner.scan({ files })) {
    facts.push(fact);
    progress.show(`Reading calls: ${facts.length} facts`);
  }
  return facts;
}

/** A file that is gone by now has no size; the scanner will say that it cannot be read. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
