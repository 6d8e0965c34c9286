import { indexText, within, type InstanceKey } from '../terraform/address.ts';
import type { Declared } from './declarations.ts';
import type { Environment } from './environment.ts';
import { evaluate } from './evaluate.ts';
import { instancesOf, type Instance } from './instances.ts';
import { lazyMap } from './memo.ts';
import type { Module, Root } from './module.ts';
import { openProviders, providerAt, providerName, type ProviderConfig, type Providers } from './providers.ts';
import { lazyOf, resourceSet, valueOf, type ResourceSet } from './resource.ts';
import { rootOf } from './root-names.ts';
import { gap, knownText, mentionsOf, unknown, type Lazy, type Value } from './value.ts';
import { variableOf } from './variables.ts';

/** Modules inside one another. */
const depthLimit = 24;

interface Opening {
  readonly root: Root;
  readonly folder: string;
  readonly path: string;
  readonly keyPath: string;
  readonly inside: readonly string[];
  readonly undecided: boolean;
  /** The value that a variable is given; undefined where its default holds. */
  argument(variable: string): Value | undefined;
  readonly outer: Providers | undefined;
  readonly passed: ReadonlyMap<string, ProviderConfig>;
}

/** The root module, and by way of it everything that it calls. */
export function openRoot(root: Root): Module {
  return openModule({ root, folder: root.folder, path: '', keyPath: '', inside: [], undecided: false, argument: (name) => root.given(name), outer: undefined, passed: new Map() });
}

function openModule(opening: Opening): Module {
  const { root, folder, path, keyPath, inside, undecided, outer, passed } = opening;
  const declarations = root.load(folder);
  const sets = new Map<string, ResourceSet>();
  const called = new Map<string, Called>();
  const setOf = (address: string): ResourceSet | undefined => {
    const declared = declarations.resources.get(address);
    const known = sets.get(address) ?? (declared && resourceSet(declared, module));
    if (known) sets.set(address, known);
    return known;
  };
  const callOf = (name: string): Called | undefined => {
    const declared = declarations.calls.get(name);
    const known = called.get(name) ?? (declared && call(declared, module));
    if (known) called.set(name, known);
    return known;
  };
  const environment: Environment = {
    run: root.run,
    root: rootOf({
      folder, root,
      variable: lazyMap((name) => variableOf(declarations.variables.get(name), opening.argument(name), { environment: () => environment, name, isRoot: path === '' })),
      local: lazyMap((name) => {
        const expression = declarations.locals.get(name);
        return expression === undefined ? unknown(`there is no local ${name.slice(0, 100)}`) : evaluate(expression, environment);
      }),
      call: lazyMap((name) => callOf(name)?.value ?? unknown(`there is no module ${name.slice(0, 100)}`)),
      resource: lazyMap((address) => setOf(address)?.value ?? unknown(`there is no ${address.slice(0, 200)}`)),
    }),
  };
  const module: Module = {
    root, path, keyPath, declarations, environment, undecided, inside,
    providers: openProviders({ declared: declarations.providers, environment, path, passed, outer }),
    output: lazyMap((name) => outputOf(declarations.outputs.get(name), environment)),
    *resources() {
      for (const address of declarations.resources.keys()) yield* setOf(address)?.instances ?? [];
    },
    *children() {
      for (const name of declarations.calls.keys()) yield* callOf(name)?.modules ?? [];
    },
  };
  return module;
}

function outputOf(declared: Declared | undefined, environment: Environment): Value {
  const body = declared?.block.body;
  const expression = body?.attributes.get('value')?.value;
  if (expression === undefined) return unknown('there is no such output');
  const value = evaluate(expression, environment);
  const sensitive = body?.attributes.get('sensitive')?.value;
  return sensitive?.is === 'literal' && sensitive.value === true ? unknown('sensitive', mentionsOf(value)) : value;
}

interface Called {
  readonly modules: readonly Module[];
  readonly value: Value;
}

