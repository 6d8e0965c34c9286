import type { Stretch } from '../language.ts';
import { lexicon } from '../lexicon.ts';
import { childOfType, partsOf, textOf, type Node } from '../tree/node.ts';
import { callOf } from './hcl-call.ts';
import type { DataNode, MapNode, Member, TextNode } from './node.ts';

/** The body of a file or block of HCL. */
export function bodyOf(node: Node): MapNode {
  return { kind: 'map', record: true, members: partsOf(node).flatMap(memberOf), ...stretchOf(node) };
}

const stretchOf = ({ from, to }: Stretch): Stretch => ({ from, to });
const identifierText = (node: Node): TextNode => ({ kind: 'text', text: textOf(node), string: false, exact: true, ...stretchOf(node) });

function memberOf(node: Node): Member[] {
  const parts = partsOf(node);
  const [first] = parts;
  if (first === undefined) return [];
  if (node.type === 'attribute') return [{ key: identifierText(first), value: sequenceOf(parts.slice(1), node) }];
  if (node.type !== 'block') return node.type === 'ERROR' ? parts.flatMap(memberOf) : [];
  const labels = parts.slice(1).filter(({ type }) => type === 'string_lit' || type === 'identifier').map((label) => (label.type === 'identifier' ? textOf(label) : plainText(label)));
  const body = parts.find(({ type }) => type === 'body');
  const named = /^(?:resource|module)$/.test(textOf(first)) ? placeIn(parts.filter(({ type }) => type === 'string_lit').at(-1)) : undefined;
  return [{ key: identifierText(first), block: [textOf(first), ...labels], value: body && bodyOf(body), ...(named === undefined ? {} : { named }) }];
}

const spelt = /(?:^|-)((?:[a-z]{2}(?:-[a-z]{3,4})?-(?:north|south|east|west|central){1,2}-\d|[a-z]{3,4}\d(?:-az\d)?)[a-f]?)(?=-|$)/;

/** The part of a label that spells a region, zone or short code: us_west_2, private_euw2_az1. */
function placeIn(label: Node | undefined): TextNode | undefined {
  if (label === undefined) return undefined;
  const found = spelt.exec(plainText(label).replaceAll('_', '-'));
  const text = found?.[1];
  if (found === null || text === undefined || lexicon.classify(text, { name: 'zone' }).length === 0) return undefined;
  const from = label.from + 1 + found.index + found[0].length - text.length;
  return { kind: 'text', text, string: true, exact: true, from, to: from + text.length };
}

const plainText = (node: Node): string => textOf(node).replace(/^"|"$/g, '');

/** An expression and what is asked of it: local.amis[var.region].id. */
export function sequenceOf(nodes: readonly Node[], { tree, from, to }: Node): DataNode {
  const [first, ...rest] = nodes;
  if (first === undefined) return { kind: 'other', source: '', parts: [], from, to };
  if (rest.length === 0) return valueOf(first);
  const stretch = { from: first.from, to: rest.at(-1)?.to ?? to };
  const key = rest.findLast(({ type }) => type === 'index' || type === 'new_index');
  const head = key === undefined ? undefined : nodes.slice(0, nodes.indexOf(key));
  const inner = first.type === 'variable_expr' ? [] : [valueOf(first)];
  if (key === undefined || head === undefined) return { kind: 'other', source: tree.text.slice(stretch.from, stretch.to), parts: [...inner, ...rest.flatMap(insideOf)], ...stretch };
  return { kind: 'lookup', of: sequenceOf(head, first), keys: insideOf(key), fallback: undefined, ...stretch };
}

function insideOf(node: Node): DataNode[] {
  if (node.type === 'get_attr') return [];
  return node.type === 'index' || node.type === 'new_index' ? partsOf(node).flatMap(insideOf) : [valueOf(node)];
}

const lookedThrough = new Set(['expression', 'literal_value', 'collection_value', 'operation', 'template_expr']);

