import { ts } from '../../typescript/compiler.cjs';
import { nameOf } from '../../typescript/names.ts';

interface Found {
  readonly node: ts.Expression;
  readonly at: ts.Node;
}

/** What `this.name` is at a place: the initializer of the property, what the constructor assigns to it, or a parameter of the constructor. */
export function memberOfClass(place: ts.Node, name: string, of: ts.ClassLikeDeclaration | undefined = classAround(place)): Found | undefined {
  if (of === undefined) return undefined;
  for (const member of of.members) {
    link(member, of);
    if (ts.isPropertyDeclaration(member) && nameOf(member.name) === name && member.initializer) return { node: member.initializer, at: member };
    if (ts.isGetAccessor(member) && nameOf(member.name) === name) return onlyResult(member);
    if (ts.isMethodDeclaration(member) && nameOf(member.name) === name) return { node: member as unknown as ts.Expression, at: member };
  }
  const constructor = of.members.find(ts.isConstructorDeclaration);
  if (constructor === undefined) return undefined;
  return assigned(constructor, name) ?? parameterProperty(constructor, name);
}

function onlyResult(accessor: ts.GetAccessorDeclaration): Found | undefined {
  const last = accessor.body?.statements.at(-1);
  return last && ts.isReturnStatement(last) && last.expression ? { node: last.expression, at: accessor } : undefined;
}

function assigned(constructor: ts.ConstructorDeclaration, name: string): Found | undefined {
  for (const statement of constructor.body?.statements ?? []) {
    if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) continue;
    const { left, right, operatorToken } = statement.expression;
    const isOwn = ts.isPropertyAccessExpression(left) && left.expression.kind === ts.SyntaxKind.ThisKeyword && left.name.text === name;
    if (isOwn && operatorToken.kind === ts.SyntaxKind.EqualsToken) return { node: right, at: constructor };
  }
  return undefined;
}

/** `constructor(private readonly table: string)`: the name is that of the parameter. */
function parameterProperty(constructor: ts.ConstructorDeclaration, name: string): Found | undefined {
  const parameter = constructor.parameters.find((each) => ts.isIdentifier(each.name) && each.name.text === name);
  return parameter && ts.isIdentifier(parameter.name) ? { node: parameter.name, at: constructor } : undefined;
}

export function classAround(place: ts.Node): ts.ClassLikeDeclaration | undefined {
  for (let at: ts.Node | undefined = place; at !== undefined; at = at.parent) if (ts.isClassLike(at)) return at;
  return undefined;
}

function link(child: ts.Node, parent: ts.Node): void {
  (child as { parent: ts.Node }).parent = parent;
}
