import type { Grammar } from '../../tree/grammar.ts';
import { receiverOf } from '../../tree/chain.ts';
import { classAround, declarationsOf, isSelf, lookup, namesOf, wordOf, type Declaration } from '../../tree/declared.ts';
import { bareName, calledName, dottedName, lastOf, literalOf, nameOf } from '../../tree/names.ts';
import { childrenOf, partsOf, syntaxOf, textOf, type Node, type Tree } from '../../tree/node.ts';
import { render } from '../../tree/rendered.ts';
import { unwrapped } from '../../tree/shapes.ts';
import type { Call } from '../../tree/syntax.ts';
import { asksEnvironment, choice, either, isVariable, literal, unknown, variable } from '../value.ts';
import { argumentsFor } from './callers.ts';

/** Evaluates expressions of one scan in one language. */
export interface TreeEvaluator {
  /** Text of an expression, in the words of ../value.ts. */
  text(node: Node): string;
  /** The expression that names stand for: a call, collection or literal that is written out. */
  settled(node: Node): Node;
}

/** The other files of the program. */
export interface Elsewhere {
  /** What a name means that another file declares: its value there. */
  value(dotted: string, place: Node): Node | undefined;
  /** Files that import the one that a place is in. */
  importers(place: Node): readonly Tree[];
}

const depthLimit = 20;
/** Grammars of languages whose objects are written out field by field. */
const structs = /-(?:go|rust)\.wasm$/;
const environmentMap = /^(?:os\.environ|environ|ENV|\$?_(?:ENV|SERVER)|process\.env)$/;
const environmentCall = /^(?:os\.getenv|getenv|os\.environ\.get|environ\.get|ENV\.fetch|System\.getenv|(?:java\.lang\.)?System\.getenv|os\.(?:Getenv|LookupEnv)|Environment\.GetEnvironmentVariable|System\.Environment\.GetEnvironmentVariable|(?:std\.)?env\.var(?:_os)?|(?:System\.getenv\.)?getOrDefault|System\.getenv\.get)$/;
/** Calls that only wrap their argument or what they are called on. */
const passing = /^(?:str|String\.valueOf|String|aws\.String|string|Some|Objects\.requireNonNull|Optional\.of|Optional\.ofNullable|aws\.ToString|aws\.StringValue|Arn\.fromString|trim)$/;
const passingMethod = /^(?:unwrap|expect|to_string|to_owned|into|clone|as_str|as_ref|toString|trim|strip|to_s|get|orElseThrow|unwrap_or_default|ToString|Trim)$/;
const fallbackMethod = /^(?:orElse|orElseGet|unwrap_or|unwrap_or_else|getOrElse)$/;

