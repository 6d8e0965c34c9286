import { posix } from 'node:path';
import type { Json } from '../../../model/json.ts';
import type { Deployment } from '../reader.ts';
import { asList, asObject, asText, member } from '../terraform/members.ts';
import { literalText } from './declarations.ts';
import type { Load, HclShelf } from './loader.ts';
import type { Module, Root } from './module.ts';
import { openRoot } from './modules.ts';
import { isLocal, type RootFolder } from './roots.ts';
import { startRun, type Run } from './run.ts';
import type { HclParser } from './syntax/parser.ts';
import { variableValues } from './tfvars.ts';
import { isObject, itemsOf, knownText, valueOfJson, type Value } from './value.ts';

/** What the root modules of a scan share. */
export interface Estate {
  readonly shelf: HclShelf;
  readonly parser: HclParser;
  readonly load: Load;
  readonly roots: readonly RootFolder[];
  deployment(folder: RootFolder): Deployment | undefined;
  nameOf(stack: string): string;
}

/** Opens root modules, each once; they may read each other's outputs. */
export function opener(estate: Estate): (folder: RootFolder) => Module {
  const open = new Map<RootFolder, Module>();
  const states = new Map<string, RootFolder>();
  for (const root of estate.roots) for (const name of stateNames(root, estate)) if (!states.has(name)) states.set(name, root);
  const openOne = (folder: RootFolder): Module => {
    const known = open.get(folder) ?? openRoot(rootOf(folder, estate, { findState: (name) => states.get(name), openOne }));
    open.set(folder, known);
    return known;
  };
  return openOne;
}

type FindState = (name: string) => RootFolder | undefined;

interface Others {
  readonly findState: FindState;
  readonly openOne: (folder: RootFolder) => Module;
}

function rootOf(root: RootFolder, estate: Estate, { findState, openOne }: Others): Root {
  const { shelf, parser, load } = estate;
  const { folder, stack, shown } = root;
  const run: Run = startRun({ text: (path) => textWithin(path, folder, shelf), template: parser.template }, charactersBelow(folder, load));
  const deployment = estate.deployment(root);
  const values = shown.some(({ isPlan }) => isPlan) ? plannedValues(root, shelf) : variableValues(folder, { shelf, parser, run });
  const parameters = new Map(Object.entries(deployment?.parameters ?? {}));
  const downloaded = downloadedModules(folder, shelf);
  return {
    run, folder, stack, name: estate.nameOf(stack), deployment, load, isPlanned: shown.length > 0,
    given: (name) => parameters.get(name) ?? values.get(name),
    locate: ({ source, from, keyPath }) => (isLocal(source) ? inside(posix.join(from, source)) : downloaded.get(keyPath)),
    remoteOutput(configuration, output) {
      const name = stateNameOf(configuration, folder);
      const found = name === undefined ? undefined : findState(name);
      return found === undefined || found === root ? undefined : openOne(found).output(output);
    },
  };
}

const inside = (path: string): string | undefined => (path === '..' || path.startsWith('../') || posix.isAbsolute(path) ? undefined : path.replace(/\/$/, ''));

/** Text of a file that a function names: by a path that is relative to the root module. */
function textWithin(path: string, folder: string, shelf: HclShelf): string | undefined {
  const place = posix.isAbsolute(path) ? undefined : inside(posix.join(folder, path));
  const text = place === undefined ? undefined : shelf.text(place);
  return typeof text === 'string' ? text : undefined;
}

/** Length of the configuration that a folder can reach through local modules: what its evaluation may cost. */
function charactersBelow(folder: string, load: Load): number {
  const seen = new Set<string>();
  const open = [folder];
  let sum = 0;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const { characters, calls } = load(at);
    sum += characters;
    for (const { block } of calls.values()) {
      const source = literalText(block.body, 'source');
      const called = source !== undefined && isLocal(source) ? inside(posix.join(at, source)) : undefined;
      if (called !== undefined) open.push(called);
    }
  }
  return sum;
}

function jsonAt(path: string, shelf: HclShelf): Json | undefined {
  const text = shelf.text(path);
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) as Json;
  } catch {
    // Whoever reads the file as a plan says that it is damaged; a damaged list of modules is none.
    return undefined;
  }
}

/** The values that the root's variables had when the plan was made. */
function plannedValues({ shown }: RootFolder, shelf: HclShelf): ReadonlyMap<string, Value> {
  const plans = shown.filter(({ isPlan }) => isPlan).map(({ path }) => asObject(member(jsonAt(path, shelf), 'variables')) ?? {});
  return new Map(plans.flatMap((variables) => Object.entries(variables)).flatMap(([name, entry]) => {
    const value = member(entry, 'value');
    return value === undefined ? [] : [[name, valueOfJson(value)] as const];
  }));
}

/** Folders into which terraform init has put modules, by their calls: vpc, network.vpc. */
function downloadedModules(folder: string, shelf: HclShelf): ReadonlyMap<string, string> {
  const manifest = jsonAt(posix.join(folder, '.terraform/modules/modules.json'), shelf);
  return new Map((asList(member(manifest, 'Modules')) ?? []).flatMap((entry) => {
    const [key, dir] = [asText(member(entry, 'Key')), asText(member(entry, 'Dir'))];
    const place = key === undefined || dir === undefined || posix.isAbsolute(dir) ? undefined : inside(posix.join(folder, dir));
    return key === undefined || place === undefined ? [] : [[key, place] as const];
  }));
}

/** Names under which other roots read the state of this one. */
function stateNames({ folder, shown }: RootFolder, { load }: Estate): string[] {
  const { backend } = load(folder);
  const local = shown.flatMap(({ path, isPlan }) => (isPlan ? [] : [`local ${path}`]));
  if (backend === undefined) return [...local, `local ${posix.join(folder, 'terraform.tfstate')}`];
  const [type] = backend.labels;
  const [bucket, key, path] = ['bucket', 'key', 'path'].map((name) => literalText(backend.body, name));
  if (type === 's3' && bucket !== undefined && key !== undefined) return [...local, `s3 ${bucket}/${key}`];
  return type === 'local' && path !== undefined ? [...local, `local ${posix.join(folder, path)}`] : local;
}

/** The same name, from the data source that reads the state. */
function stateNameOf(configuration: Value, folder: string): string | undefined {
  const get = (of: Value, name: string): Value => (isObject(of) ? (of.of.get(name) ?? null) : null);
  const config = get(configuration, 'config');
  const settings = itemsOf(config)?.[0] ?? config;
  const [backend, bucket, key, path] = [knownText(get(configuration, 'backend')), ...['bucket', 'key', 'path'].map((name) => knownText(get(settings, name)))];
  if (backend === 's3' && bucket !== undefined && key !== undefined) return `s3 ${bucket}/${key}`;
  return backend === 'local' && path !== undefined ? `local ${posix.join(folder, path)}` : undefined;
}
