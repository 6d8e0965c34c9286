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
      const spreads = takesMany(of.resource, path);
      const targets = resolved(expression).targets.filter(({ resource, oneOfMany }) => resource !== of.resource && (spreads || !oneOfMany));
      return targets.map((target) => {
        const type = typeOf(target.resource);
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

/** Whether the argument holds a list or a document, into which all instances of a resource may go. */
function takesMany({ values, sensitive }: TerraformResource, path: string): boolean {
  const names = path.replaceAll('[]', '').split('.');
  if (isDocument(names.at(-1) ?? '')) return true;
  const into = (node: Json | undefined, name: string): Json | undefined => member(Array.isArray(node) ? (node as readonly Json[])[0] : node, name);
  return Array.isArray(names.reduce<Json | undefined>(into, values)) || shapeOf(names.reduce<Json | undefined>(into, sensitive)) === 'list';
}

function typeOf({ type }: TerraformResource): string | undefined {
  const known = kindOfType(type);
  return known ? (known.part ? undefined : known.kind.names.cloudformation) : cloudformationTypeOf(type);
}
