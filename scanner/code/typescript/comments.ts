import { ts } from './compiler.cjs';
import { suppressionWord } from '../suppression.ts';
import { visitAt } from './tree.ts';

/** Tells of the suppressions in a file whether they stand in a comment. The tree is walked once, for all of them, when the first is asked for. */
export function commentTest(tree: ts.SourceFile): (offset: number) => boolean {
  let inLiterals: ReadonlySet<number> | undefined;
  return (offset) => {
    inLiterals ??= wordsInLiterals(tree);
    return !inLiterals.has(offset);
  };
}

/** A word of a program is in a literal or in a comment; no identifier has a dash. */
function wordsInLiterals(tree: ts.SourceFile): ReadonlySet<number> {
  const { text } = tree;
  const offsets: number[] = [];
  for (let at = text.indexOf(suppressionWord); at !== -1; at = text.indexOf(suppressionWord, at + 1)) offsets.push(at);
  const found = new Set<number>();
  visitAt(tree, offsets, (node) => {
    if (!isVerbatim(node)) return;
    for (let at = text.indexOf(suppressionWord, node.getStart(tree)); at !== -1 && at < node.end; at = text.indexOf(suppressionWord, at + 1)) found.add(at);
  });
  return found;
}

/** Nodes whose text is not program: what stands in them stands in no comment. */
function isVerbatim(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) || ts.isJsxText(node) || ts.isRegularExpressionLiteral(node);
}
