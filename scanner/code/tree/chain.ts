import { calledName, lastOf } from './names.ts';
import { syntaxOf, type Node } from './node.ts';
import type { Call } from './syntax.ts';
import { chainTail, startsChain } from './words.ts';

/** Calls of a chain that are looked at. */
const lengthLimit = 40;

/** The object that a call's method belongs to, however the grammar nests them. */
export function receiverOf(call: Call): Node | undefined {
  if (call.of !== undefined) return call.of;
  const callee = call.callee && syntaxOf(call.callee);
  return callee?.is === 'member' ? callee.of : undefined;
}

/** The call that a chain of calls starts with: S3Client.builder() of S3Client.builder().region(…).build(). */
export function chainRoot(node: Node): Node {
  let root = node;
  let at: Node | undefined = node;
  for (let length = 0; at !== undefined && length < lengthLimit; length += 1) {
    const syntax = syntaxOf(at);
    if (syntax?.is === 'call') {
      root = at;
      at = receiverOf(syntax);
    } else if (syntax?.is === 'member') at = syntax.of;
    else break;
  }
  return root;
}

/** The last call of the chain that a call is in. */
export function chainTop(node: Node): Node {
  let top = node;
  let at = node;
  for (let length = 0; at.parent !== undefined && length < lengthLimit; length += 1) {
    const { parent } = at;
    const syntax = syntaxOf(parent);
    if (syntax?.is === 'call' && (syntax.of === at || syntax.callee === at)) top = parent;
    else if (!(syntax?.is === 'member' && syntax.of === at)) break;
    at = parent;
  }
  return top;
}

/** How a call is named in reports: after its class, where it makes an object or sets one up step by step. */
export function shownCallee(node: Node, call: Call): string | undefined {
  const root = chainRoot(node);
  const name = calledName(call);
  if (root === node) return name?.replace(chainTail, '');
  const start = syntaxOf(root);
  const first = start?.is === 'call' ? calledName(start) : undefined;
  if (first !== undefined && (startsChain.test(first) || /(?:^|\.)[A-Z]\w*(?:\.\w+)?$/.test(first))) return first.replace(chainTail, '');
  return name === undefined ? undefined : lastOf(name);
}
