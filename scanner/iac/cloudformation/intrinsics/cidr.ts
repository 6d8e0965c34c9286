import type { Json } from '../../../../model/json.ts';
import { soleSymbol } from '../../../../model/symbol.ts';
import { subnets } from '../subnets.ts';
import { factId, type Scope } from '../scope.ts';
import { memberOf, objectIn } from '../sections.ts';
import { unknown } from '../value.ts';
import type { Intrinsic } from './intrinsic.ts';

export const cidr: Intrinsic = (argument, scope) => {
  if (!Array.isArray(argument) || argument.length < 2) return unknown('Fn::Cidr without a block and a count');
  const [block, count, bits] = (argument as readonly Json[]).map((part) => scope.evaluate(part));
  const text = typeof block === 'string' ? blockOf(block, scope) : undefined;
  const blocks = text === undefined ? undefined : subnets(text, Number(count), bits === undefined ? undefined : Number(bits));
  return blocks ?? unknown('the address block is not known or cannot be divided so');
};

/** The block itself, or the one that the template gives the VPC whose attribute is asked. */
function blockOf(text: string, scope: Scope): string | undefined {
  const only = soleSymbol(text);
  if (!only) return text;
  if (only.attribute !== 'CidrBlock') return undefined;
  const logicalId = only.id.slice(only.id.lastIndexOf('/') + 1);
  const resource = only.id === factId(scope, logicalId) ? scope.resources().get(logicalId) : undefined;
  const value = resource && scope.evaluate(memberOf(objectIn(resource.body, 'Properties'), 'CidrBlock') ?? null);
  return typeof value === 'string' && !soleSymbol(value) ? value : undefined;
}
