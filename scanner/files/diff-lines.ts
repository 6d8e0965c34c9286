/** Lines of a file, from and to inclusive, ascending; or the whole file. */
export type Lines = 'all' | readonly (readonly [from: number, to: number])[];

/**
 * Lines that are new or different after a change, by path, of `git diff --unified=0 --dst-prefix=b/`. A place where lines were only taken
 * away has none. Content is skipped by the counts of its hunk's head, so that no line of a file can pose as a head.
 */
export function changedLines(diff: string): Map<string, (readonly [from: number, to: number])[]> {
  const files = new Map<string, (readonly [number, number])[]>();
  let ranges: (readonly [number, number])[] = [];
  let content = 0;
  for (let from = 0; from < diff.length; ) {
    const end = diff.indexOf('\n', from);
    const line = diff.slice(from, end === -1 ? diff.length : end);
    from = end === -1 ? diff.length : end + 1;
    if (line.startsWith('\\')) continue;
    if (content > 0) {
      content -= 1;
      continue;
    }
    if (line.startsWith('+++ ')) {
      ranges = [];
      const path = pathOf(line.slice('+++ '.length));
      if (path !== undefined) files.set(path, ranges);
    }
    const head = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (head === null) continue;
    const [, removed = '1', first = '0', added = '1'] = head;
    content = Number(removed) + Number(added);
    if (Number(added) > 0) ranges.push([Number(first), Number(first) + Number(added) - 1]);
  }
  return files;
}

/** b/path, "b/quoted \303\244 path" or /dev/null. A tab ends a name with spaces. */
function pathOf(text: string): string | undefined {
  const whole = text.startsWith('"') ? unquoted(text) : text.replace(/\t$/, '');
  return whole.startsWith('b/') ? whole.slice(2) : undefined;
}

const escapes: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 };

function unquoted(text: string): string {
  const parts: Buffer[] = [];
  for (const [token] of text.slice(1, text.lastIndexOf('"')).matchAll(/\\[0-7]{3}|\\.|[^\\]+/gs)) {
    if (!token.startsWith('\\')) parts.push(Buffer.from(token));
    else parts.push(Buffer.from([token.length === 4 ? Number.parseInt(token.slice(1), 8) & 0xff : (escapes[token.charAt(1)] ?? token.charCodeAt(1) & 0xff)]));
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Whether any of the lines from one to another is among them. */
export function touches(lines: Lines, first: number, last: number): boolean {
  return lines === 'all' || lines.some(([from, to]) => from <= last && first <= to);
}
