import { childrenOf, fieldOf, partsOf, syntaxOf, textOf, type Node } from './node.ts';
import type { Shape } from './grammar.ts';
import type { Collection, Syntax } from './syntax.ts';

/** How a part of a node is found: by its field, by its number among the parts (-1 is the last one), or by looking. */
export type Pick = string | number | ((node: Node) => Node | undefined);

export function pick(node: Node, how: Pick | undefined): Node | undefined {
  if (how === undefined) return undefined;
  if (typeof how === 'string') return fieldOf(node, how);
  return typeof how === 'number' ? partsOf(node).at(how) : how(node);
}

const always = (syntax: Syntax): Shape => () => syntax;

export const text = always({ is: 'text' });
export const joined = always({ is: 'joined' });
export const pattern = always({ is: 'pattern' });
export const name = always({ is: 'name' });
export const sequence = always({ is: 'sequence' });
export const statement = always({ is: 'statement' });
export const block = always({ is: 'block', valued: false });
export const valuedBlock = always({ is: 'block', valued: true });
export const file = always({ is: 'file' });
export const result = always({ is: 'return' });
export const type = always({ is: 'type' });
export const comment = always({ is: 'comment' });

export const member = (of: Pick, its: Pick): Shape => (node) => ({ is: 'member', of: pick(node, of), name: pick(node, its) });
export const index = (of: Pick, key: Pick): Shape => (node) => ({ is: 'index', of: pick(node, of), key: pick(node, key) });
export const pair = (key: Pick, value: Pick): Shape => (node) => ({ is: 'pair', key: pick(node, key), value: pick(node, value) });
/** The key is a name, and reads no variable of that name. */
export const named = (key: Pick, value: Pick): Shape => (node) => ({ is: 'pair', key: pick(node, key), value: pick(node, value), named: true });
export const binary = (left: Pick = 'left', operator: Pick = 'operator', right: Pick = 'right'): Shape => (node) => {
  const sign = pick(node, operator);
  return { is: 'binary', left: pick(node, left), operator: sign === undefined ? '' : textOf(sign), right: pick(node, right) };
};
export const choice = (condition: Pick, yes: Pick, no?: Pick): Shape => (node) => ({ is: 'choice', condition: pick(node, condition), yes: pick(node, yes), no: pick(node, no) });

export interface AssignmentPicks {
  readonly target?: Pick;
  readonly value?: Pick;
  readonly type?: Pick;
  /** A name that is met for the first time is made here. */
  readonly declares?: boolean;
}

export const assignment = ({ target = 'left', value = 'right', type: of = 'type', declares = false }: AssignmentPicks = {}): Shape => (node) => {
  const sign = fieldOf(node, 'operator');
  return { is: 'assignment', target: pick(node, target), value: pick(node, value), operator: sign === undefined ? '=' : textOf(sign), declares, type: pick(node, of) };
};
export const declaration = (target: Pick, value: Pick, of: Pick = 'type'): Shape => assignment({ target, value, type: of, declares: true });
export const parameter = (its: Pick = 'name', value: Pick = 'value', of: Pick = 'type'): Shape => (node) => ({ is: 'parameter', name: pick(node, its), value: pick(node, value), type: pick(node, of) });
export const loop = (its: Pick, over: Pick): Shape => (node) => ({ is: 'loop', name: pick(node, its), over: pick(node, over) });
export const functionOf = (its?: Pick, body: Pick = 'body'): Shape => (node) => ({ is: 'function', name: pick(node, its), body: pick(node, body) });
export const classOf = (its: Pick = 'name'): Shape => (node) => ({ is: 'class', name: pick(node, its) });
export const enumOf = (members: (node: Node) => readonly Node[], its: Pick = 'name'): Shape => (node) => ({ is: 'enum', name: pick(node, its), members: members(node) });
export const enumMember = (its: Pick = 'name', value: Pick = 'value'): Shape => (node) => ({ is: 'enum-member', name: pick(node, its), value: pick(node, value) });
export const switchOf = (subject: Pick, cases: (node: Node) => readonly Node[]): Shape => (node) => ({ is: 'switch', subject: pick(node, subject), cases: cases(node) });
export const caseOf = (values: (node: Node) => readonly Node[]): Shape => (node) => ({ is: 'case', values: values(node) });

export const collection = (kind: Collection['kind'], items: (node: Node) => readonly Node[] = partsOf): Shape => (node) => ({ is: 'collection', kind, items: items(node) });
/** A literal that is a map if it has entries and a list if not. */
export const mapOrList = (items: (node: Node) => readonly Node[] = partsOf): Shape => (node) => {
  const all = items(node);
  return { is: 'collection', kind: all.length > 0 && all.every((item) => syntaxOf(item)?.is === 'pair') ? 'map' : 'list', items: all };
};

export interface CallPicks {
  readonly callee?: Pick;
  readonly of?: Pick;
  readonly name?: Pick;
  /** The list of arguments; several are put together. */
  readonly arguments?: Pick | readonly Pick[];
  /** Name where none is written: that of a statement. */
  readonly called?: string;
  readonly annotates?: (node: Node) => Node | undefined;
}

export const call = (picks: CallPicks): Shape => (node) => {
  const its = pick(node, picks.name);
  return {
    is: 'call',
    callee: pick(node, picks.callee),
    of: pick(node, picks.of),
    name: its === undefined ? picks.called : textOf(its),
    arguments: argumentsOf(node, picks.arguments),
    ...(picks.annotates ? { annotates: picks.annotates(node) } : {}),
  };
};

function argumentsOf(node: Node, lists: CallPicks['arguments']): Node[] {
  return (Array.isArray(lists) ? lists : [lists]).flatMap((how: Pick | undefined) => {
    const list = pick(node, how);
    return list === undefined ? [] : partsOf(list).map(unwrapped);
  });
}

/** The node without what only wraps it: an argument, parentheses. */
export function unwrapped(node: Node): Node {
  let at = node;
  for (let depth = 0; depth < 40 && syntaxOf(at) === undefined; depth += 1) {
    const [only, ...more] = partsOf(at);
    if (only === undefined || more.length > 0 || !sameText(at, only)) return at;
    at = only;
  }
  return at;
}

/** A wrapping adds nothing but brackets, spaces and signs such as & and *. */
function sameText({ from, to, tree }: Node, inner: Node): boolean {
  return inner.from - from <= 4 && to - inner.to <= 4 && /^[\s(&*!,={]*$/.test(tree.text.slice(from, inner.from)) && /^[\s),;!?}]*$/.test(tree.text.slice(inner.to, to));
}

export const fields = (...names: readonly string[]) => (node: Node): Node[] => childrenOf(node).filter(({ field, named }) => named && field !== undefined && names.includes(field));
export const ofTypes = (...types: readonly string[]) => (node: Node): Node[] => childrenOf(node).filter((child) => types.includes(child.type));
/** Parts of a type, of the part that is found first. */
export const inside = (how: Pick, ...types: readonly string[]) => (node: Node): Node[] => {
  const inner = pick(node, how);
  return inner === undefined ? [] : childrenOf(inner).filter((child) => types.includes(child.type));
};
