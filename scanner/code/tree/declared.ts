import type { Grammar } from './grammar.ts';
import { around, partsOf, syntaxOf, textOf, visitAt, type Node, type Tree } from './node.ts';
import type { Alias } from './syntax.ts';

/** A name, and where it is made. */
export interface Declaration {
  readonly word: string;
  /** The name itself, or the import that brings it in. */
  readonly name: Node;
  /** Function, class, block or file that it is visible in. */
  readonly scope: Node;
  /** It belongs to a class. */
  readonly member: boolean;
  readonly value?: Node | undefined;
  readonly type?: Node | undefined;
  readonly alias?: Alias | undefined;
}

/** A name used more often than this is a common word; the first uses tell enough. */
const occurrenceLimit = 400;

const named = new WeakMap<Tree, Map<string, readonly Node[]>>();
const declared = new WeakMap<Tree, Map<string, readonly Declaration[]>>();

/** A name as it is looked up: without the sign that a language puts before variables. */
export function wordOf(node: Node): string {
  return textOf(node).replace(/^\$|[?!:]$/g, '');
}

/** Nodes of a tree that are a name and nothing but this word, in order. */
export function namesOf(tree: Tree, word: string): readonly Node[] {
  const cache = cached(named, tree);
  let found = cache.get(word);
  if (found === undefined) {
    const nodes: Node[] = [];
    visitAt(tree.root, offsetsOf(word, tree.text), (node) => {
      const is = syntaxOf(node)?.is;
      if (is === 'import' || (is === 'name' && wordOf(node) === word && (node.parent === undefined || syntaxOf(node.parent)?.is !== 'name'))) nodes.push(node);
    });
    found = nodes;
    cache.set(word, found);
  }
  return found;
}

function cached<T>(caches: WeakMap<Tree, Map<string, T>>, tree: Tree): Map<string, T> {
  let cache = caches.get(tree);
  if (cache === undefined) {
    cache = new Map();
    caches.set(tree, cache);
  }
  return cache;
}

function offsetsOf(word: string, text: string): number[] {
  const offsets: number[] = [];
  if (word === '') return offsets;
  for (let at = text.indexOf(word); at !== -1 && offsets.length < occurrenceLimit; at = text.indexOf(word, at + word.length)) {
    if (!/\w/.test(text.charAt(at - 1)) && !/\w/.test(text.charAt(at + word.length))) offsets.push(at);
  }
  return offsets;
}

/** The declaration that a bare name means at a place; undefined for names of elsewhere. */
export function lookup(place: Node, word: string, grammar: Grammar): Declaration | undefined {
  let best: Declaration | undefined;
  for (const declaration of declarationsOf(place.tree, word, grammar)) {
    const { scope, member } = declaration;
    if (place.from < scope.from || place.to > scope.to || (member && grammar.bareMembers !== true && !isDirectlyIn(place, scope))) continue;
    if (best === undefined || scope.to - scope.from < best.scope.to - best.scope.from) best = declaration;
  }
  return best;
}

/** Class bodies see their own names even where methods do not. */
function isDirectlyIn(place: Node, scope: Node): boolean {
  for (const at of around(place)) {
    if (at === scope) return true;
    if (syntaxOf(at)?.is === 'function') return false;
  }
  return false;
}

/** What a constant of the same file is. */
export function valueOf(name: Node, grammar: Grammar): Node | undefined {
  return lookup(name, wordOf(name), grammar)?.value;
}

export function declarationsOf(tree: Tree, word: string, grammar: Grammar): readonly Declaration[] {
  const cache = cached(declared, tree);
  let found = cache.get(word);
  if (found === undefined) {
    found = namesOf(tree, word).flatMap((node) => declarationAt(node, word, grammar) ?? []);
    cache.set(word, found);
  }
  return found;
}

