import { ts } from './compiler.cjs';
import { dottedName } from './names.ts';
import { scopeOf } from './scope.ts';

/** A name that other files can import, and the members from there to the value. */
export interface Exported {
  readonly name: string;
  readonly path: readonly string[];
  readonly returned?: true | undefined;
}

/** A value behind a declaration: the members that lead to it, and whether the declaration must be called first. */
export interface Declared extends Omit<Exported, 'name'> {
  readonly declaration: ts.Node;
}

/** Names under which a declared value leaves its file. */
export function exportsOf({ declaration, path, returned }: Declared, file: ts.SourceFile): Exported[] {
  if (ts.isExportAssignment(declaration)) {
    const { expression } = declaration as { readonly expression?: ts.Node };
    return expression === undefined ? (path[0] === undefined ? [] : [{ name: path[0], path: path.slice(1) }]) : [{ name: 'default', path }];
  }
  const name = ts.isClassLike(declaration) ? undefined : nameOfDeclaration(declaration);
  if (name === undefined || !isTopLevel(declaration)) return [];
  const exported: Exported[] = isExported(declaration) ? [{ name, path, returned }] : [];
  for (const statement of file.statements) {
    if (ts.isExportDeclaration(statement) && !statement.moduleSpecifier && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
      for (const element of statement.exportClause.elements) {
        if ((element.propertyName ?? element.name).text === name) exported.push({ name: element.name.text, path, returned });
      }
    } else if (ts.isExportAssignment(statement) && ts.isIdentifier(statement.expression) && statement.expression.text === name) exported.push({ name: 'default', path, returned });
    else if (ts.isExpressionStatement(statement)) exported.push(...commonJsExports(statement.expression, name).map((as) => ({ name: as, path, returned })));
  }
  return exported;
}

function isTopLevel(declaration: ts.Node): boolean {
  const scope = scopeOf(declaration);
  return ts.isSourceFile(scope);
}

function isExported(declaration: ts.Node): boolean {
  const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  return ts.canHaveModifiers(statement) && (ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false);
}

/** Names under which `module.exports = { REGION }`, `module.exports = REGION` and `exports.REGION = REGION` give a variable away. */
function commonJsExports(expression: ts.Expression, name: string): string[] {
  if (!ts.isBinaryExpression(expression) || expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isPropertyAccessExpression(expression.left)) return [];
  const { left, right } = expression;
  const onModule = ts.isIdentifier(left.expression) && left.expression.text === 'module' && left.name.text === 'exports';
  if (onModule && ts.isIdentifier(right)) return right.text === name ? ['default'] : [];
  if (onModule && ts.isObjectLiteralExpression(right)) {
    return right.properties.flatMap((property) => {
      if (ts.isShorthandPropertyAssignment(property)) return property.name.text === name ? [name] : [];
      return ts.isPropertyAssignment(property) && ts.isIdentifier(property.initializer) && property.initializer.text === name && ts.isIdentifier(property.name) ? [property.name.text] : [];
    });
  }
  const onExports = /^(?:module\.)?exports$/.test(dottedName(left.expression) ?? '');
  return onExports && ts.isIdentifier(right) && right.text === name ? [left.name.text] : [];
}

/** Name of a variable, function or import that binds a single one. */
export function nameOfDeclaration(declaration: ts.Node): string | undefined {
  const { name } = declaration as { readonly name?: ts.Node };
  return name !== undefined && ts.isIdentifier(name) ? name.text : undefined;
}
