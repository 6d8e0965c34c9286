import { suppressionWord } from '../suppression.ts';
import type { DataDocument, MapNode, Member, TextNode } from './node.ts';

/** How a format of lines of key and value is written. */
export interface LineFormat {
  /** Characters that begin a comment at the start of a line. */
  readonly comments: RegExp;
  /** What stands between key and value. */
  readonly separator: RegExp;
  /** A # after white space ends the value, as in shells. */
  readonly trailing: boolean;
}

const section = /^\s*\[([^\]\n]{1,200})\]/;
const entry = /^[ \t]*(?:export[ \t]+|set[ \t]+)?(["']?)([\w.$@%{}/-]{1,200})\1/i;

/** Reads properties, environment and INI files. Lines that are neither entry nor comment are values without a key. */
export function readKeyLines(text: string, format: LineFormat): DataDocument {
  const top: Member[] = [];
  let members = top;
  const comments: { readonly from: number; readonly to: number }[] = [];
  for (let from = 0; from < text.length; ) {
    const { value, to } = logicalLine(text, from);
    if (format.comments.test(value)) comments.push({ from, to });
    else if (section.test(value)) top.push(openSection(value, { from, to: text.length, members: (members = []) }));
    else members.push(...entryOf(value, from, format));
    if (value.includes(suppressionWord) && !format.comments.test(value)) comments.push(...trailingComment(value, from));
    from = to + 1;
  }
  return { roots: [{ kind: 'map', record: true, members: top, from: 0, to: text.length }], isInComment: (offset) => comments.some((comment) => comment.from <= offset && offset < comment.to) };
}

/** A section with the members that follow it. */
function openSection(line: string, { from, to, members }: Pick<MapNode, 'from' | 'to' | 'members'>): Member {
  const name = section.exec(line)?.[1] ?? '';
  const at = from + line.indexOf('[') + 1;
  return { key: { kind: 'text', text: name, string: false, exact: true, from: at, to: at + name.length }, value: { kind: 'map', record: true, members, from, to } };
}

/** A line with those that a backslash joins to it. */
function logicalLine(text: string, from: number): { readonly value: string; readonly to: number } {
  let to = endOfLine(text, from);
  while (text.charAt(to - 1) === '\\' && text.charAt(to - 2) !== '\\' && to < text.length && to - from < 100_000) to = endOfLine(text, to + 1);
  return { value: text.slice(from, to), to };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

const hash = /(?:^|\s)[#;]/;

function trailingComment(line: string, from: number): { from: number; to: number }[] {
  const at = line.search(hash);
  return at === -1 ? [] : [{ from: from + at, to: from + line.length }];
}

function entryOf(line: string, from: number, format: LineFormat): Member[] {
  const head = entry.exec(line);
  const sign = head === null ? null : format.separator.exec(line.slice(head[0].length));
  const start = head !== null && sign !== null && sign.index === 0 ? head[0].length + sign[0].length : 0;
  const key = start === 0 ? '' : (head?.[2] ?? '');
  const keyFrom = from + Math.max(0, line.indexOf(key));
  const value = valueOf(line, start, { from, format });
  if (value === undefined) return [];
  return [{ key: { kind: 'text', text: key, string: false, exact: true, from: keyFrom, to: keyFrom + key.length }, value }];
}

function valueOf(line: string, start: number, { from, format }: { readonly from: number; readonly format: LineFormat }): TextNode | undefined {
  let begin = start + (/^\s*/.exec(line.slice(start))?.[0].length ?? 0);
  let end = line.length - (/\s*$/.exec(line)?.[0].length ?? 0);
  const quote = line.charAt(begin);
  const close = quote === '"' || quote === "'" ? line.indexOf(quote, begin + 1) : -1;
  if (close !== -1 && /^\s*(?:[#;].*)?$/.test(line.slice(close + 1))) [begin, end] = [begin + 1, close];
  else if (format.trailing) {
    const comment = line.slice(begin, end).search(/\s[#;]/);
    if (comment !== -1) end = begin + comment;
  }
  if (end <= begin) return undefined;
  const source = line.slice(begin, end);
  const text = source.replace(/\\\r?\n[ \t]*/g, '');
  return { kind: 'text', text, string: true, ...(text === source ? { exact: true } : {}), from: from + begin, to: from + end };
}
