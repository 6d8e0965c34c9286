import { ts } from './compiler.cjs';

/** What a name is bound by: a variable, parameter, function, class, enum or import. */
export type Declaration =
  | ts.VariableDeclaration | ts.ParameterDeclaration | ts.BindingElement | ts.FunctionLikeDeclaration | ts.ClassLikeDeclaration | ts.EnumDeclaration
  | ts.ImportSpecifier | ts.ImportClause | ts.NamespaceImport | ts.ImportEqualsDeclaration;

type Names = ReadonlyMap<string, Declaration>;
const cache = new WeakMap<ts.Node, Names>();

/** The declaration that a name means at a place, by lexical scope; undefined for globals. Needs parent links from the place upwards. */
export function lookup(place: ts.Node, name: string): Declaration | undefined {
  for (let at: ts.Node | undefined = place; at !== undefined; at = at.parent) {
    const declaration = namesIn(at).get(name);
    if (declaration) return declaration;
  }
  return undefined;
}

/** The function, block or file that a declaration is visible in. */
export function scopeOf(declaration: ts.Node): ts.Node {
  let at = ts.isParameter(declaration) ? declaration.parent : declaration.parent;
  while (at !== undefined && at.parent !== undefined && !isScope(at)) at = at.parent;
  return at ?? declaration;
}

function isScope(node: ts.Node): boolean {
  return ts.isBlock(node) || ts.isFunctionLike(node) || ts.isModuleBlock(node) || ts.isCaseBlock(node) || ts.isForStatement(node) || ts.isForOfStatement(node) || ts.isForInStatement(node);
}

/** Everything that a file declares or imports at its top. */
export function topLevelNames(file: ts.SourceFile): Declaration[] {
  return [...namesIn(file).values()];
}

const none: Names = new Map();

function namesIn(node: ts.Node): Names {
  if (!isScope(node) && !ts.isSourceFile(node)) return none;
  let names = cache.get(node);
  if (names === undefined) {
    const found = new Map<string, Declaration>();
    collect(node, found);
    names = found;
    cache.set(node, names);
  }
  return names;
}

function collect(scope: ts.Node, names: Map<string, Declaration>): void {
  if (ts.isFunctionLike(scope)) {
    for (const parameter of scope.parameters) bind(parameter, scope, names);
    return;
  }
  if (ts.isForStatement(scope) || ts.isForOfStatement(scope) || ts.isForInStatement(scope)) {
    if (scope.initializer && ts.isVariableDeclarationList(scope.initializer)) bindList(scope.initializer, scope, names);
    return;
  }
  const statements = ts.isCaseBlock(scope) ? scope.clauses.flatMap((clause) => [...clause.statements]) : (scope as ts.Block | ts.SourceFile).statements;
  for (const statement of statements) {
    if (ts.isVariableStatement(statement)) bindList(statement.declarationList, statement, names);
    else if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement)) {
      if (statement.name) names.set(statement.name.text, statement);
    } else if (ts.isImportDeclaration(statement)) bindImport(statement, names);
    else if (ts.isImportEqualsDeclaration(statement)) names.set(statement.name.text, statement);
    link(statement, scope);
  }
}

/** A declaration found from above is looked up from below later, so that it must know its parents. */
function link(child: ts.Node, parent: ts.Node): void {
  (child as { parent: ts.Node }).parent = parent;
}

function bindList(list: ts.VariableDeclarationList, parent: ts.Node, names: Map<string, Declaration>): void {
  link(list, parent);
  for (const declaration of list.declarations) {
    link(declaration, list);
    bind(declaration, list, names);
  }
}

function bind(declaration: ts.VariableDeclaration | ts.ParameterDeclaration | ts.BindingElement, parent: ts.Node, names: Map<string, Declaration>): void {
  link(declaration, parent);
  const { name } = declaration;
  if (ts.isIdentifier(name)) {
    names.set(name.text, declaration);
    return;
  }
  link(name, declaration);
  for (const element of name.elements) if (ts.isBindingElement(element)) bind(element, name, names);
}

function bindImport(statement: ts.ImportDeclaration, names: Map<string, Declaration>): void {
  const clause = statement.importClause;
  if (!clause) return;
  link(clause, statement);
  if (clause.name) names.set(clause.name.text, clause);
  const bindings = clause.namedBindings;
  if (!bindings) return;
  link(bindings, clause);
  if (ts.isNamespaceImport(bindings)) names.set(bindings.name.text, bindings);
  else {
    for (const specifier of bindings.elements) {
      link(specifier, bindings);
      names.set(specifier.name.text, specifier);
    }
  }
}

/** Module that a declaration brings a name in from, and the name it has there: `default`, `*` for the whole module, or an export. */
export interface Imported {
  readonly module: string;
  readonly name: string;
}

export function importedBy(declaration: Declaration): Imported | undefined {
  if (ts.isImportSpecifier(declaration)) {
    return { module: moduleOf(declaration.parent.parent.parent), name: (declaration.propertyName ?? declaration.name).text };
  }
  if (ts.isImportClause(declaration)) return { module: moduleOf(declaration.parent), name: 'default' };
  if (ts.isNamespaceImport(declaration)) return { module: moduleOf(declaration.parent.parent), name: '*' };
  if (ts.isImportEqualsDeclaration(declaration)) {
    const { moduleReference } = declaration;
    return ts.isExternalModuleReference(moduleReference) && ts.isStringLiteralLike(moduleReference.expression) ? { module: moduleReference.expression.text, name: '*' } : undefined;
  }
  if (ts.isVariableDeclaration(declaration)) return required(declaration.initializer);
  if (ts.isBindingElement(declaration) && ts.isVariableDeclaration(declaration.parent.parent)) {
    const whole = required(declaration.parent.parent.initializer);
    const name = declaration.propertyName ?? declaration.name;
    return whole?.name === '*' && ts.isIdentifier(name) ? { module: whole.module, name: name.text } : undefined;
  }
  return undefined;
}

function moduleOf(node: ts.Node): string {
  return ts.isImportDeclaration(node) && ts.isStringLiteralLike(node.moduleSpecifier) ? node.moduleSpecifier.text : '';
}

/** `require('x')`, `await import('x')`, `require('x').y`. */
function required(node: ts.Expression | undefined): Imported | undefined {
  if (node === undefined) return undefined;
  if (ts.isAwaitExpression(node) || ts.isParenthesizedExpression(node)) return required(node.expression);
  if (ts.isPropertyAccessExpression(node)) {
    const whole = required(node.expression);
    return whole?.name === '*' ? { module: whole.module, name: node.name.text } : undefined;
  }
  if (!ts.isCallExpression(node)) return undefined;
  const [module] = node.arguments;
  const asks = node.expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(node.expression) && node.expression.text === 'require');
  return asks && module !== undefined && ts.isStringLiteralLike(module) ? { module: module.text, name: '*' } : undefined;
}