function declarationAt(node: Node, word: string, grammar: Grammar): Declaration | undefined {
  const own = syntaxOf(node);
  if (own?.is === 'import') {
    const alias = own.aliases.find(({ local }) => local === word);
    return alias && { word, name: node, scope: scopeOf(node, grammar), member: false, alias };
  }
  const holder = holderOf(node);
  const syntax = holder && syntaxOf(holder);
  if (holder === undefined) return undefined;
  const made = (scope: Node, more: Partial<Declaration> = {}): Declaration => ({ word, name: node, scope, member: syntaxOf(scope)?.is === 'class', ...more });
  switch (syntax?.is) {
    case 'assignment':
      return syntax.declares && isTarget(node, syntax.target) ? made(scopeOf(holder, grammar), { value: syntax.value, type: syntax.type }) : undefined;
    case 'parameter':
      return syntax.name !== undefined && contains(syntax.name, node) ? made(scopeOf(holder, grammar), { value: syntax.value, type: syntax.type }) : undefined;
    case 'loop':
      return syntax.name !== undefined && contains(syntax.name, node) ? made(scopeOf(holder, grammar)) : undefined;
    case 'function':
      return isPlainParameter(node, holder) ? made(holder) : syntax.name === node ? made(scopeOf(holder, grammar)) : undefined;
    case 'class': case 'enum': case 'enum-member':
      return syntax.name === node ? made(scopeOf(holder, grammar)) : undefined;
    case 'member':
      return memberOfSelf(node, holder, { word, grammar });
    default:
      return undefined;
  }
}

/** The node around a name that gives it a meaning, through lists of names and wrappings. */
function holderOf(node: Node): Node | undefined {
  let at = node.parent;
  for (let depth = 0; at !== undefined && depth < 4; depth += 1, at = at.parent) {
    const is = syntaxOf(at)?.is;
    if (is !== undefined && is !== 'sequence') return at;
  }
  return undefined;
}

/** A parameter that is nothing but its name. */
function isPlainParameter(node: Node, holder: Node): boolean {
  return node.parent !== holder ? node.parent?.field === 'parameters' && node.parent.parent === holder : node.field === 'parameters';
}

function isTarget(node: Node, target: Node | undefined): boolean {
  if (target === undefined || !contains(target, node)) return false;
  const is = syntaxOf(target)?.is;
  return is === 'name' || is === 'sequence' || is === undefined;
}

const contains = (outer: Node, inner: Node): boolean => outer.from <= inner.from && inner.to <= outer.to;

interface Word {
  readonly word: string;
  readonly grammar: Grammar;
}

/** `self.region = …` makes a member of the class around. */
function memberOfSelf(node: Node, holder: Node, { word, grammar }: Word): Declaration | undefined {
  const syntax = syntaxOf(holder);
  const assignment = holder.parent && syntaxOf(holder.parent);
  if (syntax?.is !== 'member' || syntax.name !== node || assignment?.is !== 'assignment' || assignment.target !== holder || !isSelf(syntax.of, grammar)) return undefined;
  const scope = classAround(node);
  return scope && { word, name: node, scope, member: true, value: assignment.value };
}

export function isSelf(node: Node | undefined, { self }: Grammar): boolean {
  return node === undefined || (self !== undefined && node.to - node.from <= 12 && self.test(textOf(node)));
}

export function classAround(node: Node): Node | undefined {
  for (const at of around(node)) if (syntaxOf(at)?.is === 'class') return at;
  return undefined;
}

/** The function, class or block, or else the file, that a declaration is visible in. */
function scopeOf(declaring: Node, grammar: Grammar): Node {
  if (grammar.flat === true) return declaring.tree.root;
  for (const at of around(declaring)) {
    const is = syntaxOf(at)?.is;
    if (is === 'function' || is === 'class' || is === 'enum' || (grammar.blockScoped === true && is === 'block')) return at;
  }
  return declaring.tree.root;
}

/** Whether a file declares the name outside of functions. */
export function isTopLevel({ scope }: Declaration): boolean {
  return scope.parent === undefined;
}

/** Imports at the top of a file. */
export function importsOf(tree: Tree): readonly Node[] {
  return partsOf(tree.root).flatMap((part) => (syntaxOf(part)?.is === 'import' ? [part] : partsOf(part).filter((inner) => syntaxOf(inner)?.is === 'import')));
}
