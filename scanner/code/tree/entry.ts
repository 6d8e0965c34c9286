import type { Form } from '../../../model/occurrence.ts';
import type { Stretch } from '../language.ts';
import { lexicon, type Hints, type Match } from '../lexicon.ts';
import { valueOf } from './declared.ts';
import type { Grammar } from './grammar.ts';
import { bareName, calledName, literalOf } from './names.ts';
import { syntaxOf, type Node } from './node.ts';
import { receiverOf } from './chain.ts';
import { unwrapped } from './shapes.ts';
import { passesOn } from './words.ts';

/** An element, key, value or case that is a region or zone and nothing else. */
export interface Entry extends Stretch {
  readonly form: Form;
  readonly text: string;
  readonly regions: readonly string[];
  readonly node: Node;
}

const entryForms: ReadonlySet<Form> = new Set(['region', 'region-enum', 'zone', 'zone-id', 'short-code', 'region-prefix']);

export interface Place {
  readonly grammar: Grammar;
  readonly hints: Hints;
  /** Calls around it that make one list. */
  readonly depth?: number;
}

/** The region that an expression is, written out or through an SDK constant or a constant of the same file. */
export function entryOf(expression: Node, place: Place): Entry | undefined {
  const node = wrapped(unwrapped(expression));
  const match = matchOf(node, place);
  return match && { form: match.form, text: match.text, regions: match.regions, from: node.from, to: node.to, node };
}

/** The region that a name is: a key without quotes, a member of an enum. */
export function entryOfName(node: Node, place: Place): Entry | undefined {
  const inner = unwrapped(node);
  const match = syntaxOf(inner)?.is === 'name' || syntaxOf(inner) === undefined ? enumMatch(inner) : undefined;
  return match ? { form: match.form, text: match.text, regions: match.regions, from: inner.from, to: inner.to, node: inner } : entryOf(node, place);
}

/** What is in a call that only changes the type of what it is handed: Region.of("eu-west-1"), "eu-west-1".to_string(). */
function wrapped(node: Node): Node {
  const call = syntaxOf(node);
  if (call?.is !== 'call') return node;
  const [only, ...more] = call.arguments;
  if (only === undefined) {
    const of = receiverOf(call);
    return of !== undefined && syntaxOf(of)?.is === 'text' ? of : node;
  }
  return more.length === 0 && passesOn.test(calledName(call) ?? '') ? unwrapped(only) : node;
}

function matchOf(node: Node, { grammar, hints }: Place): Match | undefined {
  const syntax = syntaxOf(node);
  if (syntax?.is === 'text') return wholeMatch(node, hints);
  if (syntax?.is === 'member') return syntax.name && enumMatch(syntax.name);
  if (syntax?.is !== 'name') return undefined;
  const value = valueOf(node, grammar);
  return value && syntaxOf(value)?.is === 'text' ? wholeMatch(value, hints) : undefined;
}

function wholeMatch(node: Node, hints: Hints): Match | undefined {
  if (node.to - node.from > 60) return undefined;
  const text = literalOf(node);
  const [match] = text === undefined || text.length > 40 ? [] : lexicon.classify(text, hints);
  return match && match.from === 0 && match.to === text?.length && entryForms.has(match.form) ? match : undefined;
}

export function enumMatch(name: Node): Match | undefined {
  if (name.to - name.from > 60) return undefined;
  const word = bareName(name);
  const match = lexicon.classifyName(word.replace(/_?Region(?:ID|Id)$/, ''));
  return match?.form === 'region-enum' ? { ...match, text: word, to: word.length } : undefined;
}
