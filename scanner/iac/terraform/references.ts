import type { Reference } from '../../../model/fact.ts';
import type { Json, JsonObject } from '../../../model/json.ts';
import { unresolved } from '../../../model/properties.ts';
import { symbol } from '../../../model/symbol.ts';
import { kindOfType } from '../../kind-of-type.ts';
import { isExpression, referencesOf } from './configuration.ts';
import { member } from './members.ts';
import { isDescriptive, isDocument, isNeverComputed } from './provider-facts.ts';
import type { Place, Resolution, Resolve, Target } from './resolve.ts';
import type { TerraformResource } from './resource.ts';
import { cloudformationTypeOf } from './type-names.ts';
import { shapeOf, type Fill, type Gap } from './values.ts';

/** A resource in its place in the configuration. */
export interface Configured {
  readonly resource: TerraformResource;
  readonly expressions: JsonObject;
  readonly place: Place;
}

export interface Linker {
  /** Values for what is known after apply. */
  fill: Fill;
  /** What the configuration refers to, whether or not the value is known already. */
  references(): Reference[];
}

/** Deepest nesting of blocks that is searched. */
const depthLimit = 100;
const afterApply = unresolved('known after apply');

export function linker(of: Configured, resolve: Resolve, factId: (resource: TerraformResource) => string): Linker {
  const memo = new Map<Json, Resolution>();
  const resolved = (expression: Json): Resolution => {
    const found = memo.get(expression) ?? resolve(expression, of.place);
    memo.set(expression, found);
    return found;
  };
  const toSymbol = ({ resource, attribute }: Target): string => symbol(factId(resource), attribute);

  const fill: Fill = (gap) => {
    if (gap.cursor.at === 'unset') return isNeverComputed(of.resource.type, gap.path) ? afterApply : undefined;
    if (gap.cursor.at !== 'expression') return afterApply;
    const { targets, complete } = resolved(gap.cursor.expression);
    if (!complete || gap.shape === 'map' || isDocument(gap.name)) return afterApply;
    if (gap.shape === 'list') return targets.length === 0 ? afterApply : targets.map(toSymbol);
    const target = only(targets.filter(isUnknown), gap.position);
    return target === undefined ? afterApply : toSymbol(target);
  };

  const references = (): Reference[] => {
    const links = argumentsIn(of.expressions).flatMap(({ path, expression }) => {
      const argument = argumentAt(of.resource, path);
      return resolved(expression).targets.filter((target) => target.resource !== of.resource && canStandIn(target, argument)).map((target) => {
        const type = targetTypeOf(target.resource.type);
        return { path, to: toSymbol(target), ...(type === undefined ? {} : { target: type }) };
      });
    });
    return [...new Map(links.map((link) => [`${link.path} ${link.to}`, link])).values()];
  };
  return { fill, references };
}

/** The target that an unknown text comes from; for an element of a list of which every unknown element has its own target, that one. */
function only(targets: readonly Target[], position: Gap['position']): Target | undefined {
  if (targets.length === 1) return targets[0]?.oneOfMany === true ? undefined : targets[0];
  return position !== undefined && position.of === targets.length ? targets[position.index] : undefined;
}

/** A known attribute cannot make a value unknown. */
function isUnknown({ resource, attribute }: Target): boolean {
  return attribute === undefined || containsTrue(member(resource.unknown, attribute));
}

function containsTrue(mask: Json | undefined): boolean {
  const pending: Json[] = mask === undefined ? [] : [mask];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node === true) return true;
    if (typeof node === 'object' && node !== null) for (const inner of Object.values(node)) pending.push(inner);
  }
  return false;
}

/** Every argument with references, by its path: rule[].destination[].bucket. */
function argumentsIn(expressions: JsonObject): { readonly path: string; readonly expression: Json }[] {
  const found: { path: string; expression: Json }[] = [];
  const pending = Object.entries(expressions).filter(([name]) => !isDescriptive(name)).map(([path, node]) => ({ path, node, depth: 0 }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { path, node, depth } = next;
    if (isExpression(node)) {
      if (referencesOf(node).length > 0) found.push({ path, expression: node });
    } else if (depth < depthLimit && typeof node === 'object' && node !== null) {
      for (const [name, inner] of Object.entries(node)) pending.push({ path: Array.isArray(node) ? `${path}[]` : `${path}.${name}`, node: inner as Json, depth: depth + 1 });
    }
  }
  return found;
}

interface Argument {
  /** It holds a list or a document, into which all instances of a resource may go. */
  readonly takesMany: boolean;
  readonly value: Json | undefined;
  readonly isKnown: boolean;
}

/** The argument at a path of the configuration; of a list of blocks, the first one's. */
function argumentAt({ values, sensitive, unknown }: TerraformResource, path: string): Argument {
  const names = path.replaceAll('[]', '').split('.');
  const into = (node: Json | undefined, name: string): Json | undefined => (node === true ? true : member(Array.isArray(node) ? (node as readonly Json[])[0] : node, name));
  const at = (root: Json): Json | undefined => names.reduce<Json | undefined>(into, root);
  const value = at(values);
  const takesMany = isDocument(names.at(-1) ?? '') || Array.isArray(value) || shapeOf(at(sensitive)) === 'list';
  return { takesMany, value, isKnown: !path.includes('[]') && !containsTrue(at(unknown)) };
}

/** Whether the value of an argument can come from a target: a known one comes from no unknown one, and one that was picked from an object shows. */
function canStandIn(target: Target, { takesMany, value, isKnown }: Argument): boolean {
  if (target.oneOfMany && !takesMany) return false;
  if (!isKnown) return true;
  if (isUnknown(target) && target.attribute !== undefined) return false;
  if (!target.loose) return true;
  const part = target.attribute === undefined ? undefined : member(target.resource.values, target.attribute);
  return typeof part === 'string' && part !== '' && JSON.stringify(value ?? null).includes(JSON.stringify(part).slice(1, -1));
}

/** The CloudFormation type that a reference to a resource ends at; undefined for parts, which are no resources of their own. */
export function targetTypeOf(type: string): string | undefined {
  const known = kindOfType(type);
  return known ? (known.part ? undefined : known.kind.names.cloudformation) : cloudformationTypeOf(type);
}
