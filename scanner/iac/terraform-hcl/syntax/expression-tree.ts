import { childOfType, partsOf, textOf, type Node } from '../../../code/tree/node.ts';
import { literal, type Access, type Entry, type Expression } from './expression.ts';
import { namesIn, templateOf, unescaped } from './template-tree.ts';

/** Deepest nesting of an expression that is read; people write a dozen levels. */
const depthLimit = 150;

const broken = (why: string): Expression => ({ is: 'broken', why });

/** An expression and what is asked of it: aws_s3_bucket.media[each.key].arn. */
export function expressionOf(nodes: readonly Node[], depth = 0): Expression {
  const [first, ...rest] = nodes;
  if (first === undefined) return broken('it could not be parsed');
  if (depth > depthLimit) return broken('it is nested too deeply');
  if (nodes.some(({ type }) => type === 'ERROR')) return broken('it could not be parsed');
  const of = termOf(first, depth + 1);
  const steps = rest.flatMap((node) => accessOf(node, depth + 1));
  return steps.length === 0 ? of : { is: 'access', of, steps };
}

const lookedThrough = new Set(['expression', 'literal_value', 'collection_value', 'operation', 'template_expr', 'for_expr']);

function termOf(node: Node, depth: number): Expression {
  const parts = partsOf(node);
  if (lookedThrough.has(node.type)) return expressionOf(parts, depth);
  switch (node.type) {
    case 'variable_expr': return { is: 'variable', name: textOf(node) };
    case 'numeric_lit': return literal(Number(textOf(node)));
    case 'bool_lit': return literal(textOf(node) === 'true');
    case 'null_lit': return literal(null);
    case 'string_lit': return literal(stringOf(node));
    case 'quoted_template': case 'heredoc_template': return templateExpression(node, depth);
    case 'tuple': return { is: 'list', items: parts.filter(({ type }) => type === 'expression').map((item) => expressionOf([item], depth)) };
    case 'object': return { is: 'object', entries: parts.flatMap((part) => entryOf(part, depth)) };
    case 'function_call': return callOf(node, depth);
    case 'conditional': return conditionalOf(node, depth);
    case 'binary_operation': return operationOf(node, depth);
    case 'unary_operation': return { is: 'unary', operator: node.tree.text.charAt(node.from), of: expressionOf(parts, depth) };
    case 'for_tuple_expr': case 'for_object_expr': return forOf(node, depth);
    default: return broken(`${node.type} is not read`);
  }
}

/** The text of a quoted string in which nothing is filled in. */
export function stringOf(node: Node): string {
  const [start, end] = [childOfType(node, 'quoted_template_start'), childOfType(node, 'quoted_template_end')];
  return unescaped(node.tree.text.slice(start?.to ?? node.from, end?.from ?? node.to));
}

function templateExpression(node: Node, depth: number): Expression {
  const parts = templateOf(node, depth, expressionOf);
  const [only] = parts;
  if (parts.length === 0) return literal('');
  if (parts.length === 1 && typeof only === 'string') return literal(only);
  // "${x}" is x itself, whatever its type.
  if (parts.length === 1 && typeof only === 'object' && only.is === 'insert' && node.type === 'quoted_template') return only.value;
  return { is: 'template', parts };
}

function accessOf(node: Node, depth: number): Access[] {
  const inner = partsOf(node);
  const [first] = inner;
  switch (node.type) {
    case 'get_attr': return [{ name: first === undefined ? '' : textOf(first) }];
    case 'index': return inner.flatMap((each) => accessOf(each, depth));
    case 'new_index': return [{ key: expressionOf(inner, depth) }];
    case 'legacy_index': return [{ key: literal(Number(textOf(node).slice(1))) }];
    case 'splat': return inner.flatMap((each) => accessOf(each, depth));
    case 'full_splat': return [{ splat: inner.flatMap((each) => accessOf(each, depth)) }];
    case 'attr_splat': {
      // An index ends the older form: it picks from the list.
      const end = inner.findIndex(({ type }) => type === 'index');
      const [each, after] = end === -1 ? [inner, []] : [inner.slice(0, end), inner.slice(end)];
      return [{ splat: each.flatMap((part) => accessOf(part, depth)) }, ...after.flatMap((part) => accessOf(part, depth))];
    }
    default: return [{ key: broken(`${node.type} is not read`) }];
  }
}

