import { receiverOf } from './chain.ts';
import type { Binding, Position } from './climb.ts';
import { classAround, isSelf, lookup, namesOf, wordOf, type Declaration } from './declared.ts';
import type { Grammar } from './grammar.ts';
import { bareName, calledName, dottedName, lastOf, literalOf } from './names.ts';
import { syntaxOf, type Node, type Tree } from './node.ts';
import { positionOf } from './position.ts';
import { serviceAt } from './service.ts';

/** A place that a bound value gets to. */
export interface Use {
  readonly node: Node;
  readonly position: Position;
  readonly service: string | undefined;
}

/** A declared name and the members from there to the value. */
export interface Bound {
  readonly word: string;
  readonly scope: Node;
  /** Class that it is a member of. */
  readonly of?: Node | undefined;
  readonly path: readonly string[];
  readonly returned?: true | undefined;
  readonly config?: true | undefined;
}

export interface Uses {
  readonly uses: readonly Use[];
  /** Names that the value has on the way, for files that know them. */
  readonly bound: readonly Bound[];
}

/** Names are followed this far: value → constant → settings → parameter … */
const depthLimit = 4;
const useLimit = 100;

/** Where a bound value goes inside its file. */
export function usesOf(binding: Binding, grammar: Grammar): Uses {
  const first = boundBy(binding, grammar);
  if (first === undefined) return { uses: [], bound: [] };
  return followed([{ bound: first, depth: 0 }], [], grammar);
}

/** Where the value of a node goes that reads it: of a constant of another file. */
export function usesFrom(references: readonly Reference[], grammar: Grammar): readonly Use[] {
  return followed([], references, grammar).uses;
}

interface Next {
  readonly bound: Bound;
  readonly depth: number;
}

function followed(start: readonly Next[], references: readonly Reference[], grammar: Grammar): Uses {
  const uses: Use[] = [];
  const bounds: Bound[] = [];
  const seen = new Set<string>();
  const open = [...start];
  const use = (reference: Reference, depth: number): void => {
    const { found, next } = usedAt(reference, grammar);
    if (next !== undefined && depth < depthLimit) open.push({ bound: next, depth: depth + 1 });
    if (found !== undefined && uses.length < useLimit) uses.push(found);
  };
  for (const reference of references) use(reference, 0);
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const { bound, depth } = next;
    const key = `${bound.scope.number}:${bound.word}:${bound.path.join('.')}`;
    if (seen.has(key)) continue;
    seen.add(key);
    bounds.push(bound);
    for (const reference of referencesTo(bound, grammar)) use(reference, depth);
  }
  return { uses, bound: bounds };
}

export interface Reference {
  readonly node: Node;
  /** Members still to be read from the node to get to the value. */
  readonly path: readonly string[];
  readonly config?: true | undefined;
}

/** What becomes of the value where it is read: the use, the name that it gets next, or both. */
function usedAt({ node, path, config }: Reference, grammar: Grammar): { readonly found?: Use; readonly next?: Bound } {
  const position = positionOf(node);
  const made = config && madeWith(node);
  if (made) return { found: { node, position: { ...position, role: 'argument', name: path.at(-1) ?? position.name, callee: made, calleeName: calledNameOf(made), whole: made }, service: serviceAt(made, grammar) } };
  const { binding } = position;
  const shown = path.length === 0 ? position : { ...position, name: path.at(-1) };
  const target = binding && boundBy({ ...binding, path: [...binding.path, ...path], ...(config || binding.config ? { config: true } : {}) }, grammar);
  const passing = target !== undefined && (position.role === 'assignment' || position.role === 'value');
  return {
    ...(passing ? {} : { found: { node, position: shown, service: position.callee && serviceAt(position.callee, grammar) } }),
    ...(target ? { next: target } : {}),
  };
}

/** The call of a method on an object that holds settings: session.client("s3"). */
function madeWith(node: Node): Node | undefined {
  const { parent } = node;
  const syntax = parent && syntaxOf(parent);
  if (syntax?.is === 'call' && receiverOf(syntax) === node) return parent;
  if (syntax?.is !== 'member' || syntax.of !== node || parent?.parent === undefined) return undefined;
  const outer = syntaxOf(parent.parent);
  return outer?.is === 'call' && outer.callee === parent ? parent.parent : undefined;
}

function calledNameOf(node: Node): string | undefined {
  const call = syntaxOf(node);
  return call?.is === 'call' ? calledName(call) : undefined;
}

/** The declaration behind a binding: `config.region = …` is a member of the variable config. */
function boundBy({ of, path, returned, config }: Binding, grammar: Grammar): Bound | undefined {
  const members: string[] = [];
  let at = of;
  for (let depth = 0; depth < 8; depth += 1) {
    const syntax = syntaxOf(at);
    const member = syntax?.is === 'member' ? syntax.name && bareName(syntax.name) : syntax?.is === 'index' ? syntax.key && literalOf(syntax.key) : undefined;
    if ((syntax?.is !== 'member' && syntax?.is !== 'index') || member === undefined) break;
    members.unshift(member);
    if (isSelf(syntax.of, grammar)) return memberBound(at, members, { path, returned, config });
    if (syntax.of === undefined) return undefined;
    at = syntax.of;
  }
  if (syntaxOf(at)?.is !== 'name') return undefined;
  const declaration = lookup(at, wordOf(at), grammar);
  return declaration && boundTo(declaration, { path: [...members, ...path], returned, config });
}

