import type { BlindSpot } from '../../model/blind-spot.ts';
import type { ReferenceFact, ResourceFact } from '../../model/fact.ts';
import { compareText } from '../../model/json.ts';
import type { Resource } from '../../model/resource.ts';
import { symbol } from '../../model/symbol.ts';
import { codeFiles, entriesOf, type CodeFiles, type Entries } from './deployed-files.ts';
import { environmentOf, expanded, sharedEnvironment, type Environment } from './environment.ts';

/** A resource and what was told of it. */
export interface Running {
  readonly resource: Resource;
  readonly factIds: readonly string[];
  readonly facts: readonly ResourceFact[];
}

/** Code joined with the resources that run it. */
export interface JoinedCode {
  /** The references of code, each from a resource that runs it or from the module it is in. */
  readonly references: readonly ReferenceFact[];
  /** Modules with calls that no known resource runs, as resources of their own. */
  readonly modules: readonly ResourceFact[];
  readonly blindSpots: readonly BlindSpot[];
  /** Ids of the resources that run a file. */
  readonly deployers: ReadonlyMap<string, readonly string[]>;
}

/** Type of the nodes that stand for code nobody is known to deploy. */
export const moduleType = 'Code::Module';
const scheme = 'code:';

export const isCode = ({ from, to }: ReferenceFact): boolean => from.startsWith(scheme) || (from.startsWith('construct:') && to.startsWith(scheme));

/** Finds what runs each file that calls resources, through imports, and says of each call what it names there. */
export function joinCode(all: readonly Running[], told: readonly ReferenceFact[]): JoinedCode {
  if (told.length === 0) return { references: [], modules: [], blindSpots: [], deployers: new Map() };
  const code = codeTold(told);
  const references: ReferenceFact[] = [];
  const blindSpots: BlindSpot[] = [];
  const deployers = new Map<string, string[]>();
  for (const running of all) {
    const reached = reachedBy(running, code);
    if (reached.size === 0) continue;
    const found = callsIn(reached, environmentOf(running.resource, running.facts), { code, from: symbol(running.factIds[0] ?? running.resource.id) });
    references.push(...found.references);
    if (found.missing.length > 0) blindSpots.push(missingNote(running.resource.name, found.missing));
    for (const file of reached.keys()) deployers.set(file, [...(deployers.get(file) ?? []), running.resource.id]);
  }
  const rest = modulesOf(code, deployers, sharedEnvironment(all.flatMap(({ facts }) => facts)));
  return { references: [...references, ...rest.references], modules: rest.modules, blindSpots: [...blindSpots, ...rest.blindSpots], deployers };
}

interface Import {
  readonly file: string;
  /** Function with calls that the importing file mentions. */
  readonly name: string | undefined;
}

interface Code {
  readonly calls: ReadonlyMap<string, readonly ReferenceFact[]>;
  readonly imports: ReadonlyMap<string, readonly Import[]>;
  readonly modules: ReadonlyMap<string, string>;
  /** Paths that constructs of the AWS CDK deploy, by id. */
  readonly constructs: ReadonlyMap<string, readonly string[]>;
  readonly files: CodeFiles;
}

function codeTold(told: readonly ReferenceFact[]): Code {
  const calls = new Map<string, ReferenceFact[]>();
  const imports = new Map<string, Import[]>();
  const modules = new Map<string, string>();
  const constructs = new Map<string, string[]>();
  const append = <T>(lists: Map<string, T[]>, key: string, value: T): void => {
    lists.set(key, [...(lists.get(key) ?? []), value]);
  };
  for (const reference of told) {
    const { from, to, edge } = reference;
    const target = to.slice(scheme.length);
    if (!from.startsWith(scheme)) append(constructs, from.slice('construct:'.length), target);
    else if (!to.startsWith(scheme)) append(calls, from.slice(scheme.length), reference);
    else if (edge === 'contains') modules.set(target, from.slice(scheme.length));
    else append(imports, from.slice(scheme.length), importOf(target));
  }
  return { calls, imports, modules, constructs, files: codeFiles([...calls.keys(), ...imports.keys(), ...modules.keys()]) };
}

function importOf(target: string): Import {
  const at = target.indexOf('#');
  return at === -1 ? { file: target, name: undefined } : { file: target.slice(0, at), name: target.slice(at + 1) };
}

/** How a file is reached. */
interface Reached {
  /** That the resource runs it is told from names only. */
  inferred: boolean;
  /** Its functions that files before it mention; undefined for the files that a resource begins with, which run as a whole. */
  readonly names: Set<string> | undefined;
}

