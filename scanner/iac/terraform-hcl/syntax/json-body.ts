import { parseTree, type Node as JsonNode, type ParseError } from 'jsonc-parser';
import { lineStarts, positionAt } from '../../../../model/position.ts';
import { withoutSymbols } from '../../terraform/values.ts';
import { emptyBody, literal, type Attribute, type Block, type Body, type Expression } from './expression.ts';
import type { HclParser, ParsedBody } from './parser.ts';

/** Labels that blocks of a type have, outside of the language itself. */
const labelCount: Readonly<Record<string, number>> = { resource: 2, data: 2, ephemeral: 2, module: 1, provider: 1, variable: 1, output: 1, dynamic: 1, backend: 1, check: 1 };
/** What stands directly in a file and in a terraform block is a block; further in only these are, for all the rest may be arguments. */
const nestedBlocks = new Set(['dynamic', 'backend', 'cloud', 'required_providers', 'content', 'lifecycle']);
const depthLimit = 150;

interface Reading {
  readonly parser: HclParser;
  readonly starts: Uint32Array;
}

/** The same language written as JSON (main.tf.json, what CDK for Terraform writes): strings are templates. */
export function jsonBody(text: string, parser: HclParser): ParsedBody {
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, { allowTrailingComma: false });
    const starts = lineStarts(text);
    const [error] = errors;
    if (root === undefined || error !== undefined) return { body: emptyBody, problem: { message: 'It is not valid JSON.', ...(error ? { line: positionAt(starts, error.offset).line } : {}) } };
    return { body: bodyOf(root, { parser, starts }, true) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { body: emptyBody, problem: { message: 'It is nested too deeply to be parsed.' } };
  }
}

function membersOf(node: JsonNode): (readonly [key: string, value: JsonNode, offset: number])[] {
  if (node.type === 'array') return (node.children ?? []).flatMap(membersOf);
  return (node.children ?? []).flatMap(({ children: [key, value] = [], offset }) => (key && value ? [[String(key.value), value, offset] as const] : []));
}

function bodyOf(node: JsonNode, reading: Reading, top = false): Body {
  const attributes = new Map<string, Attribute>();
  const blocks: Block[] = [];
  for (const [name, value, offset] of membersOf(node)) {
    const { line } = positionAt(reading.starts, offset);
    const isBlock = (top || nestedBlocks.has(name)) && (value.type === 'object' || value.type === 'array') && name !== '//';
    if (isBlock) blocks.push(...blocksOf({ type: name, labels: [], line }, value, reading));
    else if (name !== '//') attributes.set(name, { name, value: expressionOf(value, reading.parser), line });
  }
  return { attributes, blocks };
}

function blocksOf({ type, labels, line }: Omit<Block, 'body'>, node: JsonNode, reading: Reading): Block[] {
  const count = Object.hasOwn(labelCount, type) ? (labelCount[type] ?? 0) : 0;
  if (labels.length < count) {
    return membersOf(node).flatMap(([label, inner, offset]) => blocksOf({ type, labels: [...labels, withoutSymbols(label)], line: positionAt(reading.starts, offset).line }, inner, reading));
  }
  const each = node.type === 'array' ? (node.children ?? []) : [node];
  return each.map((one) => ({ type, labels, line, body: bodyOf(one, reading) }));
}

function expressionOf(node: JsonNode, parser: HclParser, depth = 0): Expression {
  if (depth > depthLimit) return { is: 'broken', why: 'it is nested too deeply' };
  switch (node.type) {
    case 'string': return templateOf(String(node.value), parser);
    case 'array': return { is: 'list', items: (node.children ?? []).map((item) => expressionOf(item, parser, depth + 1)) };
    case 'object': return { is: 'object', entries: membersOf(node).map(([key, value]) => ({ key: templateOf(key, parser), value: expressionOf(value, parser, depth + 1) })) };
    case 'number': case 'boolean': return literal(node.value as number | boolean);
    default: return literal(null);
  }
}

function templateOf(text: string, parser: HclParser): Expression {
  if (!/[$%]\{/.test(text)) return literal(withoutSymbols(text));
  return parser.template(text) ?? { is: 'broken', why: 'a template could not be parsed' };
}
