import { posix } from 'node:path';
import type { BlindSpot } from '../../model/blind-spot.ts';
import type { Fact } from '../../model/fact.ts';
import { compareText } from '../../model/json.ts';
import type { FileScope } from '../../model/occurrence.ts';
import { scanner } from '../scanner.ts';
import { cdkOutStacks } from './cdk-out.ts';
import { cloudformation } from './cloudformation/index.ts';
import { stackNames } from './cloudformation/stack-names.ts';
import { survey } from './cloudformation/survey.ts';
import type { Deployment, IacContext, IacReader } from './reader.ts';
import { outlineOf, serverlessFramework, type Outline } from './serverless-framework/index.ts';
import { shelfOf, sizeLimit, type Shelf } from './shelf.ts';
import { terraformHcl } from './terraform-hcl/index.ts';
import { isConfiguration, type HclShelf } from './terraform-hcl/loader.ts';
import { terraformPlan } from './terraform-plan.ts';
import { terraformState } from './terraform-state.ts';
import { unreadTools } from './unread-tools.ts';

/** In the order in which they are asked; the first that claims a file reads it. */
export const iacReaders: readonly IacReader[] = [terraformPlan, terraformState, serverlessFramework, cloudformation];

export interface IacScope {
  /** Absolute path that file paths are relative to. Nothing outside it is read. */
  readonly root: string;
  readonly files: Iterable<CandidateFile>;
  /** Where a template is deployed; empty if nobody said, and then it is not evaluated. */
  deployments(path: string): readonly Deployment[];
}

export interface CandidateFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly scope: FileScope;
}

const candidate = /\.(?:ya?ml|json|template|tmpl|cfn|cform|cft|tfstate|tfplan|tf|tofu)$/i;
/** What these declare is deployed by nobody, or by somebody else. */
const foreign: ReadonlySet<FileScope> = new Set(['test', 'vendored']);

export const iacScanner = scanner<IacScope>({
  id: 'iac',
  title: 'Infrastructure as code',
  calls: [],
  async *scan(scope) {
    const all = [...scope.files];
    const candidates = all.filter(({ path }) => candidate.test(path));
    const files = candidates.filter((file) => !foreign.has(file.scope));
    const shelf = shelfOf(scope.root, all.map(({ path }) => path));
    const assemblies = readAssemblies(files, scope, shelf);
    yield* assemblies.facts;
    const claims = files.map((file) => ({ path: file.path, claim: claimOf(file, shelf) }));
    const templates = claims.flatMap(({ path, claim }) => (claim === cloudformation ? [path] : [])).sort(compareText);
    const alone: IacContext = {
      deployments: (path) => assemblies.stacks.get(path) ?? scope.deployments(path),
      readRelative: (from, relative) => shelf.within(posix.join(posix.dirname(from), relative)),
    };
    const services = outlines(claims.flatMap(({ path, claim }) => (claim === serverlessFramework ? [path] : [])), alone, shelf);
    const named = namedStacks([...templates, ...services.keys()], services, alone.deployments);
    const context: IacContext = { ...alone, deployments: named };
    const shown = claims.flatMap(({ path, claim }) => (claim === terraformPlan || claim === terraformState ? [{ path, isPlan: claim === terraformPlan }] : []));
    const configuration = await terraformHcl({ paths: files.map(({ path }) => path), shown, shelf: textShelf(shelf), deployments: context.deployments, folderName: posix.basename(scope.root.replaceAll('\\', '/')) || 'terraform' });
    const { nested, exports, endings } = surveyAll(templates, context, shelf);
    const included = new Set([...services.values()].flatMap((service) => [...service.included]));
    const skipped = candidates.length - files.length;
    if (skipped > 0) yield { type: 'coverage', what: 'files:test-or-vendored-not-read-as-infrastructure', count: skipped, source: { scanner: 'iac' } };
    for (const { path, claim } of claims) {
      if (claim === undefined || nested.has(path) || (included.has(path) && claim === cloudformation)) continue;
      const file = 'type' in claim ? undefined : shelf.load(path);
      if ('type' in claim) yield claim;
      else if (typeof file === 'string') yield blind(path, 'unreadable', file);
      else if (file !== undefined) yield* claim.read(file, { ...context, exports: (region, name) => exports.get(`${region}/${name}`), exportEnding: (region, ending) => endings.get(`${region}/${ending}`) ?? undefined, provider: configuration.provider, rootName: configuration.nameOf });
    }
    yield* configuration.facts();
    yield* unreadTools(all.filter((file) => !foreign.has(file.scope)));
  },
});

interface Assemblies {
  readonly stacks: ReadonlyMap<string, readonly Deployment[]>;
  readonly facts: readonly Fact[];
}

