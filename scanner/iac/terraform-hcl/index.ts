import { posix } from 'node:path';
import { messageOf } from '../../../model/errors.ts';
import type { Fact } from '../../../model/fact.ts';
import type { Deployment } from '../reader.ts';
import type { Whereabouts } from '../terraform/whereabouts.ts';
import { factsOf, id } from './facts.ts';
import { isConfiguration, loader, type HclShelf } from './loader.ts';
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
}

export interface HclReading {
  facts(): Iterable<Fact>;
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
export async function terraformHcl({ paths, shown, shelf, deployments }: HclScope): Promise<HclReading> {
  if (!paths.some(isConfiguration)) return { facts: () => [], provider: () => ({}) };
  const parser = await hclParser();
  const load = loader(shelf, parser);
  const { roots, uncalled } = rootFolders(paths, shown, { load, list: shelf.list });
  const open = opener({ shelf, parser, load, roots, deployment: ({ folder }) => deployments(load(folder).files[0] ?? posix.join(folder, 'main.tf'))[0] });
  return {
    *facts() {
      for (const root of roots) yield* guarded(root, open);
      for (const folder of uncalled) yield { type: 'blind-spot', reason: 'unresolved', asked: `whether ${folder} is deployed`, message: `${folder} is a module that nothing given calls: its resources are left out.`, remedy: 'Give the configuration that calls it, or the output of terraform show -json for a plan.', source: { scanner: id, file: load(folder).files[0] ?? folder } };
    },
    provider(stack, key) {
      const root = roots.find((each) => each.stack === stack);
      const [name = '', alias] = key.split('.');
      return root === undefined || key.includes(':') ? {} : (open(root).providers.of(name, alias)?.where() ?? {});
    },
  };
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
