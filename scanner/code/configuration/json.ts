import { createScanner, parseTree, type Node as JsonNode, type ParseError } from 'jsonc-parser';
import { suppressionWord } from '../suppression.ts';
import { ofLongForm } from './intrinsics.ts';
import type { DataDocument, DataNode, Member, TextNode } from './node.ts';

/** Kinds of token: comments of a line and of a block. */
const lineComment = 12;
const blockComment = 13;
const endOfText = 17;

/** Documents of a JSON file, comments and trailing commas allowed; undefined where nothing could be made out. */
export function readJsonText(text: string): DataDocument | undefined {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  if (root === undefined || errors.length > 20) return undefined;
  return { roots: [convert(root, text)], isInComment: commentTest(text), ...(errors.length > 0 ? { problem: 'Invalid JSON; only what could be made out was read.' } : {}) };
}

function convert(node: JsonNode, text: string): DataNode {
  const stretch = { from: node.offset, to: node.offset + node.length };
  const { children = [] } = node;
  if (node.type === 'array') return { kind: 'list', items: children.map((child) => convert(child, text)), ...stretch };
  if (node.type === 'object') return ofLongForm({ kind: 'map', members: children.flatMap((child) => memberOf(child, text)), ...stretch });
  return scalar(node, text);
}

function memberOf({ children: [key, value] = [] }: JsonNode, text: string): Member[] {
  return key === undefined ? [] : [{ key: scalar(key, text), value: value && convert(value, text) }];
}

function scalar({ type, value, offset, length }: JsonNode, text: string): TextNode {
  const string = type === 'string';
  return { kind: 'text', string, text: string ? String(value) : text.slice(offset, offset + length), from: offset, to: offset + length };
}

function commentTest(text: string): (offset: number) => boolean {
  let comments: { readonly from: number; readonly to: number }[] | undefined;
  return (offset) => (comments ??= commentsIn(text)).some(({ from, to }) => from <= offset && offset < to);
}

function commentsIn(text: string): { readonly from: number; readonly to: number }[] {
  const comments: { readonly from: number; readonly to: number }[] = [];
  const scanner = createScanner(text, false);
  for (let token: number = scanner.scan(); token !== endOfText; token = scanner.scan()) {
    const from = scanner.getTokenOffset();
    const to = from + scanner.getTokenLength();
    if ((token === lineComment || token === blockComment) && text.slice(from, to).includes(suppressionWord)) comments.push({ from, to });
  }
  return comments;
}