type Rest = Pick<Bound, 'path' | 'returned' | 'config'>;

function memberBound(at: Node, [word = '', ...members]: readonly string[], { path, ...rest }: Rest): Bound | undefined {
  const scope = classAround(at);
  return scope && { word, scope, of: scope, path: [...members, ...path], ...rest };
}

function boundTo({ word, scope, member }: Declaration, rest: Rest): Bound {
  return { word, scope, ...(member ? { of: scope } : {}), ...rest };
}

/** Every place in the file that reads the bound value, or an object that holds it. */
function referencesTo(bound: Bound, grammar: Grammar): Reference[] {
  return namesOf(bound.scope.tree, bound.word).flatMap((node) => {
    const start = bound.of === undefined ? variableRead(node, bound, grammar) : memberRead(node, bound, grammar);
    return (start && follow(start, bound)) ?? [];
  });
}

/** The name, if it reads the variable and is not a member or an argument's name. */
function variableRead(node: Node, { word, scope }: Bound, grammar: Grammar): Node | undefined {
  if (isLabel(node)) return undefined;
  const declaration = lookup(node, word, grammar);
  return declaration !== undefined && declaration.scope === scope && declaration.name !== node && declaration.alias === undefined ? node : undefined;
}

/** this.region, Config.REGION, or the bare name where a language reads members so. */
function memberRead(node: Node, { word, scope, of }: Bound, grammar: Grammar): Node | undefined {
  const { parent } = node;
  const syntax = parent && syntaxOf(parent);
  if (syntax?.is === 'member' && syntax.name === node) {
    if (isSelf(syntax.of, grammar)) return classAround(node) === scope || grammar.flat === true ? parent : undefined;
    const owner = of && syntaxOf(of);
    const named = dottedName(syntax.of);
    return owner?.is === 'class' && owner.name !== undefined && named !== undefined && lastOf(named) === bareName(owner.name) ? parent : undefined;
  }
  if (isLabel(node)) return undefined;
  const bare = grammar.bareMembers === true || word.startsWith('@');
  return bare && lookup(node, word, grammar)?.scope === scope ? node : undefined;
}

/** Names that say what a value is for and read nothing. */
function isLabel(node: Node): boolean {
  const { parent } = node;
  const syntax = parent && syntaxOf(parent);
  if (syntax?.is === 'member') return syntax.name === node;
  if (syntax?.is === 'pair') return syntax.named === true && syntax.key === node && syntax.value !== node;
  return syntax?.is === 'parameter' || syntax?.is === 'enum-member' ? syntax.name === node : false;
}

/** From the name along the members to the value; stops early where the object is handed on whole. */
function follow(start: Node, { path, returned, config }: Bound): Reference | undefined {
  let node = start;
  if (returned) {
    const call = node.parent && syntaxOf(node.parent);
    if (node.parent === undefined || call?.is !== 'call' || receiverOf(call) === node || numberedArgument(call.arguments, node)) return undefined;
    node = node.parent;
  }
  for (const [index, member] of path.entries()) {
    const parent = node.parent;
    const syntax = parent && syntaxOf(parent);
    const read = syntax?.is === 'member' && syntax.of === node ? syntax.name && bareName(syntax.name)
      : syntax?.is === 'index' && syntax.of === node ? (syntax.key && literalOf(syntax.key)) ?? '' : undefined;
    if (read === undefined || parent === undefined) return isWritten(node) ? undefined : { node, path: path.slice(index), config };
    if (read !== member) return config && madeWith(node) ? { node, path: path.slice(index), config } : undefined;
    node = parent;
  }
  return isWritten(node) ? undefined : { node, path: [], config };
}

const numberedArgument = (all: readonly Node[], node: Node): boolean => all.includes(node);

function isWritten(node: Node): boolean {
  let at = node;
  for (let depth = 0; depth < 4 && at.parent !== undefined; depth += 1, at = at.parent) {
    const syntax = syntaxOf(at.parent);
    if (syntax?.is === 'assignment') return syntax.target === at;
    if (syntax !== undefined && syntax.is !== 'sequence') return false;
  }
  return false;
}

/** Every place in a file that reads something by a dotted name that ends with the word. */
export function referencesBy(tree: Tree, word: string): (Reference & { readonly dotted: string })[] {
  return namesOf(tree, word).flatMap((node) => {
    if (syntaxOf(node)?.is === 'import') return [];
    const { parent } = node;
    const syntax = parent && syntaxOf(parent);
    const start = syntax?.is === 'member' && syntax.name === node ? parent : isLabel(node) ? undefined : node;
    const dotted = dottedName(start);
    return start !== undefined && dotted !== undefined && !isWritten(start) ? [{ node: start, path: [], dotted }] : [];
  });
}

/** Nodes that read what a binding binds, in the same file. */
export function referencesOf(binding: Binding, grammar: Grammar): Node[] {
  const bound = boundBy(binding, grammar);
  return bound === undefined ? [] : referencesTo(bound, grammar).filter(({ path }) => path.length === 0).map(({ node }) => node);
}