function readAssemblies(files: readonly CandidateFile[], scope: IacScope, shelf: Shelf): Assemblies {
  const stacks = new Map<string, readonly Deployment[]>();
  const facts: Fact[] = [];
  for (const { path, size } of files) {
    if (posix.basename(path) !== 'manifest.json' || size > sizeLimit) continue;
    const manifest = shelf.load(path);
    if (typeof manifest === 'string') continue;
    const assembly = cdkOutStacks(manifest, scope.deployments(path));
    for (const [template, deployments] of assembly.stacks) stacks.set(template, deployments);
    facts.push(...assembly.facts);
  }
  return { stacks, facts };
}

/** The shelf as configuration of Terraform is read from it. */
function textShelf(shelf: Shelf): HclShelf {
  return {
    list: shelf.list,
    text: (path) => shelf.within(path)?.text,
  };
}

/** Who reads a file, why it cannot be read, or nothing if it declares no infrastructure. */
function claimOf({ path, size }: CandidateFile, shelf: Shelf): IacReader | BlindSpot | undefined {
  if (isConfiguration(path)) return undefined;
  if (size > sizeLimit) return blind(path, 'too-large', `It has ${size} bytes; files of more than ${sizeLimit} are not read.`);
  const file = shelf.load(path);
  return typeof file === 'string' ? blind(path, 'unreadable', file) : iacReaders.find((reader) => reader.claims(file));
}

/** What configurations of the Serverless Framework say of themselves. */
function outlines(paths: readonly string[], context: IacContext, shelf: Shelf): ReadonlyMap<string, Outline> {
  return new Map(paths.flatMap((path) => {
    const file = shelf.load(path);
    const outline = typeof file === 'string' ? undefined : outlineOf(file, context);
    return outline === undefined ? [] : [[path, outline] as const];
  }));
}

/** Deployments in which every stack has a name of its own: what a service is called, unless several are called that, else after its file. */
function namedStacks(templates: readonly string[], services: ReadonlyMap<string, Outline>, told: IacContext['deployments']): IacContext['deployments'] {
  const same = Map.groupBy(services.values(), ({ stack }) => stack);
  const ownName = (path: string): string | undefined => {
    const stack = services.get(path)?.stack;
    return stack !== undefined && same.get(stack)?.length === 1 ? stack : undefined;
  };
  const deployments = (path: string): readonly Deployment[] => told(path).map((deployment) => ({ ...deployment, stack: deployment.stack ?? ownName(path) }));
  const all = templates.flatMap((path) => deployments(path).map(({ region, stack }) => ({ path, region, stack })));
  const nameOf = stackNames(all.filter(({ stack }) => stack === undefined), all.flatMap(({ stack, ...rest }) => (stack === undefined ? [] : [{ ...rest, stack }])));
  return (path) => deployments(path).map((deployment) => ({ ...deployment, stack: deployment.stack ?? nameOf(path, deployment.region) }));
}

/** What templates must know of each other before any is read: which ones are nested in others, and what is exported. */
function surveyAll(templates: readonly string[], context: IacContext, shelf: Shelf): { nested: ReadonlySet<string>; exports: ReadonlyMap<string, string>; endings: ReadonlyMap<string, { readonly name: string; readonly value: string } | null> } {
  const inside = new Map<string, ReadonlySet<string>>();
  const exports = new Map<string, string>();
  // Of an ending that several templates export, none is meant rather than another.
  const endings = new Map<string, { readonly name: string; readonly value: string } | null>();
  for (const path of templates) {
    const file = shelf.load(path);
    if (typeof file === 'string') continue;
    const found = survey(file, context);
    inside.set(path, found.nested);
    for (const [name, value] of found.exports) exports.set(name, value);
    for (const [ending, one] of found.endings) endings.set(ending, endings.has(ending) ? null : one);
  }
  return { nested: readWithOthers(inside), exports, endings };
}

/** Templates that are read as part of another one. Of those that contain each other and are in no other, the first is read by itself. */
function readWithOthers(inside: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const nested = new Set([...inside.values()].flatMap((inner) => [...inner]));
  const reached = new Set([...inside].flatMap(([path, inner]) => (nested.has(path) ? [] : [...inner])));
  for (const [path, inner] of inside) {
    if (!nested.has(path) || reached.has(path)) continue;
    nested.delete(path);
    for (const other of inner) reached.add(other);
  }
  return nested;
}

function blind(path: string, reason: 'too-large' | 'unreadable', message: string): BlindSpot {
  return { type: 'blind-spot', reason, asked: `resources of ${path}`, message, source: { scanner: 'iac', file: path } };
}