export function valueOf(node: Node): DataNode {
  const parts = partsOf(node);
  if (lookedThrough.has(node.type)) return sequenceOf(parts, node);
  switch (node.type) {
    case 'string_lit': case 'quoted_template': case 'heredoc_template': return templateOf(node, parts);
    case 'tuple': return { kind: 'list', items: parts.filter(({ type }) => type === 'expression').map(valueOf), ...stretchOf(node) };
    case 'object': return { kind: 'map', members: parts.flatMap(elementOf), ...stretchOf(node) };
    case 'function_call': {
      const [callee, list] = [childOfType(node, 'identifier'), childOfType(node, 'function_arguments')];
      return callOf(callee === undefined ? '' : textOf(callee), list === undefined ? [] : partsOf(list).map(valueOf), node);
    }
    case 'conditional': {
      const [condition, ...arms] = parts;
      return { kind: 'choose', condition: condition && valueOf(condition), parts: arms.map(valueOf), inTurn: false, ...stretchOf(node) };
    }
    case 'binary_operation': return operationOf(node, parts);
    case 'numeric_lit': case 'bool_lit': case 'null_lit': return identifierText(node);
    case 'variable_expr': return { kind: 'other', source: textOf(node), parts: [], ...stretchOf(node) };
    default: return { kind: 'other', source: '', parts: parts.map(valueOf), ...stretchOf(node) };
  }
}

function elementOf(node: Node): Member[] {
  if (node.type !== 'object_elem') return [];
  const [key, value] = partsOf(node);
  if (key === undefined) return [];
  const known = valueOf(key);
  return [{ key: known.kind === 'text' ? known : identifierText(key), value: value && valueOf(value) }];
}

/** The parser gives the operands of an operation in one row, with what is asked of each. */
function operationOf(node: Node, parts: readonly Node[]): DataNode {
  const { text } = node.tree;
  const sign = /==|!=|&&|\|\||[<>]=?|[-+*/%]/;
  const split = parts.findIndex((part, index) => index > 0 && sign.test(text.slice(parts[index - 1]?.to ?? part.from, part.from)));
  if (split === -1) return { kind: 'other', source: '', parts: parts.map(valueOf), ...stretchOf(node) };
  const operator = text.slice(parts[split - 1]?.to ?? node.from, parts[split]?.from ?? node.to);
  const operands = [sequenceOf(parts.slice(0, split), node), sequenceOf(parts.slice(split), node)];
  return /[=!]=/.test(operator) ? { kind: 'compare', parts: operands, ...stretchOf(node) } : { kind: 'other', source: '', parts: operands, ...stretchOf(node) };
}

/** A text with what is filled into it. */
function templateOf(node: Node, parts: readonly Node[]): DataNode {
  const block = node.type === 'heredoc_template';
  const inner = parts.some(({ type }) => type === 'template_directive') ? insideDirectives(parts) : parts;
  const pieces = inner.flatMap((part, index): DataNode[] => {
    // The grammar leaves out white space before what is filled in.
    if (part.type === 'template_literal') return [literalText(node, { from: part.from, to: inner[index + 1]?.type === 'template_interpolation' ? (inner[index + 1]?.from ?? part.to) : part.to }, block)];
    if (part.type === 'template_interpolation') return [sequenceOf(partsOf(part).filter(({ type }) => type === 'expression'), part)].map((value) => ({ kind: 'other', source: sourceOf(value, part), parts: [value], ...stretchOf(part) }));
    return part.type === 'expression' ? [valueOf(part)] : [];
  });
  const [only] = pieces;
  if (pieces.length === 1 && only?.kind === 'text') return only;
  return { kind: 'join', parts: pieces, separator: '', ...stretchOf(node) };
}

/** The parts of a text with what is between %{ if } and %{ endif }, in order: either may be filled in. */
function insideDirectives(parts: readonly Node[]): Node[] {
  const inner: Node[] = [];
  const open = parts.toReversed();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (/^template_(?:literal|interpolation)$/.test(node.type) || node.type === 'expression') inner.push(node);
    else open.push(...partsOf(node).toReversed());
  }
  return inner;
}

const sourceOf = (node: DataNode, { tree }: Node): string => (node.kind === 'other' && node.source !== '' ? node.source : tree.text.slice(node.from, node.to));

function literalText({ tree }: Node, stretch: Stretch, block: boolean): TextNode {
  const source = tree.text.slice(stretch.from, stretch.to);
  if (block || !source.includes('\\')) return { kind: 'text', text: source, string: true, exact: true, ...(block ? { block } : {}), ...stretch };
  return { kind: 'text', text: source.replace(/\\(?:([nrt"\\])|u[0-9a-fA-F]{4})/g, (_, sign: string | undefined) => (sign === undefined ? '?' : (escapes[sign] ?? sign))), string: true, ...stretch };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