/** The instances of the module that a block calls. */
function call(declared: Declared, caller: Module): Called {
  const [name = ''] = declared.block.labels;
  const { root } = caller;
  const keyPath = caller.keyPath === '' ? name : `${caller.keyPath}.${name}`;
  const folder = locate(declared, caller, keyPath);
  if (folder === undefined) return unread(declared, caller, name);
  const found = instancesOf(declared.block.body, caller.environment, within(caller.path, `module.${name}`));
  const open = (instance: Instance, undecided: boolean): Module => openModule({
    root, folder, keyPath, undecided: caller.undecided || undecided,
    path: within(caller.path, `module.${name}${indexText(instance.key)}`),
    inside: [...caller.inside, caller.declarations.folder],
    argument(variable) {
      const attribute = declared.block.body.attributes.get(variable);
      return attribute && evaluate(attribute.value, instance.environment);
    },
    outer: caller.providers,
    passed: passedProviders(declared, caller.providers, instance.environment),
  });
  const modules = found.all.map((instance) => open(instance, found.by === 'unknown'));
  const indexed = modules.map((module, index) => ({ key: found.all[index]?.key, module, get: module.output }));
  const ghost = (key: InstanceKey): Lazy => {
    const module = open({ key, environment: found.all[0]?.environment ?? caller.environment }, true);
    return lazyOf({ key, module, get: module.output });
  };
  return { modules, value: valueOf(found, indexed, ghost) };
}

function locate(declared: Declared, { root, declarations, environment, inside }: Module, keyPath: string): string | undefined {
  const written = declared.block.body.attributes.get('source')?.value;
  const source = written && knownText(evaluate(written, environment));
  const folder = source === undefined ? undefined : root.locate({ source, from: declarations.folder, keyPath });
  if (folder === undefined || root.load(folder).files.length === 0) {
    report(declared, root, { keyPath, what: `comes from ${source?.slice(0, 200) ?? 'a source that is not known'}, which is not in the scanned folder` });
    return undefined;
  }
  if (folder === declarations.folder || inside.includes(folder)) report(declared, root, { keyPath, what: 'contains itself' });
  else if (inside.length >= depthLimit) report(declared, root, { keyPath, what: `lies in more than ${depthLimit} others` });
  else return folder;
  return undefined;
}

function report({ block: { line }, file }: Declared, { run, folder }: Root, { keyPath, what }: { readonly keyPath: string; readonly what: string }): void {
  run.note({
    reason: 'unresolved', file, line,
    asked: `resources of module ${keyPath.slice(0, 200)} in ${folder}`,
    message: `The module ${what}: what it declares is not known.`,
    remedy: 'Run terraform init in the folder, so that the module lies in .terraform/modules, or give the output of terraform show -json for a plan.',
  });
}

/** A module that cannot be read: what is passed to it may be configured in it. */
function unread({ block }: Declared, { environment, root, path }: Module, name: string): Called {
  const values = [...block.body.attributes.values()].filter(({ name: of }) => of !== 'source' && of !== 'version').map(({ value }) => evaluate(value, environment));
  for (const mention of mentionsOf(...values)) root.run.types.set(`unread ${mention.replace(/^⟦|(?:#[^⟧]*)?⟧$/g, '')}`, '');
  const address = within(path, `module.${name}`);
  return { modules: [], value: { is: 'lazy', self: undefined, get: (output) => gap(`${address}.${output}`, 'it is an output of a module that is not read'), pick: () => gap(address, 'it is a module that is not read') } };
}

function passedProviders({ block: { body } }: Declared, providers: Providers, environment: Environment): ReadonlyMap<string, ProviderConfig> {
  const passed = new Map<string, ProviderConfig>();
  const written = body.attributes.get('providers')?.value;
  const entries = written?.is === 'object' ? written.entries : [];
  for (const { key, value } of entries) {
    const inner = providerName(key);
    const outer = providerName(value);
    const config = outer && providerAt(outer, providers, environment);
    if (inner && config) passed.set(inner.alias === undefined ? inner.name : `${inner.name}.${inner.alias}`, config);
  }
  return passed;
}

