import { createScanner, parseTree, type Node as JsonNode, type ParseError } from 'jsonc-parser';
import { remarkKey, suppressionWord } from '../suppression.ts';
import { ofLongForm } from './intrinsics.ts';
import type { DataDocument, DataNode, Member, TextNode } from './node.ts';

/** Kinds of token: what parts keys from values, texts, comments of a line and of a block. */
const colon = 6;
const textLiteral = 10;
const lineComment = 12;
const blockComment = 13;
/** First kind behind the kinds of comments, line breaks and spaces. */
const unknown = 16;
const endOfText = 17;

/** Documents of a JSON file, comments and trailing commas allowed; undefined where nothing could be made out. */
export function readJsonText(text: string): DataDocument | undefined {
  const plain = parse(text);
  const stood = plain.errors > 0 && filled.test(text) ? parse(text.replace(filledAll, standIn)) : undefined;
  const raw = stood !== undefined && stood.errors < plain.errors;
  const { root, errors, brokenFrom } = raw ? stood : plain;
  if (root === undefined || errors > errorLimit) return undefined;
  return { roots: [convert(root, { text, raw })], isInComment: commentTest(text), nested: errors === 0, ...(errors > 0 ? { problem: 'Invalid JSON; only what could be made out was read.', brokenFrom } : {}) };
}

const errorLimit = 20;
/** Values and directives of template languages. */
const filled = /\$\{[^}\n]{0,500}\}|%\{[^}\n]{0,500}\}|\{\{[^}\n]{0,500}\}\}/;
const filledAll = new RegExp(filled, 'g');
/** A number of the same length, so that offsets stay; directives say nothing themselves. */
const standIn = (found: string): string => (found.startsWith('%') || directive.test(found) ? ' ' : '1').repeat(found.length);
const directive = /^\{\{-?\s{0,20}(?:if|else|end|range|with|define|template|block|include|\/\*|\$\w{1,60}\s{0,5}:?=)/;

function parse(text: string): { readonly root: JsonNode | undefined; readonly errors: number; readonly brokenFrom: number | undefined } {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  return { root, errors: errors.length, brokenFrom: errors[0]?.offset };
}

interface From {
  readonly text: string;
  /** The parser has seen stand-ins, so that values are read from the text itself. */
  readonly raw: boolean;
}

function convert(node: JsonNode, from: From): DataNode {
  const stretch = { from: node.offset, to: node.offset + node.length };
  const { children = [] } = node;
  if (node.type === 'array') return { kind: 'list', items: children.map((child) => convert(child, from)), ...stretch };
  if (node.type === 'object') return ofLongForm({ kind: 'map', members: children.flatMap((child) => memberOf(child, from)), ...stretch });
  return scalar(node, from);
}

function memberOf({ children: [key, value] = [] }: JsonNode, from: From): Member[] {
  return key === undefined ? [] : [{ key: scalar(key, from), value: value && convert(value, from) }];
}

function scalar({ type, value, offset, length }: JsonNode, { text, raw }: From): TextNode {
  const string = type === 'string';
  if (string && raw && length > 1) return { kind: 'text', string, text: text.slice(offset + 1, offset + length - 1), exact: true, from: offset + 1, to: offset + length - 1 };
  return { kind: 'text', string, text: string ? String(value) : text.slice(offset, offset + length), from: offset, to: offset + length };
}

function commentTest(text: string): (offset: number) => boolean {
  let comments: { readonly from: number; readonly to: number }[] | undefined;
  return (offset) => (comments ??= commentsIn(text)).some(({ from, to }) => from <= offset && offset < to);
}

/** Comments, and values of members that are kept for remarks. */
function commentsIn(text: string): { readonly from: number; readonly to: number }[] {
  const comments: { readonly from: number; readonly to: number }[] = [];
  const scanner = createScanner(text, false);
  let last = '';
  let key: string | undefined;
  for (let token: number = scanner.scan(); token !== endOfText; token = scanner.scan()) {
    const from = scanner.getTokenOffset();
    const to = from + scanner.getTokenLength();
    const isRemark = token === lineComment || token === blockComment || (token === textLiteral && key !== undefined && remarkKey.test(key));
    if (isRemark && text.slice(from, to).includes(suppressionWord)) comments.push({ from, to });
    if (token >= lineComment && token < unknown) continue;
    key = token === colon ? last : undefined;
    if (token === textLiteral) last = scanner.getTokenValue();
  }
  return comments;
}
