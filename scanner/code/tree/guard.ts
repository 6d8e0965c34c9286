import { isForStandIns } from '../stand-in-arm.ts';
import { dottedName, lastOf } from './names.ts';
import { syntaxOf, textOf, type Node } from './node.ts';
import { asksForMissing } from './words.ts';

/** Longest condition that is looked at. */
const conditionLimit = 200;

/** Whether an assignment is made only where its target has no value: `if (region == null) region = "us-east-1"` is a fallback in other words. */
export function isGuarded(assignment: Node, target: Node | undefined): boolean {
  const name = dottedName(target);
  if (name === undefined) return false;
  let at = assignment;
  for (let height = 0; height < 4 && at.parent !== undefined; height += 1, at = at.parent) {
    const condition = conditionOn(at, at.parent);
    if (condition === undefined) continue;
    const asked = textOf(condition).slice(0, conditionLimit);
    const before = condition.tree.text.slice(Math.max(0, condition.from - 8), condition.from);
    return asked.includes(lastOf(name)) && (asksForMissing.test(asked) || /unless\s*$/.test(before));
  }
  return false;
}

/** Levels between a value and the condition that it is kept for. */
const heightLimit = 24;

/** Whether a node only runs in tests or against local stand-ins: if is_testing: …. */
export function isInStandInArm(node: Node): boolean {
  let at = node;
  for (let height = 0; height < heightLimit && at.parent !== undefined; height += 1, at = at.parent) {
    const condition = conditionOn(at, at.parent);
    if (condition !== undefined && condition !== node && !/unless\s*$/.test(condition.tree.text.slice(Math.max(0, condition.from - 8), condition.from)) && isForStandIns(textOf(condition))) return true;
  }
  return false;
}

/** What must hold for a node to be run: the condition of an if, the left side of &&. */
function conditionOn(node: Node, parent: Node): Node | undefined {
  const syntax = syntaxOf(parent);
  if (syntax?.is === 'choice') {
    const isRun = syntax.yes === undefined ? node !== syntax.condition && !/^el(?:se|if|seif)/.test(node.type) : node === syntax.yes;
    return isRun ? syntax.condition : undefined;
  }
  return syntax?.is === 'binary' && syntax.operator === '&&' && node === syntax.right ? syntax.left : undefined;
}
