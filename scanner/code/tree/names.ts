import { around, partsOf, syntaxOf, textOf, type Node } from './node.ts';
import type { Call } from './syntax.ts';

/** Longest chain of members that is written out. */
const chainLimit = 8;
/** Names are words; what is longer is no name. */
const nameLimit = 200;

/**
 * Dotted name of an expression: boto3.client, Region.US_EAST_1, this.region. Separators of all languages become dots. Calls on the way are
 * left out: `context.settings().region` is `region`. Undefined for what has no name.
 */
export function dottedName(node: Node | undefined): string | undefined {
  const parts: string[] = [];
  let at: Node | undefined = node;
  for (let length = 0; length < chainLimit && at !== undefined; length += 1) {
    const syntax = syntaxOf(at);
    if (syntax?.is === 'name') {
      parts.unshift(bareName(at));
      break;
    }
    if (syntax?.is === 'member') {
      if (syntax.name !== undefined) parts.unshift(bareName(syntax.name));
      at = syntax.of;
    } else if (syntax?.is === 'index') {
      const key = syntax.key && literalOf(syntax.key);
      if (key !== undefined) parts.unshift(key);
      at = syntax.of;
    } else if (syntax === undefined) at = onlyPart(at);
    else break;
  }
  return parts.length > 0 ? parts.join('.') : undefined;
}

/** What is in parentheses, behind an await, a cast or a sign. */
function onlyPart(node: Node): Node | undefined {
  const parts = partsOf(node);
  return parts.length === 1 ? parts[0] : undefined;
}

/** A name without the signs that languages put before it. */
export function bareName(node: Node): string {
  return textOf(node).slice(0, nameLimit).replace(/^[$@:&*[]+|[\]:?!]$|^env:|<[\s\S]*$/gi, '').replace(/\s*(?:::|->|\?\.|\\)\s*/g, '.').replace(/^\./, '');
}

/** Text of a short literal that nothing is inserted into, without its quotes; of anything else undefined. */
export function literalOf(node: Node): string | undefined {
  if (syntaxOf(node)?.is !== 'text' || node.to - node.from > nameLimit) return undefined;
  const raw = textOf(node);
  if (/[$#]\{|\\/.test(raw)) return undefined;
  return raw.replace(/^[A-Za-z@$]{0,3}#*(?=["'])/, '').replace(/^("""|'''|["'`])([\s\S]*)\1#*$/, '$2');
}

/** Name of a member, key or parameter, where it is written out. */
export function nameOf(node: Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  return literalOf(node) ?? dottedName(node) ?? (node.to - node.from <= 60 ? bareName(node) : undefined);
}

export function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** The full name of what is called, as it is written: boto3.client, S3Client.builder, aws.s3.ls. */
export function calledName(call: Call): string | undefined {
  if (call.callee !== undefined) return dottedName(call.callee) ?? typeName(call.callee);
  const of = call.of === undefined ? undefined : dottedName(call.of);
  return of === undefined || call.name === undefined ? call.name : `${of}.${call.name}`;
}

/** Name of a type without its arguments: List<String> is List. */
export function typeName(node: Node): string | undefined {
  const name = textOf(node).slice(0, nameLimit).replace(/\s*[<[(][\s\S]*$/, '').replace(/^[&*\s]+|[?!\s]+$/g, '').replace(/::|\\/g, '.').replace(/^\./, '');
  return /^[\w.$]+$/.test(name) ? name : undefined;
}

/** Function, method or class around a node, dotted from the outside in; two levels at most. */
export function enclosingOf(node: Node): string | undefined {
  const names: string[] = [];
  for (const at of around(node)) {
    const syntax = syntaxOf(at);
    if (syntax?.is !== 'function' && syntax?.is !== 'class' && syntax?.is !== 'enum') continue;
    const name = syntax.name && nameOf(syntax.name);
    if (name !== undefined) names.unshift(name);
    if (names.length === 2) break;
  }
  return names.length === 0 ? undefined : names.join('.');
}
