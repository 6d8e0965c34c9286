import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, posix, resolve, sep } from 'node:path';
import { messageOf } from '../../model/errors.ts';
import type { Fact } from '../../model/fact.ts';
import type { FileScope } from '../../model/occurrence.ts';
import { decode } from '../files/read.ts';
import { scanner } from '../scanner.ts';
import { cdkOutStacks } from './cdk-out.ts';
import { cloudformation } from './cloudformation/index.ts';
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
    const context: IacContext = {
      deployments: (path) => assemblies.stacks.get(path) ?? scope.deployments(path),
      readRelative: (from, relative) => shelf.within(posix.join(posix.dirname(from), relative)),
    };
    const { nested, exports } = surveyAll(files, context, shelf);
    const skipped = candidates.length - files.length;
    if (skipped > 0) yield { type: 'coverage', what: 'files:test-or-vendored-not-read-as-infrastructure', count: skipped, source: { scanner: 'iac' } };
    for (const { path, size } of files) {
      if (nested.has(path)) continue;
      const file = size > sizeLimit ? undefined : shelf.load(path);
      if (file === undefined) yield blind(path, 'too-large', `It has ${size} bytes; files of more than ${sizeLimit} are not read.`);
      else if (typeof file === 'string') yield blind(path, 'unreadable', file);
      else yield* iacReaders.find((reader) => reader.claims(file))?.read(file, { ...context, exports: (region, name) => exports.get(`${region}/${name}`) }) ?? [];
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

/** What templates must know of each other before any is read: which ones are nested in others, and what is exported. */
function surveyAll(files: readonly CandidateFile[], context: IacContext, shelf: Shelf): { nested: Set<string>; exports: Map<string, string> } {
  const nested = new Set<string>();
  const exports = new Map<string, string>();
  for (const { path, size } of files) {
    const file = size > sizeLimit ? undefined : shelf.load(path);
    if (file === undefined || typeof file === 'string' || iacReaders.find((reader) => reader.claims(file)) !== cloudformation) continue;
    const found = survey(file, context);
    for (const inner of found.nested) nested.add(inner);
    for (const [name, value] of found.exports) exports.set(name, value);
  }
  return { nested, exports };
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

function blind(path: string, reason: 'too-large' | 'unreadable', message: string): Fact {
  return { type: 'blind-spot', reason, asked: `resources of ${path}`, message, source: { scanner: 'iac', file: path } };
}
