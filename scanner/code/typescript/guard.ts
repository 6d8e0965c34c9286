import { ts } from './compiler.cjs';
import { isForStandIns } from '../stand-in-arm.ts';
import { sourceOf } from './tree.ts';

/** Levels between a value and the condition that it is kept for. */
const heightLimit = 24;

/** Whether a node only runs in tests or against local stand-ins: isLocal ? { region: 'us-east-1' } : {}. */
export function isInStandInArm(node: ts.Node): boolean {
  let at = node;
  for (let height = 0; height < heightLimit && at.parent !== undefined; height += 1, at = at.parent) {
    const condition = conditionOn(at, at.parent);
    if (condition !== undefined && isForStandIns(sourceOf(condition, fileOf(condition), 200))) return true;
  }
  return false;
}

/** What must hold for a node to be run: the condition of an if, the left side of &&. */
function conditionOn(node: ts.Node, parent: ts.Node): ts.Expression | undefined {
  if (ts.isIfStatement(parent)) return node === parent.thenStatement ? parent.expression : undefined;
  if (ts.isConditionalExpression(parent)) return node === parent.whenTrue ? parent.condition : undefined;
  return ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken && node === parent.right ? parent.left : undefined;
}

function fileOf(node: ts.Node): ts.SourceFile {
  let at = node;
  while (at.parent !== undefined) at = at.parent;
  return at as ts.SourceFile;
}
