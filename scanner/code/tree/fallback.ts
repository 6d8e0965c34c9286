import type { Binding } from './climb.ts';
import { referencesOf } from './flow.ts';
import type { Grammar } from './grammar.ts';
import { receiverOf } from './chain.ts';
import { calledName, lastOf } from './names.ts';
import { syntaxOf, type Node } from './node.ts';
import { fallbackOperator, readsWithDefault, takesDefault } from './words.ts';

/** Whether a map that is bound to a name is read with an answer for what it lacks: MAP.get(region, other), MAP[region] || other. */
export function isAnswered(binding: Binding, grammar: Grammar): boolean {
  return referencesOf(binding, grammar).some((node) => {
    const read = readOf(node);
    if (read === undefined) return false;
    const call = syntaxOf(read);
    if (call?.is === 'call') {
      const name = lastOf(calledName(call) ?? '');
      if (call.arguments.length > 1 && (takesDefault.test(name) || readsWithDefault.test(name))) return true;
    }
    return hasAnswer(read);
  });
}

/** The expression that reads an entry. */
function readOf(node: Node): Node | undefined {
  const { parent } = node;
  const syntax = parent && syntaxOf(parent);
  if (syntax?.is === 'index' && syntax.of === node) return parent;
  if (syntax?.is === 'call' && receiverOf(syntax) === node) return parent;
  return syntax?.is === 'member' && syntax.of === node && parent?.parent && syntaxOf(parent.parent)?.is === 'call' ? parent.parent : undefined;
}

function hasAnswer(read: Node): boolean {
  let node = read;
  for (let depth = 0; depth < 4 && node.parent !== undefined; depth += 1) {
    const syntax = syntaxOf(node.parent);
    if (syntax?.is === 'binary') return syntax.left === node && fallbackOperator.test(syntax.operator);
    if (syntax?.is === 'choice') return syntax.condition === node;
    if (syntax !== undefined && syntax.is !== 'member' && syntax.is !== 'call') return false;
    if (syntax?.is === 'call' && receiverOf(syntax) !== undefined && takesDefault.test(lastOf(calledName(syntax) ?? ''))) return true;
    node = node.parent;
  }
  return false;
}
