import { ts } from './compiler.cjs';
import { referencesOf } from './flow.ts';
import type { Binding } from './position.ts';

const K = ts.SyntaxKind;

/** Whether a map that is bound to a name is read with an answer for what it lacks: `MAP[region] ?? other`, `MAP.get(region) || other`. */
export function isAnswered(binding: Binding, file: ts.SourceFile): boolean {
  return referencesOf(binding, file).some((node) => {
    const read = readOf(node);
    return read !== undefined && hasAnswer(read);
  });
}

/** The expression that reads an entry. */
function readOf(node: ts.Node): ts.Node | undefined {
  const { parent } = node;
  if (ts.isElementAccessExpression(parent) && parent.expression === node) return parent;
  if (!ts.isPropertyAccessExpression(parent) || parent.expression !== node || !/^(?:get|has|includes|hasOwnProperty)$/.test(parent.name.text)) return undefined;
  return ts.isCallExpression(parent.parent) ? parent.parent : undefined;
}

function hasAnswer(read: ts.Node): boolean {
  let node = read;
  while (ts.isParenthesizedExpression(node.parent) || ts.isAsExpression(node.parent) || ts.isNonNullExpression(node.parent)) node = node.parent;
  const { parent } = node;
  if (ts.isBinaryExpression(parent) && parent.left === node) return parent.operatorToken.kind === K.BarBarToken || parent.operatorToken.kind === K.QuestionQuestionToken;
  return ts.isConditionalExpression(parent) && parent.condition === node;
}