/** Files that a resource runs. */
function reachedBy({ resource, facts }: Running, code: Code): Map<string, Reached> {
  const reached = new Map<string, Reached>();
  const open: string[] = [];
  for (const { files, inferred } of entriesOfAll(resource, facts, code)) {
    for (const file of files) reached.set(file, { inferred, names: undefined });
    open.push(...files);
  }
  for (let from = open.pop(); from !== undefined; from = open.pop()) {
    const { inferred = true } = reached.get(from) ?? {};
    for (const { file, name } of code.imports.get(from) ?? []) {
      const known = reached.get(file);
      if (known === undefined) reached.set(file, { inferred, names: new Set() });
      if (name !== undefined) reached.get(file)?.names?.add(name);
      if (known === undefined || (known.inferred && !inferred)) open.push(file);
      if (known !== undefined && !inferred) known.inferred = false;
    }
  }
  return reached;
}

function entriesOfAll({ module }: Resource, facts: readonly ResourceFact[], { constructs, files }: Code): Entries[] {
  const running = facts.flatMap(({ code }) => code ?? []);
  if (running.length === 0) return [];
  const id = module?.slice(module.lastIndexOf('/') + 1);
  const claimed = id === undefined ? [] : (constructs.get(id) ?? []).map((path) => entriesOf({ ...running[0], path }, files)).filter((entries) => entries.files.length > 0);
  return claimed.length > 0 ? claimed : running.map((each) => entriesOf(each, files));
}

interface From {
  readonly code: Code;
  readonly from: string;
  /** Everything said here is told from names only. */
  readonly inferred?: true;
}

interface Missing {
  readonly reference: ReferenceFact;
  readonly why: string;
}

function callsIn(reached: ReadonlyMap<string, Reached>, environment: Environment, { code, from, inferred }: From): { readonly references: ReferenceFact[]; readonly missing: Missing[] } {
  const references: ReferenceFact[] = [];
  const missing: Missing[] = [];
  for (const [file, { inferred: guessed, names }] of reached) {
    for (const reference of code.calls.get(file) ?? []) {
      const { path } = reference.source;
      const unused = names !== undefined && path !== undefined && !names.has(path);
      const found = expanded(reference.to, reference.target, environment);
      if (found.to === undefined) missing.push({ reference, why: found.missing ?? '' });
      else references.push({ ...reference, from, to: found.to, confidence: guessed || unused || found.inferred || (inferred && reference.to.includes('${env:')) ? 'inferred' : (reference.confidence ?? 'declared') });
    }
  }
  return { references, missing };
}

/** Code with calls that nothing runs, by module. */
function modulesOf(code: Code, deployers: ReadonlyMap<string, unknown>, environmentOfModule: (module: string) => Environment): Pick<JoinedCode, 'references' | 'modules' | 'blindSpots'> {
  const byModule = new Map<string, string[]>();
  for (const file of code.calls.keys()) {
    if (deployers.has(file)) continue;
    const module = code.modules.get(file) ?? file;
    byModule.set(module, [...(byModule.get(module) ?? []), file]);
  }
  const found = [...byModule].sort(([a], [b]) => compareText(a, b)).map(([module, files]) => {
    const id = `${scheme}${module}`;
    const calls = callsIn(new Map(files.map((file) => [file, { inferred: false, names: undefined }])), environmentOfModule(module), { code, from: symbol(id), inferred: true });
    const [first = module] = files.toSorted(compareText);
    const source = { scanner: 'code-calls', file: first };
    const node: ResourceFact = { type: 'resource', id, resourceType: moduleType, name: module, identities: [], attributes: {}, references: [], tags: {}, source };
    const undeployed: BlindSpot = {
      type: 'blind-spot', reason: 'unresolved', asked: `what runs the code in ${module}`,
      message: `It calls ${calls.references.length + calls.missing.length === 1 ? 'a resource' : 'resources'} through AWS SDKs, and no resource that was read is known to run it`,
      remedy: 'Read the template that deploys it together with the code', source,
    };
    return { references: calls.references, node, blindSpots: [undeployed, ...(calls.missing.length > 0 ? [missingNote(module, calls.missing)] : [])] };
  });
  return { references: found.flatMap(({ references }) => references), modules: found.map(({ node }) => node), blindSpots: found.flatMap(({ blindSpots }) => blindSpots) };
}

/** Calls shown of one resource. */
const shownLimit = 3;

/** Calls whose resource is not told, told once for each that runs them. */
function missingNote(name: string, missing: readonly Missing[]): BlindSpot {
  const lines = [...new Set(missing.map(({ reference: { how, source }, why }) => `${how} by ${why} (${source.file ?? ''}:${source.line ?? 1})`))].sort(compareText);
  const more = lines.length > shownLimit ? ` and ${lines.length - shownLimit} more` : '';
  const [{ reference }] = missing as readonly [Missing];
  return {
    type: 'blind-spot', reason: 'unresolved', asked: `resources that the code of ${name} calls`,
    message: `${lines.length} ${lines.length === 1 ? 'call names its resource' : 'calls name their resource'} by something that nobody told: ${lines.slice(0, shownLimit).join(', ')}${more}`,
    source: { scanner: reference.source.scanner, ...(reference.source.file === undefined ? {} : { file: reference.source.file }) },
  };
}
