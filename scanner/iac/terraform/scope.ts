import { indexText, stepsOf, within, type InstanceKey } from './address.ts';
import type { ModuleCall, ModuleConfig } from './configuration.ts';

/** An instance of a module: what names in its expressions mean. */
export interface Scope {
  /** Address of the module instance; '' for the root. */
  readonly path: string;
  readonly key: InstanceKey | undefined;
  readonly config: ModuleConfig;
  /** How the module was called, and from where; undefined for the root. */
  readonly caller?: { readonly scope: Scope; readonly call: ModuleCall } | undefined;
}

export interface Scopes {
  /** The scope of a module instance; undefined if the configuration has no such module. */
  at(path: string): Scope | undefined;
  child(of: Scope, name: string, key: InstanceKey | undefined): Scope | undefined;
  /** Keys of the planned instances of a module that is called in a scope. */
  keysOf(scope: Scope, name: string): readonly (InstanceKey | undefined)[];
}

export function scopes(root: ModuleConfig, moduleAddresses: Iterable<string>): Scopes {
  const known = new Map<string, Scope | undefined>([['', { path: '', key: undefined, config: root }]]);
  const keys = new Map<string, Set<InstanceKey | undefined>>();

  const child: Scopes['child'] = (of, name, key) => {
    const path = within(of.path, `module.${name}${indexText(key)}`);
    if (!known.has(path)) {
      const call = of.config.calls.get(name);
      known.set(path, call && { path, key, config: call.module, caller: { scope: of, call } });
    }
    return known.get(path);
  };

  const at: Scopes['at'] = (path) => {
    let scope = known.get(path);
    if (scope !== undefined || known.has(path)) return scope;
    scope = known.get('');
    for (const { name, key } of callsIn(path)) scope = scope && child(scope, name, key);
    known.set(path, scope);
    return scope;
  };

  for (const address of moduleAddresses) {
    let parent = '';
    for (const { name, key } of callsIn(address)) {
      const id = `${parent}\n${name}`;
      keys.set(id, (keys.get(id) ?? new Set()).add(key));
      parent = within(parent, `module.${name}${indexText(key)}`);
    }
  }
  return { at, child, keysOf: ({ path }, name) => [...(keys.get(`${path}\n${name}`) ?? [])] };
}

/** `module.media["north"].module.home` → media["north"], home. */
function callsIn(path: string): { readonly name: string; readonly key?: InstanceKey | undefined }[] {
  const steps = path === '' ? [] : (stepsOf(path) ?? []);
  return steps.filter((_, index) => index % 2 === 1);
}
