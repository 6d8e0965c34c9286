/** The subset of Markdown that pages of rules are written in. */
export type MarkdownBlock =
  | { readonly type: 'heading'; readonly level: number; readonly text: string }
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'code'; readonly language: string; readonly text: string }
  | { readonly type: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** Reads lines from top to bottom, once. What it does not know is a paragraph: nothing is ever taken for HTML. */
export function markdownBlocks(markdown: string): readonly MarkdownBlock[] {
  const lines = markdown.split('\n');
  const blocks: MarkdownBlock[] = [];
  for (let at = 0; at < lines.length; ) {
    const { block, next } = blockAt(lines, at);
    if (block !== undefined) blocks.push(block);
    at = next;
  }
  return blocks;
}

function blockAt(lines: readonly string[], at: number): { readonly block?: MarkdownBlock; readonly next: number } {
  const line = lines[at] ?? '';
  if (line.trim() === '') return { next: at + 1 };
  const fence = /^(`{3,})(\w*)$/.exec(line);
  if (fence !== null) {
    const end = endOf(lines, at + 1, (each) => each === fence[1]);
    return { block: { type: 'code', language: fence[2] ?? '', text: lines.slice(at + 1, end).join('\n') }, next: end + 1 };
  }
  const heading = /^(#{1,6}) (.*)$/.exec(line);
  if (heading !== null) return { block: { type: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' }, next: at + 1 };
  const starts = (prefix: string) => (each: string): boolean => !each.startsWith(prefix);
  if (line.startsWith('- ')) {
    const end = endOf(lines, at, starts('- '));
    return { block: { type: 'list', items: lines.slice(at, end).map((each) => each.slice(2)) }, next: end };
  }
  if (line.startsWith('| ')) {
    const end = endOf(lines, at, starts('|'));
    const [head = [], , ...rows] = lines.slice(at, end).map(cells);
    return { block: { type: 'table', head, rows }, next: end };
  }
  const end = endOf(lines, at, (each) => each.trim() === '');
  return { block: { type: 'paragraph', text: lines.slice(at, end).join(' ') }, next: end };
}

function endOf(lines: readonly string[], from: number, ends: (line: string) => boolean): number {
  let at = from;
  while (at < lines.length && !ends(lines[at] ?? '')) at += 1;
  return at;
}

const cells = (line: string): string[] => line.replace(/^\| /, '').replace(/ \|$/, '').split(' | ').map((cell) => cell.replaceAll('\\|', '|'));

/** A stretch of text: plain, code, or the address of a page. */
export interface Inline {
  readonly type: 'text' | 'code' | 'link' | 'emphasis';
  readonly text: string;
}

/** Parts of a line: `code`, *emphasis*, <https://…> and bare https addresses. */
export function inlineParts(text: string): readonly Inline[] {
  const parts: Inline[] = [];
  let last = 0;
  for (const match of text.matchAll(/`([^`]+)`|<(https:\/\/[^\s<>]+)>|(https:\/\/[^\s<>()]+)|\*([^*]+)\*/g)) {
    if (match.index > last) parts.push({ type: 'text', text: text.slice(last, match.index) });
    const [whole, code, quoted, bare, emphasis] = match;
    parts.push(code !== undefined ? { type: 'code', text: code } : emphasis !== undefined ? { type: 'emphasis', text: emphasis } : { type: 'link', text: quoted ?? bare ?? '' });
    last = match.index + whole.length;
  }
  if (last < text.length) parts.push({ type: 'text', text: text.slice(last) });
  return parts;
}

/** Parts of a sentence in which only backticks mean something. */
export const proseParts = (text: string): readonly Inline[] =>
  text.split(/`([^`]+)`/).flatMap((part, index): Inline[] => (part === '' ? [] : [{ type: index % 2 === 1 ? 'code' : 'text', text: part }]));
