import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, posix, resolve, sep } from 'node:path';
import type { BlindSpot } from '../../model/blind-spot.ts';
import { messageOf } from '../../model/errors.ts';
import type { Fact } from '../../model/fact.ts';
import { compareText } from '../../model/json.ts';
import type { FileScope } from '../../model/occurrence.ts';
import { decode } from '../files/read.ts';
import { scanner } from '../scanner.ts';
import { cdkOutStacks } from './cdk-out.ts';
import { cloudformation } from './cloudformation/index.ts';
import { stackNames } from './cloudformation/stack-names.ts';
import { survey } from './cloudformation/survey.ts';
import type { Deployment, IacContext, IacFile, IacReader } from './reader.ts';
import { terraformPlan } from './terraform-plan.ts';
import { terraformState } from './terraform-state.ts';

/** In the order in which they are asked; the first that claims a file reads it. */
export const iacReaders: readonly IacReader[] = [terraformPlan, terraformState, cloudformation];

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

/** Larger files are not read: no template or plan that AWS or Terraform accepts comes near. */
const sizeLimit = 256 * 1024 ** 2;
const candidate = /\.(?:ya?ml|json|template|tmpl|cfn|cform|cft|tfstate|tfplan)$/i;
/** What these declare is deployed by nobody, or by somebody else. */
const foreign: ReadonlySet<FileScope> = new Set(['test', 'vendored']);

export const iacScanner = scanner<IacScope>({
  id: 'iac',
  title: 'Infrastructure as code',
  calls: [],
  async *scan(scope) {
    const candidates = [...scope.files].filter(({ path }) => candidate.test(path));
    const files = candidates.filter((file) => !foreign.has(file.scope));
    const shelf = shelfOf(scope.root);
    const assemblies = readAssemblies(files, scope, shelf);
    yield* assemblies.facts;
    const claims = files.map((file) => ({ path: file.path, claim: claimOf(file, shelf) }));
    const templates = claims.flatMap(({ path, claim }) => (claim === cloudformation ? [path] : [])).sort(compareText);
    const context: IacContext = {
      deployments: namedStacks(templates, (path) => assemblies.stacks.get(path) ?? scope.deployments(path)),
      readRelative: (from, relative) => shelf.within(posix.join(posix.dirname(from), relative)),
    };
    const { nested, exports } = surveyAll(templates, context, shelf);
    const skipped = candidates.length - files.length;
    if (skipped > 0) yield { type: 'coverage', what: 'files:test-or-vendored-not-read-as-infrastructure', count: skipped, source: { scanner: 'iac' } };
    for (const { path, claim } of claims) {
      if (claim === undefined || nested.has(path)) continue;
      const file = 'type' in claim ? undefined : shelf.load(path);
      if ('type' in claim) yield claim;
      else if (typeof file === 'string') yield blind(path, 'unreadable', file);
      else if (file !== undefined) yield* claim.read(file, { ...context, exports: (region, name) => exports.get(`${region}/${name}`) });
    }
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

/** Who reads a file, why it cannot be read, or nothing if it declares no infrastructure. */
function claimOf({ path, size }: CandidateFile, shelf: Shelf): IacReader | BlindSpot | undefined {
  if (size > sizeLimit) return blind(path, 'too-large', `It has ${size} bytes; files of more than ${sizeLimit} are not read.`);
  const file = shelf.load(path);
  return typeof file === 'string' ? blind(path, 'unreadable', file) : iacReaders.find((reader) => reader.claims(file));
}

/** Deployments in which every stack has a name of its own. */
function namedStacks(templates: readonly string[], deployments: IacContext['deployments']): IacContext['deployments'] {
  const all = templates.flatMap((path) => deployments(path).map(({ region, stack }) => ({ path, region, stack })));
  const nameOf = stackNames(all.filter(({ stack }) => stack === undefined), all.flatMap(({ stack, ...rest }) => (stack === undefined ? [] : [{ ...rest, stack }])));
  return (path) => deployments(path).map((deployment) => ({ ...deployment, stack: deployment.stack ?? nameOf(path, deployment.region) }));
}

/** What templates must know of each other before any is read: which ones are nested in others, and what is exported. */
function surveyAll(templates: readonly string[], context: IacContext, shelf: Shelf): { nested: ReadonlySet<string>; exports: ReadonlyMap<string, string> } {
  const inside = new Map<string, ReadonlySet<string>>();
  const exports = new Map<string, string>();
  for (const path of templates) {
    const file = shelf.load(path);
    if (typeof file === 'string') continue;
    const found = survey(file, context);
    inside.set(path, found.nested);
    for (const [name, value] of found.exports) exports.set(name, value);
  }
  return { nested: readWithOthers(inside), exports };
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

interface Shelf {
  /** The file, or why it cannot be read. */
  load(path: string): IacFile | string;
  /** A file that another one refers to; undefined if it is not there or lies outside of the root. */
  within(path: string): IacFile | undefined;
}

function shelfOf(root: string): Shelf {
  const load = (path: string): IacFile | string => {
    const absolutePath = resolve(root, path);
    try {
      const stat = statSync(absolutePath);
      // A device or pipe behind a link has no end; a file may have grown since it was listed.
      if (!stat.isFile()) return 'It is no ordinary file.';
      if (stat.size > sizeLimit) return `It has ${stat.size} bytes; files of more than ${sizeLimit} are not read.`;
      return { path, absolutePath, text: decode(readFileSync(absolutePath)) };
    } catch (thrown) {
      return messageOf(thrown);
    }
  };
  return {
    load,
    within(path) {
      if (path.startsWith('../') || path.startsWith('/')) return undefined;
      try {
        if (!realpathSync(join(root, path)).startsWith(realpathSync(root) + sep)) return undefined;
      } catch {
        // Not there: the reader says so where the reference stands.
        return undefined;
      }
      const file = load(path);
      return typeof file === 'string' ? undefined : file;
    },
  };
}

function blind(path: string, reason: 'too-large' | 'unreadable', message: string): BlindSpot {
  return { type: 'blind-spot', reason, asked: `resources of ${path}`, message, source: { scanner: 'iac', file: path } };
}
