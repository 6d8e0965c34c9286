import { ts } from './compiler.cjs';

/** Longest chain of members that is written out. */
const chainLimit = 8;

/**
 * Dotted name of an expression: AWS.S3, process.env.REGION, this.region, config.region. Calls on the way are left out: `z.string().default`
 * is `default`. Undefined for what has no name.
 */
export function dottedName(node: ts.Node): string | undefined {
  const parts: string[] = [];
  let at = node;
  for (let length = 0; length < chainLimit; length += 1) {
    if (ts.isIdentifier(at) || ts.isPrivateIdentifier(at)) return [at.text, ...parts].join('.');
    if (at.kind === ts.SyntaxKind.ThisKeyword) return ['this', ...parts].join('.');
    if (at.kind === ts.SyntaxKind.SuperKeyword) return ['super', ...parts].join('.');
    if (ts.isPropertyAccessExpression(at)) {
      parts.unshift(at.name.text);
      at = at.expression;
    } else if (ts.isElementAccessExpression(at) && ts.isStringLiteralLike(at.argumentExpression)) {
      parts.unshift(at.argumentExpression.text);
      at = at.expression;
    } else if (ts.isParenthesizedExpression(at) || ts.isNonNullExpression(at) || ts.isAsExpression(at)) at = at.expression;
    else break;
  }
  return parts.length > 0 ? parts.join('.') : undefined;
}

/** Name of a member, key or parameter, where it is written out. */
export function nameOf(name: ts.PropertyName | ts.BindingName | ts.JsxAttributeName | undefined): string | undefined {
  if (name === undefined) return undefined;
  if (ts.isIdentifier(name) || ts.isPrivateIdentifier(name)) return name.text;
  if (ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)) return name.text;
  if (ts.isComputedPropertyName(name)) return ts.isStringLiteralLike(name.expression) ? name.expression.text : dottedName(name.expression);
  if (ts.isJsxNamespacedName(name)) return `${name.namespace.text}:${name.name.text}`;
  return undefined;
}

/** Function, method or class around a node, dotted from the outside in; two levels at most. */
export function enclosingOf(node: ts.Node): string | undefined {
  const names: string[] = [];
  for (let at = node.parent; at !== undefined && names.length < 2; at = at.parent) {
    const name = ts.isFunctionDeclaration(at) || ts.isClassLike(at) || ts.isMethodDeclaration(at) || ts.isModuleDeclaration(at) || ts.isEnumDeclaration(at) || ts.isAccessor(at)
      ? at.name && nameOf(at.name as ts.PropertyName)
      : ts.isConstructorDeclaration(at) ? 'constructor'
        : ts.isArrowFunction(at) || ts.isFunctionExpression(at) ? nameOfFunction(at) : undefined;
    if (name !== undefined) names.unshift(name);
  }
  return names.length === 0 ? undefined : names.join('.');
}

/** Name of the variable or member that a function expression is bound to. */
export function nameOfFunction(node: ts.ArrowFunction | ts.FunctionExpression): string | undefined {
  if (ts.isFunctionExpression(node) && node.name) return node.name.text;
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)) return nameOf(parent.name);
  return undefined;
}
