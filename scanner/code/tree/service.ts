import { chainRoot, receiverOf } from './chain.ts';
import { lookup, wordOf } from './declared.ts';
import type { Grammar } from './grammar.ts';
import { calledName, dottedName, literalOf, nameOf, typeName } from './names.ts';
import { syntaxOf, type Node } from './node.ts';
import { serviceOfArgument, serviceOfPath } from './sdk-path.ts';
import type { Call } from './syntax.ts';

/** Variables looked behind: builder → S3Client.builder(). */
const depthLimit = 3;

/** AWS service that a call belongs to, as endpoint prefix: by what is imported, by a name that it is handed, or by the type of its object. */
export function serviceAt(node: Node, grammar: Grammar, depth = 0): string | undefined {
  const own = syntaxOf(node);
  if (own?.is === 'collection') return own.type && ofName(own.type, typeName(own.type), grammar);
  if (own?.is !== 'call') return ofName(node, dottedName(node) ?? typeName(node), grammar);
  const root = chainRoot(node);
  const call = syntaxOf(root);
  return ofCall(node, own, grammar) ?? (call?.is === 'call' ? (root === node ? undefined : ofCall(root, call, grammar)) ?? ofReceiver(call, grammar, depth) : undefined);
}

function ofCall(node: Node, call: Call, grammar: Grammar): string | undefined {
  const name = calledName(call);
  return name === undefined ? undefined : (serviceOfArgument(name, servedName(call)) ?? serviceOfPath(fullName(call.callee ?? call.of ?? node, name, grammar)));
}

function ofName(node: Node, name: string | undefined, grammar: Grammar): string | undefined {
  return name === undefined ? undefined : serviceOfPath(fullName(node, name, grammar));
}

/** Text that names the service in the call itself: boto3.client("s3"), service_name="s3". */
function servedName({ arguments: all }: Call): string | undefined {
  for (const argument of all.slice(0, 12)) {
    const syntax = syntaxOf(argument);
    if (syntax?.is === 'text') return literalOf(argument);
    if (syntax?.is === 'pair' && syntax.value && /^service_?name$/i.test(nameOf(syntax.key) ?? '')) return literalOf(syntax.value);
  }
  return undefined;
}

/** The object's class, by its declared type or by what made it. */
function ofReceiver(call: Call, grammar: Grammar, depth: number): string | undefined {
  const of = receiverOf(call);
  if (of === undefined || depth >= depthLimit || syntaxOf(of)?.is !== 'name') return undefined;
  return serviceOfVariable(of, grammar, depth);
}

export function serviceOfVariable(name: Node, grammar: Grammar, depth = 0): string | undefined {
  const declaration = lookup(name, wordOf(name), grammar);
  if (declaration === undefined) return undefined;
  const { type, value } = declaration;
  const typed = type && ofName(type, typeName(type), grammar);
  return typed ?? (value !== undefined && syntaxOf(value)?.is === 'call' ? serviceAt(value, grammar, depth + 1) : undefined);
}

/** The name with what its first part was imported as; '' for what the file declares itself. */
export function fullName(place: Node, name: string, grammar: Grammar): string {
  const dot = name.indexOf('.');
  const first = dot === -1 ? name : name.slice(0, dot);
  const declaration = lookup(place, first, grammar);
  if (declaration === undefined) return name;
  return declaration.alias === undefined ? '' : `${declaration.alias.path}${dot === -1 ? '' : name.slice(dot)}`;
}
