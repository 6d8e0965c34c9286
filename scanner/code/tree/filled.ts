import { entryOf, type Place } from './entry.ts';
import { receiverOf } from './chain.ts';
import { calledName, dottedName, lastOf } from './names.ts';
import { partsOf, syntaxOf, type Node } from './node.ts';
import { unwrapped } from './shapes.ts';

/** A statement that puts one thing into a collection: m.put("us-east-1", x), m["us-east-1"] = x, regions.add("us-east-1"). */
export interface Filling {
  readonly statement: Node;
  /** The collection. */
  readonly of: Node;
  readonly key: Node;
  readonly value: Node | undefined;
}

const fills = /^(?:put|put_?if_?absent|set|add|append|insert|push|try_?add|entry|store)$/i;
/** Statements of one block that are looked at; longer blocks are written by programs. */
const statementLimit = 1_000;

/** The statements of a block that fill one and the same collection, most of them by region; undefined if there are not two of them. */
export function fillingsIn(block: Node, place: Place): readonly Filling[] | undefined {
  const groups = new Map<string, Filling[]>();
  for (const statement of partsOf(block).slice(0, statementLimit)) {
    const filling = fillingBy(unwrapped(inner(statement)), statement);
    const name = filling && dottedName(filling.of);
    if (filling === undefined || name === undefined) continue;
    const group = groups.get(name);
    if (group) group.push(filling);
    else groups.set(name, [filling]);
  }
  return [...groups.values()].find((group) => group.length >= 2 && group.filter(({ key }) => entryOf(key, place)).length >= 2);
}

const inner = (statement: Node): Node => (syntaxOf(statement)?.is === 'statement' ? (partsOf(statement)[0] ?? statement) : statement);

function fillingBy(node: Node, statement: Node): Filling | undefined {
  const syntax = syntaxOf(node);
  if (syntax?.is === 'call') {
    const of = receiverOf(syntax);
    const [key, value, ...more] = syntax.arguments;
    return of !== undefined && key !== undefined && more.length === 0 && fills.test(lastOf(calledName(syntax) ?? '')) ? { statement, of, key, value } : undefined;
  }
  if (syntax?.is !== 'assignment' || syntax.target === undefined) return undefined;
  const target = syntaxOf(unwrapped(syntax.target));
  return target?.is === 'index' && target.of && target.key ? { statement, of: target.of, key: target.key, value: syntax.value } : undefined;
}
