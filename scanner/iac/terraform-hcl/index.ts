import { posix } from 'node:path';
import { messageOf } from '../../../model/errors.ts';
import type { Fact } from '../../../model/fact.ts';
import type { Deployment } from '../reader.ts';
import { stackRoot } from '../terraform/stack-root.ts';
import type { Whereabouts } from '../terraform/whereabouts.ts';
import { factsOf, id } from './facts.ts';
import { isConfiguration, loader, type HclShelf } from './loader.ts';
import { literalText, type Declarations } from './declarations.ts';
import { opener } from './open.ts';
import type { Module } from './module.ts';
import { rootFolders, type RootFolder, type Shown } from './roots.ts';
import { hclParser } from './syntax/parser.ts';

export interface HclScope {
  /** Files of the scan, whatever they are. */
  readonly paths: readonly string[];
  /** Plans and states that are read as such. */
  readonly shown: readonly Shown[];
  readonly shelf: HclShelf;
  deployments(path: string): readonly Deployment[];
  /** Name of the scanned folder, without the folders around it. */
  readonly folderName?: string;
}

export interface HclReading {
  facts(): Iterable<Fact>;
  /** What people call the deployment of a root: by the folder it is in, and one in the scanned folder itself by where its state is kept, else by that folder's own name. */
  nameOf(stack: string): string;
  /** Where a provider configuration of the root module works that a plan has under the name `stack`. */
  provider(stack: string, key: string): Whereabouts;
}

/**
 * Terraform and OpenTofu configuration, evaluated without a plan and without running anything.
 *
 * What the files tell is told: modules of the scanned root, variables with a value, locals, count and for_each, dynamic blocks, functions.
 * A value that only AWS or a deployment gives is the symbol of the resource attribute that it comes from, as in a plan; everything else that
 * cannot be decided is untold. A block with an unknown number of instances is told once, with a blind spot that names it.
 */
export async function terraformHcl({ paths, shown, shelf, deployments, folderName = '.' }: HclScope): Promise<HclReading> {
  const named = (stack: string, stateName?: string): string => (stack === '.' ? (stateName ?? folderName) : stack);
  if (!paths.some(isConfiguration)) return { facts: () => [], nameOf: named, provider: () => ({}) };
  const parser = await hclParser();
  const load = loader(shelf, parser);
  const { roots, uncalled } = rootFolders(paths, shown, { load, list: shelf.list });
  const nameOf = (stack: string): string => named(stack, stateNameIn(load('.')));
  const open = opener({ shelf, parser, load, roots, nameOf, deployment: ({ folder }) => deployments(load(folder).files[0] ?? posix.join(folder, 'main.tf'))[0] });
  return {
    *facts() {
      for (const root of roots) yield* guarded(root, open);
      for (const folder of uncalled) yield { type: 'blind-spot', reason: 'unresolved', asked: `whether ${folder} is deployed`, message: `${folder} is a module that nothing given calls: its resources are left out.`, remedy: 'Give the configuration that calls it, or the output of terraform show -json for a plan.', source: { scanner: id, file: load(folder).files[0] ?? folder } };
    },
    nameOf,
    provider(stack, key) {
      const root = roots.find((each) => each.stack === stack);
      const [name = '', alias] = key.split('.');
      return root === undefined || key.includes(':') ? {} : (open(root).providers.of(name, alias)?.where() ?? {});
    },
  };
}

/** What the configuration calls its state: the key in the bucket without words that every state has, the workspace. */
function stateNameIn({ backend }: Declarations): string | undefined {
  if (backend === undefined) return undefined;
  const workspace = backend.body.blocks.find(({ type }) => type === 'workspaces');
  const text = literalText(backend.body, 'key') ?? (workspace === undefined ? undefined : literalText(workspace.body, 'name'));
  const name = text === undefined ? '.' : stackRoot(text.replace(/^\/+/, ''));
  return name === '.' ? undefined : name;
}

/** Facts of a root; what the stack cannot hold becomes a blind spot. */
function* guarded(root: RootFolder, open: (root: RootFolder) => Module): Iterable<Fact> {
  try {
    yield* factsOf(open(root));
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    yield { type: 'blind-spot', reason: 'too-large', asked: `resources of ${root.folder}`, message: `The configuration could not be read to its end: ${messageOf(thrown)}`, source: { scanner: id, file: root.folder } };
  }
}
