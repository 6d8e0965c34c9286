import { ts } from './compiler.cjs';
import type { SourceText } from '../language.ts';

const kinds: Readonly<Record<string, ts.ScriptKind>> = { '.tsx': ts.ScriptKind.TSX, '.jsx': ts.ScriptKind.JSX, '.js': ts.ScriptKind.JS, '.mjs': ts.ScriptKind.JS, '.cjs': ts.ScriptKind.JS };

/** Parses without type information and without parent links; `visitAt` sets those it needs. Throws RangeError where the nesting is too deep. */
export function parse({ path, text }: Pick<SourceText, 'path' | 'text'>): ts.SourceFile {
  const kind = kinds[/\.[a-z]+$/.exec(path)?.[0] ?? ''] ?? ts.ScriptKind.TS;
  const options = { languageVersion: ts.ScriptTarget.ESNext, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
  return ts.createSourceFile(path, text, options, false, kind);
}

/**
 * Visits every node that one of the offsets lies in, parents before children, and nothing else: what a file costs depends on its hits.
 * Links the children of each visited node to it. Iterative, so that deep nesting does no harm.
 */
export function visitAt(root: ts.Node, offsets: readonly number[], visit: (node: ts.Node) => void): void {
  const open: ts.Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    visit(node);
    const children: ts.Node[] = [];
    ts.forEachChild(node, (child) => {
      linkTo(child, node);
      if (anyWithin(offsets, child.pos, child.end)) children.push(child);
    });
    for (let index = children.length - 1; index >= 0; index -= 1) open.push(children[index] as ts.Node);
  }
}

function linkTo(child: ts.Node, parent: ts.Node): void {
  (child as { parent: ts.Node }).parent = parent;
}

/** Whether one of the ascending offsets lies in [from, to). */
export function anyWithin(offsets: readonly number[], from: number, to: number): boolean {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low < offsets.length && (offsets[low] ?? 0) < to;
}

/** Source of a node, cut to a length that reports can show. */
export function sourceOf(node: ts.Node, file: ts.SourceFile, limit = 80): string {
  const from = node.getStart(file);
  const text = file.text.slice(from, Math.min(node.end, from + limit + 1));
  return text.length > limit ? `${text.slice(0, limit)}…` : text;
}
