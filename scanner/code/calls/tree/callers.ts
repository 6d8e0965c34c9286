import { receiverOf } from '../../tree/chain.ts';
import { namesOf, type Declaration } from '../../tree/declared.ts';
import type { Grammar } from '../../tree/grammar.ts';
import { bareName, nameOf } from '../../tree/names.ts';
import { around, childrenOf, partsOf, syntaxOf, textOf, type Node, type Tree } from '../../tree/node.ts';
import { unwrapped } from '../../tree/shapes.ts';

const callLimit = 20;
/** Methods whose callers name the class. */
const constructors = /^(?:__init__|initialize|__construct|constructor)$/;

/** What the calls in a file hand over for a parameter of a function of the same file, or of one that it imports. */
export function argumentsFor({ name: parameter, word, scope }: Declaration, tree: Tree, grammar: Grammar): Node[] {
  const owner = syntaxOf(scope);
  if (owner?.is !== 'function' || owner.name === undefined) return [];
  const list = listAround(parameter, scope);
  const all = list === undefined ? [] : partsOf(list);
  const position = all.findIndex((each) => each.from <= parameter.from && parameter.to <= each.to);
  if (position === -1) return [];
  const receives = all[0] !== undefined && grammar.self?.test(textOf(all[0])) === true ? 1 : 0;
  const own = bareName(owner.name);
  const called = constructors.test(own) || scope.type === 'constructor_declaration' ? classNameAround(scope) : own;
  if (called === undefined || called.length < 2) return [];
  return namesOf(tree, called).slice(0, callLimit).flatMap((node) => {
    const call = callAt(node);
    if (call === undefined || (tree === scope.tree && node.from >= scope.from && node.to <= scope.to)) return [];
    const { arguments: given } = call;
    const named = given.map((argument) => syntaxOf(argument)).find((pair) => pair?.is === 'pair' && nameOf(pair.key) === word);
    if (named?.is === 'pair') return named.value ?? [];
    const argument = given[position - receives];
    return argument === undefined || syntaxOf(argument)?.is === 'pair' ? [] : [unwrapped(argument)];
  });
}

/** The list of parameters that a parameter is in. */
function listAround(parameter: Node, scope: Node): Node | undefined {
  for (const at of around(parameter)) {
    if (at.field === 'parameters' || /parameter(?:s|_list)$/.test(at.type)) return at;
    if (at === scope) return undefined;
  }
  return undefined;
}

function classNameAround(node: Node): string | undefined {
  for (const at of around(node)) {
    const syntax = syntaxOf(at);
    if (syntax?.is === 'class' && syntax.name) return bareName(syntax.name);
  }
  return undefined;
}

/** The call whose callee, or whose callee's last member, a name is. */
function callAt(node: Node): { readonly arguments: readonly Node[] } | undefined {
  for (const at of [node.parent, node.parent?.parent]) {
    const call = at && syntaxOf(at);
    if (call?.is !== 'call') continue;
    const { callee } = call;
    const member = callee && syntaxOf(callee);
    const isCallee = callee === node || (member?.is === 'member' && member.name === node) || (callee === undefined && call.name === bareName(node) && receiverOf(call) !== node);
    return isCallee && !call.arguments.includes(node) && childrenOf(at as Node).length > 0 ? call : undefined;
  }
  return undefined;
}
