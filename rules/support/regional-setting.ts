import type { Resource } from '../../model/resource.ts';
import type { Context } from '../rule.ts';
import { gap, ready, unknown, type Verdict } from '../verdict.ts';
import { ofTypes } from './by-type.ts';

/** For what an account has once in each region: ready where the same account has one in the target, under whatever name. `also`: types that bring it there as well. */
export function setInTarget(resource: Resource, { graph, intent: { target } }: Context, { what, also = [] }: { readonly what: string; readonly also?: readonly string[] }): Verdict {
  const { name, region, account } = resource;
  if (region === undefined) return unknown(`Nobody told us in which region ${name} (${what}) is.`);
  const there = ofTypes(graph, resource.resourceType, ...also).find((other) => other.region === target && (other.account === account || other.account === undefined || account === undefined));
  return there === undefined ? gap(`${name} (${what}) is in ${region}; nothing that was given has it in ${target}.`) : ready(`${there.name} in ${target} does the same.`);
}