function entryOf(node: Node, depth: number): Entry[] {
  if (node.type !== 'object_elem') return [];
  const [key, value] = partsOf(node);
  if (key === undefined || value === undefined) return [];
  const [only, ...more] = partsOf(key);
  // A bare word is a name; in parentheses it is an expression.
  const isName = more.length === 0 && (only?.type === 'variable_expr' || (only?.type === 'literal_value' && /^\w/.test(textOf(only))));
  return [{ key: isName && only ? literal(textOf(only)) : expressionOf([key], depth), value: expressionOf([value], depth) }];
}

function callOf(node: Node, depth: number): Expression {
  const [callee, list] = [childOfType(node, 'identifier'), childOfType(node, 'function_arguments')];
  if (partsOf(node).some(({ type }) => type === 'ERROR')) return broken('a function call could not be parsed');
  const parts = list === undefined ? [] : partsOf(list);
  return {
    is: 'call', name: callee === undefined ? '' : textOf(callee),
    parts: parts.filter(({ type }) => type === 'expression').map((part) => expressionOf([part], depth)),
    spread: parts.at(-1)?.type === 'ellipsis',
  };
}

/** The grammar takes a ? b : c ? d : e for (a ? b : c) ? d : e; the language has it the other way round. */
function conditionalOf(node: Node, depth: number): Expression {
  const chain: Node[] = [];
  let at: Node | undefined = node;
  while (at !== undefined) {
    const [condition, yes, no]: readonly (Node | undefined)[] = partsOf(at);
    if (condition === undefined || yes === undefined || no === undefined) return broken('a condition could not be parsed');
    chain.push(no, yes);
    const [inner, ...more]: readonly Node[] = partsOf(condition);
    at = inner?.type === 'conditional' && more.length === 0 ? inner : undefined;
    if (at === undefined) chain.push(condition);
  }
  const [last, ...others] = chain.map((each) => expressionOf([each], depth));
  let made = last ?? broken('a condition could not be parsed');
  for (let index = 0; index + 1 < others.length; index += 2) {
    const [yes, condition] = [others[index], others[index + 1]];
    if (yes && condition) made = { is: 'conditional', condition, yes, no: made };
  }
  return made;
}

const sign = /==|!=|&&|\|\||[<>]=?|[-+*/%]/;
const comments = /\/\*[\s\S]*?\*\/|(?:\/\/|#)[^\n]*/g;

/** The grammar gives both operands in one row, each with what is asked of it; the sign stands between them. */
function operationOf(node: Node, depth: number): Expression {
  const parts = partsOf(node);
  for (let index = 1; index < parts.length; index++) {
    const between = node.tree.text.slice(parts[index - 1]?.to, parts[index]?.from).replace(comments, ' ');
    const [operator] = sign.exec(between) ?? [];
    if (operator === undefined) continue;
    return { is: 'binary', operator, left: expressionOf(parts.slice(0, index), depth), right: expressionOf(parts.slice(index), depth) };
  }
  return broken('an operation could not be parsed');
}

function forOf(node: Node, depth: number): Expression {
  const [intro, condition] = [childOfType(node, 'for_intro'), childOfType(node, 'for_cond')];
  const of = intro && partsOf(intro).filter(({ type }) => type === 'expression');
  const values = partsOf(node).filter(({ type }) => type === 'expression');
  const value = values.at(-1);
  if (intro === undefined || of === undefined || value === undefined) return broken('a for expression could not be parsed');
  const key = node.type === 'for_object_expr' ? values[0] : undefined;
  if (node.type === 'for_object_expr' && values.length < 2) return broken('a for expression could not be parsed');
  return {
    is: 'for', names: namesIn(intro), of: expressionOf(of, depth),
    key: key && expressionOf([key], depth),
    value: expressionOf([value], depth),
    condition: condition && expressionOf(partsOf(condition), depth),
    grouped: partsOf(node).some(({ type }) => type === 'ellipsis'),
  };
}