export function treeEvaluator(grammar: Grammar, elsewhere: Elsewhere): TreeEvaluator {
  let depth = 0;
  const deeper = <T>(otherwise: () => T, look: () => T): T => {
    if (depth >= depthLimit) return otherwise();
    depth += 1;
    try {
      return look();
    } finally {
      depth -= 1;
    }
  };
  const sourceOf = (node: Node): string => unknown(node.tree.text.slice(node.from, Math.min(node.to, node.from + 400)));

  function text(node: Node): string {
    return deeper(() => sourceOf(node), () => textAt(unwrapped(node)) ?? sourceOf(node));
  }

  function textAt(node: Node): string | undefined {
    const syntax = syntaxOf(node);
    switch (syntax?.is) {
      case 'text': return written(node);
      case 'joined': return partsOf(node).map(text).join('');
      case 'binary': {
        const { left, right, operator } = syntax;
        if (left === undefined || right === undefined) return undefined;
        if (operator === '+' || operator === '.') return text(left) + text(right);
        return /^(?:or|\|\||\?\?|\?:)$/.test(operator) ? either(text(left), text(right)) : undefined;
      }
      case 'choice': return syntax.yes && syntax.no && choice(text(syntax.yes), text(syntax.no));
      case 'index': return indexed(syntax.of, syntax.key);
      case 'call': return called(syntax);
      default: {
        const value = step(node);
        return value && text(value);
      }
    }
  }

  /** A literal, with the values of what is inserted into it. */
  function written(node: Node): string {
    const marks = childrenOf(node).flatMap((child) => (isMark(child) ? [child] : childrenOf(child).filter(isMark)));
    const whole = render(node, grammar).text;
    if (marks.length === 0) return literal(whole);
    const pieces = whole.split(/\$\{[^}]*\}/);
    if (pieces.length !== marks.length + 1) return unknown(textOf(node));
    return pieces.map((piece, index) => literal(piece) + (index < marks.length ? text(innerOf(marks[index] as Node)) : '')).join('');
  }

  const isMark = (node: Node): boolean => grammar.inserted?.has(node.type) === true || grammar.insertedAt?.(node) === true;

  function innerOf(mark: Node): Node {
    const [only, ...more] = partsOf(mark);
    return only !== undefined && more.length === 0 && syntaxOf(mark) === undefined ? only : mark;
  }

  function indexed(of: Node | undefined, key: Node | undefined): string | undefined {
    const word = key && literalOf(unwrapped(key));
    if (word === undefined || of === undefined) return undefined;
    if (environmentMap.test(dottedName(of) ?? '')) return variable(word);
    const value = memberOf(of, word);
    return value && text(value);
  }

  function called(call: Call): string | undefined {
    const name = calledName(call) ?? '';
    const [first, second] = call.arguments.map((argument) => valueOfArgument(argument));
    const word = first && (literalOf(first) ?? undefined);
    const of = receiverOf(call);
    const receiver = of && syntaxOf(unwrapped(of));
    if (word !== undefined && (environmentCall.test(name) || environmentCall.test(`${receiver?.is === 'call' ? `${calledName(receiver) ?? ''}.` : ''}${lastOf(name)}`) || (isVariable(word) && asksEnvironment.test(lastOf(name))))) {
      return second === undefined || syntaxOf(second)?.is === 'function' ? variable(word) : either(variable(word), text(second));
    }
    if (lastOf(name) === 'format' && of !== undefined && receiver?.is === 'text') return formatted(text(of), call);
    if (first !== undefined && call.arguments.length === 1 && passing.test(name)) return text(first);
    if (of !== undefined && fallbackMethod.test(lastOf(name)) && first !== undefined) return either(text(of), syntaxOf(first)?.is === 'function' ? unknown('') : text(first));
    if (of !== undefined && passingMethod.test(lastOf(name))) return text(of);
    const result = returned(call);
    return result && text(result);
  }

  function formatted(pattern: string, call: Call): string | undefined {
    const given = call.arguments.filter((argument) => syntaxOf(argument)?.is !== 'pair').map(text);
    const named = new Map(call.arguments.flatMap((argument) => {
      const pair = syntaxOf(argument);
      return pair?.is === 'pair' && pair.value ? [[nameOf(pair.key) ?? '', text(pair.value)] as const] : [];
    }));
    let index = 0;
    return pattern.replace(/\{(\w*)\}/g, (_, key: string) => (key === '' ? given[index++] : (named.get(key) ?? given[Number(key)])) ?? unknown(key));
  }

  /** What a function of the file hands back, where one return is all it has. */
  function returned(call: Call): Node | undefined {
    const callee = call.callee === undefined ? undefined : unwrapped(call.callee);
    const word = callee !== undefined && syntaxOf(callee)?.is === 'name' ? wordOf(callee) : undefined;
    const holder = word === undefined || callee === undefined ? undefined : lookup(callee, word, grammar)?.name.parent;
    const made = holder && syntaxOf(holder);
    if (made?.is !== 'function' || made.body === undefined || made.body.to - made.body.from > 400) return undefined;
    const results = descendants(made.body, 200).filter((node) => syntaxOf(node)?.is === 'return');
    return results.length === 1 && results[0] ? partsOf(results[0])[0] : undefined;
  }

  /** The value behind a name or member, one step further. */
  function step(node: Node): Node | undefined {
    const syntax = syntaxOf(node);
    if (syntax?.is === 'name') {
      const declaration = lookup(node, wordOf(node), grammar);
      return declaration === undefined ? (memberNamed(node, wordOf(node)) ?? elsewhere.value(wordOf(node), node)) : ofDeclaration(declaration, node);
    }
    if (syntax?.is === 'member' && syntax.name !== undefined) {
      const word = bareName(syntax.name);
      if (syntax.of !== undefined && isSelf(syntax.of, grammar)) return memberNamed(node, word);
      return (syntax.of && memberOf(syntax.of, word)) ?? (/^[\w.]+$/.test(dottedName(node) ?? '') ? elsewhere.value(dottedName(node) ?? '', node) : undefined);
    }
    return undefined;
  }

  function ofDeclaration(declaration: Declaration, place: Node): Node | undefined {
    if (declaration.alias) return elsewhere.value(declaration.word, place);
    if (declaration.value !== undefined && syntaxOf(declaration.name.parent ?? declaration.name)?.is !== 'parameter') return only(declaration.value);
    const own = argumentsFor(declaration, place.tree, grammar);
    const given = own.length > 0 || syntaxOf(declaration.scope)?.is !== 'function' ? own : elsewhere.importers(place).flatMap((tree) => argumentsFor(declaration, tree, grammar));
    if (given.length === 1 || (given.length > 1 && new Set(given.map(text)).size === 1)) return given[0];
    return assignedTo(declaration) ?? declaration.value;
  }

  /** One value of a list of one: what Go has on either side of `:=`. */
  function only(value: Node): Node {
    const syntax = syntaxOf(value);
    return syntax?.is === 'sequence' ? (partsOf(value)[0] ?? value) : value;
  }

  /** What is assigned to a name that is declared without a value, where that is done once. */
  function assignedTo({ word, name, scope }: Declaration): Node | undefined {
    const values = namesOf(name.tree, word).flatMap((node) => {
      if (node.from < scope.from || node.to > scope.to) return [];
      const target = node.parent && syntaxOf(node.parent)?.is === 'member' ? node.parent : node;
      const parents = [target.parent, target.parent?.parent];
      return parents.flatMap((parent) => {
        const syntax = parent && syntaxOf(parent);
        return syntax?.is === 'assignment' && syntax.value !== undefined && syntax.target !== undefined && syntax.target.from <= target.from && target.to <= syntax.target.to ? [only(syntax.value)] : [];
      });
    });
    const distinct = [...new Map(values.map((value) => [value.from, value])).values()];
    return distinct.length === 1 ? distinct[0] : undefined;
  }

  /** A member of the class around a place. */
  function memberNamed(place: Node, word: string): Node | undefined {
    const of = classAround(place);
    if (of === undefined) return undefined;
    const found = declarationsOf(place.tree, word, grammar).filter(({ scope }) => scope === of);
    const valued = found.find(({ value }) => value !== undefined);
    if (valued?.value !== undefined) return only(valued.value);
    return found[0] && assignedTo({ ...found[0], scope: of });
  }

  /** What an object or class of the file has under a name. */
  function memberOf(of: Node, word: string): Node | undefined {
    const object = settled(of);
    const collection = syntaxOf(object);
    if (collection?.is === 'collection') {
      const pair = collection.items.map((item) => syntaxOf(item)).find((item) => item?.is === 'pair' && nameOf(item.key) === word);
      return pair?.is === 'pair' ? pair.value : undefined;
    }
    const name = syntaxOf(unwrapped(of))?.is === 'name' ? wordOf(unwrapped(of)) : undefined;
    if (name === undefined) return undefined;
    const field = fieldNamed(of.tree, word);
    if (field !== undefined) return field;
    return declarationsOf(of.tree, word, grammar).find(({ scope, value }) => {
      const owner = syntaxOf(scope);
      return value !== undefined && (owner?.is === 'class' || owner?.is === 'enum') && owner.name !== undefined && bareName(owner.name) === name;
    })?.value;
  }

  /** What the one struct of the file that has such a field sets it to. */
  function fieldNamed(tree: Tree, word: string): Node | undefined {
    if (!structs.test(grammar.wasm)) return undefined;
    const values = namesOf(tree, word).flatMap((node) => {
      for (const at of [node.parent, node.parent?.parent]) {
        const pair = at && syntaxOf(at);
        if (pair?.is === 'pair' && pair.key !== undefined && pair.key.from <= node.from && node.to <= pair.key.to && pair.value) return [unwrapped(pair.value)];
      }
      return [];
    });
    return values.length === 1 ? values[0] : undefined;
  }

  function settled(node: Node): Node {
    let at = unwrapped(node);
    for (let steps = 0; steps < depthLimit; steps += 1) {
      const syntax = syntaxOf(at);
      if (syntax !== undefined && syntax.is !== 'name' && syntax.is !== 'member') return at;
      const from = at;
      const next = deeper(() => undefined, () => step(from));
      if (next === undefined || next === at) return at;
      at = unwrapped(next);
    }
    return at;
  }

  return { text, settled };
}

/** What an argument hands over: of a named one its value, of a spread list what is spread. */
export function valueOfArgument(argument: Node): Node {
  const syntax = syntaxOf(argument);
  return syntax?.is === 'pair' && syntax.value ? unwrapped(syntax.value) : unwrapped(argument);
}

/** Nodes below a node, parents first. */
export function descendants(node: Node, limit: number): Node[] {
  const found: Node[] = [];
  const open = [node];
  for (let at = open.pop(); at !== undefined && found.length < limit; at = open.pop()) {
    found.push(at);
    open.push(...childrenOf(at).toReversed());
  }
  return found;
}

