import type { Json } from '../../../model/json.ts';
import { kindOfType } from '../../kind-of-type.ts';
import { stepsOf, type InstanceKey, type Step } from './address.ts';
import { referencesOf } from './configuration.ts';
import { member } from './members.ts';
import { localAddress, type TerraformResource } from './resource.ts';
import type { Scope, Scopes } from './scope.ts';

/** A resource attribute that an expression takes its value from. */
export interface Target {
  readonly resource: TerraformResource;
  /** First name after the resource: arn, endpoints. Undefined where the expression names the resource as a whole or picks an instance by a computed key. */
  readonly attribute: string | undefined;
  /** One of several instances that the expression may mean. */
  readonly oneOfMany: boolean;
  /** The value is one member of an object in which the target is mentioned, and may come from another member. */
  readonly loose: boolean;
}

export interface Resolution {
  /** In the order in which the expression names them. */
  readonly targets: readonly Target[];
  /** Every name in the expression is accounted for, and what the targets give goes into the value as it is. */
  readonly complete: boolean;
}

/** Where an expression stands: its module instance, and the instance whose argument it is. */
export interface Place {
  readonly scope: Scope;
  readonly key: InstanceKey | undefined;
  /** The for_each expression that each.value is an element of. */
  readonly forEach: Json | undefined;
}

export type Resolve = (expression: Json, place: Place) => Resolution;

/** Names that are followed for one expression; real ones need a few dozen. */
const stepLimit = 2000;
const neutral = new Set(['each', 'count', 'path', 'terraform', 'self']);

interface Task {
  readonly expression: Json;
  readonly place: Place;
  /** Attribute asked of whatever the expression turns out to be. */
  readonly attribute?: string | undefined;
  readonly loose?: boolean;
  /** The expression is the for_each whose element with the own key is meant. */
  readonly element?: boolean;
}

interface Known {
  readonly scopes: Scopes;
  readonly instances: ReadonlyMap<string, readonly TerraformResource[]>;
}

interface Followed extends Resolution {
  readonly tasks: readonly Task[];
}

/** Follows the names in expressions through variables, outputs, data sources and for_each to the resources that they come from. */
export function resolverOf(scopes: Scopes, resources: readonly TerraformResource[]): Resolve {
  const known: Known = { scopes, instances: Map.groupBy(resources, (resource) => `${resource.module}\n${localAddress(resource)}`) };
  return (expression, place) => {
    const targets = new Map<string, Target>();
    const seen = new Set<string>();
    const pending = namesIn({ expression, place });
    let complete = true;
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { name, task } = next;
      const mark = [task.place.scope.path, name, task.attribute, task.place.key].join('\n');
      if (seen.has(mark)) continue;
      seen.add(mark);
      if (seen.size > stepLimit) return { targets: [...targets.values()], complete: false };
      const followed = follow(name, task, known);
      if (!followed.complete) complete = false;
      for (const target of followed.targets) targets.set(`${target.resource.address}\n${target.attribute ?? ''}`, target);
      for (const task of followed.tasks.toReversed()) for (const each of namesIn(task)) pending.push(each);
    }
    return { targets: [...targets.values()], complete };
  };
}

/** The names in an expression, the first one last: they are taken from the end. */
function namesIn(task: Task): { readonly name: string; readonly task: Task }[] {
  return referencesOf(task.expression).map((name) => ({ name, task })).toReversed();
}

const found = (part: Partial<Followed>): Followed => ({ targets: [], tasks: [], complete: true, ...part });
const lost = found({ complete: false });

function follow(name: string, task: Task, known: Known): Followed {
  const steps = stepsOf(name) ?? [];
  const [first, second] = steps;
  if (first === undefined || first.name === 'local' || first.name === 'ephemeral') return lost;
  if (first.name === 'each' && second?.name === 'value') return followEach(steps, task);
  if (neutral.has(first.name)) return found({});
  if (first.name === 'var') return followVariable(steps, task);
  if (first.name === 'module') return followOutput(steps, task, known);
  if (first.name === 'data') return followData(steps, task);
  return followResource(first.name === 'resource' ? steps.slice(1) : steps, task, known);
}

/** each.value is an element of what for_each goes over: for a resource, its instance with the same key. */
function followEach([, , rest]: readonly Step[], task: Task): Followed {
  const { place } = task;
  if (place.forEach === undefined) return found({});
  return found({ tasks: [{ expression: place.forEach, place: { ...place, forEach: undefined }, ...asked(rest, task), element: true }] });
}

/** What is asked of the next expression: the attribute that follows the name, else the one that was asked for before; of two, the former is lost. */
function asked(rest: Step | undefined, { attribute, loose = false }: Task): Pick<Task, 'attribute' | 'loose'> {
  return { attribute: rest?.name ?? attribute, loose: loose || (rest !== undefined && attribute !== undefined) };
}

