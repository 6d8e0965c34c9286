import type { Json, JsonObject } from '../../../model/json.ts';
import { asList, asObject, asText, member } from './members.ts';
import { localAddress } from './resource.ts';

/** The configuration of one module, as the `configuration` of a plan gives it. It is the same for all instances of the module. */
export interface ModuleConfig {
  readonly resources: ReadonlyMap<string, ResourceConfig>;
  readonly calls: ReadonlyMap<string, ModuleCall>;
  /** Expressions of its outputs. */
  readonly outputs: ReadonlyMap<string, Json>;
  /** Defaults of its variables, for those that have one. */
  readonly defaults: ReadonlyMap<string, Json>;
}

export interface ResourceConfig {
  readonly providerKey: string | undefined;
  /** Expressions of its arguments and blocks; an argument that is not among them is not set. */
  readonly expressions: JsonObject;
  readonly forEach: Json | undefined;
}

export interface ModuleCall {
  readonly module: ModuleConfig;
  readonly expressions: JsonObject;
  readonly forEach: Json | undefined;
}

/** Reads the module tree without recursion: its depth is the input's. */
export function readConfiguration(root: unknown): ModuleConfig {
  interface Draft { readonly source: unknown; readonly into: Map<string, ModuleCall>; readonly config: ModuleConfig }
  const draft = (source: unknown): Draft => {
    const into = new Map<string, ModuleCall>();
    return { source, into, config: { resources: resourcesOf(source), calls: into, outputs: outputsOf(source), defaults: defaultsOf(source) } };
  };
  const top = draft(root);
  const pending = [top];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    for (const [name, call] of Object.entries(asObject(member(at.source, 'module_calls')) ?? {})) {
      const child = draft(member(call, 'module'));
      at.into.set(name, { module: child.config, expressions: asObject(member(call, 'expressions')) ?? {}, forEach: member(call, 'for_each_expression') });
      pending.push(child);
    }
  }
  return top.config;
}

function resourcesOf(module: unknown): Map<string, ResourceConfig> {
  const configs = new Map<string, ResourceConfig>();
  for (const entry of asList(member(module, 'resources')) ?? []) {
    const [mode = 'managed', type, name] = ['mode', 'type', 'name'].map((key) => asText(member(entry, key)));
    if (type === undefined || name === undefined) continue;
    configs.set(localAddress({ mode, type, name }), {
      providerKey: asText(member(entry, 'provider_config_key')),
      expressions: asObject(member(entry, 'expressions')) ?? {},
      forEach: member(entry, 'for_each_expression'),
    });
  }
  return configs;
}

function outputsOf(module: unknown): Map<string, Json> {
  return entriesWith(member(module, 'outputs'), 'expression');
}

function defaultsOf(module: unknown): Map<string, Json> {
  return entriesWith(member(module, 'variables'), 'default');
}

function entriesWith(of: unknown, name: string): Map<string, Json> {
  const found = new Map<string, Json>();
  for (const [key, entry] of Object.entries(asObject(of) ?? {})) {
    const value = member(entry, name);
    if (value !== undefined) found.set(key, value);
  }
  return found;
}

const memo = new WeakMap<object, readonly string[]>();

/** References of an expression as Terraform lists them: each followed by its own prefixes, which say nothing more and are dropped. */
export function referencesOf(expression: unknown): readonly string[] {
  const node = asObject(expression);
  if (node === undefined) return [];
  const found = memo.get(node) ?? longestReferences(node);
  memo.set(node, found);
  return found;
}

function longestReferences(expression: JsonObject): string[] {
  const all = (asList(member(expression, 'references')) ?? []).filter((reference) => typeof reference === 'string');
  return all.filter((reference, index) => {
    const before = all[index - 1];
    return before === undefined || !(before.startsWith(`${reference}.`) || before.startsWith(`${reference}[`));
  });
}

/**
 * Whether a member of an expression tree is an expression, and not a block. An expression of functions and literals only is written as {};
 * a block may have an argument that is called `references`, which then is no list of names.
 */
export function isExpression(node: unknown): boolean {
  const object = asObject(node);
  if (object === undefined) return false;
  const references = asList(member(object, 'references'));
  if (references !== undefined) return references.every((reference) => typeof reference === 'string');
  return member(object, 'constant_value') !== undefined || Object.keys(object).length === 0;
}

export function constantOf(expression: unknown): Json | undefined {
  return member(expression, 'constant_value');
}
