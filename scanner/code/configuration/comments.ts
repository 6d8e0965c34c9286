/** How comments of a language begin and end. Strings are stepped over only where comments have signs that strings are likely to hold. */
export interface CommentStyle {
  /** Signs from which on the rest of a line is a comment; behind white space or at its start. */
  readonly line: readonly string[];
  readonly block?: readonly [open: string, close: string];
  readonly strings: boolean;
}

export interface Comment {
  readonly from: number;
  readonly to: number;
}

/** Comments of a text, ascending, in one pass. */
export function commentsOf(text: string, { line, block, strings }: CommentStyle): Comment[] {
  const comments: Comment[] = [];
  const signs = [...line, ...(block ? [block[0]] : []), ...(strings ? ['"', "'"] : [])].map((sign) => sign.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  const next = new RegExp(signs.join('|'), 'g');
  for (let found = next.exec(text); found !== null; found = next.exec(text)) {
    const from = found.index;
    const [sign] = found;
    let to = from + sign.length;
    if (sign === '"' || sign === "'") to = endOfString(text, from, sign);
    else if (block && sign === block[0]) {
      const close = text.indexOf(block[1], to);
      to = close === -1 ? text.length : close + block[1].length;
      comments.push({ from, to });
    } else if (from === 0 || /\s|[;{}(,]/.test(text.charAt(from - 1))) {
      to = endOfLine(text, from);
      comments.push({ from, to });
    }
    next.lastIndex = to;
  }
  return comments;
}

/** The text with spaces for its comments, so that offsets stay. */
export function withoutComments(text: string, comments: readonly Comment[]): string {
  let kept = '';
  let at = 0;
  for (const { from, to } of comments) {
    kept += text.slice(at, from) + text.slice(from, to).replace(/[^\r\n]/g, ' ');
    at = to;
  }
  return kept + text.slice(at);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** Strings of three quotes may span lines; others end with theirs, for an apostrophe is no string. */
function endOfString(text: string, from: number, quote: string): number {
  const triple = quote.repeat(3);
  if (text.startsWith(triple, from)) {
    const close = text.indexOf(triple, from + 3);
    return close === -1 ? text.length : close + 3;
  }
  const end = endOfLine(text, from);
  for (let at = from + 1; at < end; at += 1) {
    const sign = text.charAt(at);
    if (sign === '\\') at += 1;
    else if (sign === quote) return at + 1;
  }
  return from + 1;
}