/** A variable is what the call of the module says; in the root module it is a constant. */
function followVariable([, variable, rest]: readonly Step[], task: Task): Followed {
  const { caller, key } = task.place.scope;
  if (variable === undefined) return lost;
  if (caller === undefined || !Object.hasOwn(caller.call.expressions, variable.name)) return found({});
  const expression = caller.call.expressions[variable.name] ?? null;
  return found({ tasks: [{ expression, place: { scope: caller.scope, key, forEach: caller.call.forEach }, ...asked(rest, task) }] });
}

function followOutput([, called, output, rest]: readonly Step[], task: Task, { scopes }: Known): Followed {
  const { place, expression } = task;
  if (called === undefined || output === undefined) return lost;
  const keys = scopes.keysOf(place.scope, called.name);
  const key = called.key ?? (keys.length > 1 && usesKey(expression) ? place.key : keys[0]);
  if (called.key === undefined && keys.length > 1 && key === undefined) return lost;
  const scope = scopes.child(place.scope, called.name, key);
  const value = scope?.config.outputs.get(output.name);
  if (scope === undefined || value === undefined) return lost;
  return found({ tasks: [{ expression: value, place: { scope, key: undefined, forEach: undefined }, ...asked(rest, task) }] });
}

/** What a data source gives is made of its arguments, policy documents above all: it is related to them and not the same. */
function followData([, type, name]: readonly Step[], { place, expression }: Task): Followed {
  const config = place.scope.config.resources.get(`data.${type?.name}.${name?.name}`);
  if (config === undefined) return lost;
  const key = name?.key ?? (usesKey(expression) ? place.key : undefined);
  const inner: Place = { scope: place.scope, key, forEach: config.forEach };
  const tasks = expressionsIn(config.expressions).map((each) => ({ expression: each, place: inner }));
  return found({ complete: tasks.length === 0, tasks });
}

function followResource([type, name, rest]: readonly Step[], task: Task, { instances }: Known): Followed {
  const { place, expression, element = false } = task;
  if (type === undefined || name === undefined) return lost;
  const all = instances.get(`${place.scope.path}\n${type.name}.${name.name}`) ?? [];
  const key = name.key ?? (element || usesKey(expression) ? place.key : undefined);
  const picked = all.length === 1 && name.key === undefined ? all[0] : key === undefined ? undefined : all.find((resource) => resource.key === key);
  const { attribute, loose = false } = asked(rest, task);
  const target = (resource: TerraformResource, oneOfMany: boolean): Target => {
    const isPicked = rest === undefined && attribute !== undefined && !has(resource, attribute);
    return { resource, attribute: isPicked ? undefined : attribute, oneOfMany, loose: isPicked || loose || (element && rest !== undefined) };
  };
  if (picked !== undefined) return followPart(picked, attribute, place) ?? found({ targets: [target(picked, false)] });
  // A resource with count 0 is declared and has no instance: try(aws_kms_key.this[0].arn, aws_kms_external_key.this[0].arn).
  if (name.key !== undefined || all.length === 0) return place.scope.config.resources.has(`${type.name}.${name.name}`) ? found({}) : lost;
  return found({ targets: all.map((resource) => target(resource, true)) });
}

const has = ({ values, unknown }: TerraformResource, attribute: string): boolean => member(values, attribute) !== undefined || member(unknown, attribute) !== undefined;

/** The id of a part (aws_s3_bucket_versioning) is the name of its whole, and is used in its place to order deployments. */
function followPart(resource: TerraformResource, attribute: string | undefined, { scope }: Place): Followed | undefined {
  const part = kindOfType(resource.type)?.part;
  const config = scope.config.resources.get(localAddress(resource));
  if (!part || !config || (attribute !== 'id' && attribute !== part.of)) return undefined;
  const whole = member(config.expressions, part.of);
  if (whole === undefined || referencesOf(whole).length === 0) return undefined;
  return found({ tasks: [{ expression: whole, place: { scope, key: resource.key, forEach: config.forEach } }] });
}

/** An index that is computed from each.key, each.value or count.index leaves only these names behind; it is taken to be the own key. */
function usesKey(expression: Json): boolean {
  return referencesOf(expression).some((name) => name === 'each.key' || name === 'count.index' || name === 'each.value');
}

/** Every expression with references in a tree of arguments and blocks, in order and without recursion. */
export function expressionsIn(tree: Json): Json[] {
  const expressions: Json[] = [];
  const pending: Json[] = [tree];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (referencesOf(node).length > 0) expressions.push(node);
    else if (typeof node === 'object' && node !== null) for (const inner of Object.values(node).toReversed()) pending.push(inner);
  }
  return expressions;
}
