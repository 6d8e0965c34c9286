import { ts } from 'ts-morph';
import { visitAt } from './tree.ts';

/** Whether a word at an offset stands in a comment: in the trivia of what surrounds it, and not in a literal. */
export function isInComment(tree: ts.SourceFile, offset: number): boolean {
  let deepest: ts.Node = tree;
  visitAt(tree, [offset], (node) => {
    deepest = node;
  });
  return offset < deepest.getStart(tree) || !isVerbatim(deepest);
}

/** Nodes whose text is not program: what stands in them stands in no comment. */
function isVerbatim(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) || ts.isJsxText(node) || ts.isRegularExpressionLiteral(node);
}
