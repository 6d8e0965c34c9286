/** Words behind which a slash begins a pattern. */
const beforePattern: ReadonlySet<string> = new Set(['return', 'typeof', 'case', 'in', 'of', 'delete', 'void', 'throw', 'new', 'do', 'else', 'instanceof', 'yield', 'await']);
const pattern = /\/(?:[^\\/[\n\r]|\\[^\n\r]|\[(?:[^\\\]\n\r]|\\[^\n\r])*\])+\/[a-z]*/y;
/** Text between tags is no program, and its slashes are no comments. */
const mayBeTags = /<\/|\/>|<!--|-->/;

/**
 * A program without its comments, in the time that reading it takes; undefined where that hangs on what only a parser knows: whether a
 * slash divides, whether tags are meant, whether a literal ends.
 */
export function uncommented(text: string, tags: boolean): string | undefined {
  if (tags && mayBeTags.test(text)) return undefined;
  const kept: string[] = [];
  /** Open braces, and -1 for each template literal that the program stands in. */
  const braces: number[] = [0];
  let from = 0;
  let last = -1;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === slash) {
      const next = text.charCodeAt(at + 1);
      if (next === slash || next === star) {
        kept.push(text.slice(from, at));
        at = next === slash ? endOfLine(text, at) : text.indexOf('*/', at + 2) + 2;
        if (at === 1) return undefined;
        from = at;
        continue;
      }
      const end = divides(text, last);
      if (end === undefined) return undefined;
      if (end) at += 1;
      else {
        pattern.lastIndex = at;
        if (!pattern.test(text)) return undefined;
        at = pattern.lastIndex;
      }
    } else if (code === double || code === single) at = endOfString(text, at + 1, code);
    else if (code === backtick) at = endOfTemplate(text, at + 1, braces);
    else if (code === open) at = opened(braces, at);
    else if (code === close && braces.length > 1 && braces.at(-1) === 0) {
      braces.pop();
      at = endOfTemplate(text, at + 1, braces);
    } else {
      if (code === close) braces.push((braces.pop() ?? 0) - 1);
      at += 1;
      if (code <= 32) continue;
    }
    if (at === 0) return undefined;
    last = at - 1;
  }
  if (braces.length !== 1) return undefined;
  kept.push(text.slice(from));
  return kept.join('\n');
}

const [slash, star, double, single, backtick, open, close, backslash, newline, dollar] = Array.from('/*"\'`{}\\\n$', (char) => char.charCodeAt(0)) as [number, number, number, number, number, number, number, number, number, number];

function opened(braces: number[], at: number): number {
  braces.push((braces.pop() ?? 0) + 1);
  return at + 1;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** Offset behind the literal; 0 where it does not end in its line. */
function endOfString(text: string, from: number, quote: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === newline) return 0;
    if (code === backslash) at += 1;
  }
  return 0;
}

/** Offset behind the literal, or behind the head of the program in it, for which a level of braces is opened. */
function endOfTemplate(text: string, from: number, braces: number[]): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === backtick) return at + 1;
    if (code === backslash) at += 1;
    else if (code === dollar && text.charCodeAt(at + 1) === open) {
      braces.push(0);
      return at + 2;
    }
  }
  return 0;
}

/** Whether a slash behind an offset divides; undefined where it could do either. */
function divides(text: string, last: number): boolean | undefined {
  const before = last < 0 ? '' : text.charAt(last);
  if (/[)}>]/.test(before) || /^(?:\+\+|--)$/.test(text.slice(Math.max(0, last - 1), last + 1))) return undefined;
  if (/[\w$\]"'`]/.test(before) || before.charCodeAt(0) > 127) {
    const [word = '', dot] = /(?:(\.)\s*)?[A-Za-z]+$/.exec(text.slice(Math.max(0, last - 20), last + 1)) ?? [];
    if (!beforePattern.has(word.replace(/^\.\s*/, ''))) return true;
    return dot === undefined ? false : undefined;
  }
  return false;
}
