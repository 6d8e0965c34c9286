import { ts } from './compiler.cjs';
import { exportsOf, nameOfDeclaration, type Exported } from './exports.ts';
import { nameOf } from './names.ts';
import { positionOf, type Binding, type Position } from './position.ts';
import { lookup, scopeOf, type Declaration } from './scope.ts';
import { serviceOfCallee } from './service.ts';
import { visitAt } from './tree.ts';

/** A place that a bound value gets to. */
export interface Use {
  readonly node: ts.Node;
  readonly position: Position;
  readonly service: string | undefined;
}

export interface Uses {
  readonly uses: readonly Use[];
  readonly exports: readonly Exported[];
}

/** Names are followed this far: value → constant → option object → parameter … */
const depthLimit = 4;
/** A name used more often than this is no region constant but a common word; the first uses tell enough. */
const referenceLimit = 200;

/** Where a bound value goes inside its file, and under which names it leaves the file. */
export function usesOf(binding: Binding, file: ts.SourceFile): Uses {
  const uses: Use[] = [];
  const exports: Exported[] = [];
  const seen = new Set<string>();
  const open: { readonly binding: Binding; readonly depth: number }[] = [{ binding, depth: 0 }];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const bound = resolved(next.binding);
    if (bound === undefined) continue;
    const key = `${bound.declaration.pos}:${bound.path.join('.')}`;
    if (seen.has(key)) continue;
    seen.add(key);
    exports.push(...exportsOf(bound, file));
    for (const { node, path } of referencesTo(bound, file)) {
      const position = positionOf(node);
      const target = position.binding;
      if (target && next.depth < depthLimit) open.push({ binding: { ...target, path: [...target.path, ...path] }, depth: next.depth + 1 });
      else uses.push({ node, position: named(position, path), service: position.callee && serviceOfCallee(position.callee) });
      // A fallback or comparison on the way to another name is a use of its own.
      if (target && position.role !== 'assignment' && position.role !== 'value') uses.push({ node, position: named(position, path), service: undefined });
    }
  }
  return { uses, exports };
}

/** An object handed on whole hands on its member: `new S3Client(config)` receives `region`. */
function named(position: Position, path: readonly string[]): Position {
  return path.length === 0 ? position : { ...position, name: path.at(-1) };
}

/** Nodes that read what a binding binds, in the same file. */
export function referencesOf(binding: Binding, file: ts.SourceFile): ts.Node[] {
  const bound = resolved(binding);
  return bound === undefined ? [] : referencesTo(bound, file).filter(({ path }) => path.length === 0).map(({ node }) => node);
}

interface Bound {
  readonly declaration: Declaration | ts.ExportAssignment;
  readonly path: readonly string[];
  readonly returned?: true | undefined;
}

/** The declaration behind a binding: `config.region = …` is a member of the variable config. Only the binding's own node has parents for sure. */
function resolved({ of, path, returned }: Binding): Bound | undefined {
  if (ts.isVariableDeclaration(of) || ts.isParameter(of) || ts.isBindingElement(of)) return destructured(of, path, returned);
  if (isNamed(of) || ts.isClassLike(of) || ts.isExportAssignment(of)) return { declaration: of, path, returned };
  const members: string[] = [];
  let at = of;
  while (ts.isPropertyAccessExpression(at) || ts.isElementAccessExpression(at)) {
    if (ts.isPropertyAccessExpression(at)) members.unshift(at.name.text);
    else if (ts.isStringLiteralLike(at.argumentExpression)) members.unshift(at.argumentExpression.text);
    else return undefined;
    at = at.expression;
  }
  if (at.kind === ts.SyntaxKind.ThisKeyword) {
    for (let around: ts.Node | undefined = of.parent; around !== undefined; around = around.parent) {
      if (ts.isClassLike(around)) return { declaration: around, path: [...members, ...path] };
    }
    return undefined;
  }
  if (!ts.isIdentifier(at)) return undefined;
  if ((at.text === 'exports' || at.text === 'module') && lookup(of, at.text) === undefined) {
    const exported = at.text === 'module' ? members.slice(1) : members;
    return { declaration: { pos: of.pos, kind: ts.SyntaxKind.ExportAssignment, parent: of.parent } as ts.ExportAssignment, path: [...exported, ...path] };
  }
  const declaration = lookup(of, at.text);
  return declaration && { declaration, path: [...members, ...path] };
}

type Import = ts.ImportSpecifier | ts.ImportClause | ts.NamespaceImport;

function isNamed(node: ts.Node): node is ts.FunctionDeclaration | Import {
  return ts.isFunctionDeclaration(node) || ts.isImportSpecifier(node) || ts.isImportClause(node) || ts.isNamespaceImport(node);
}

/** `const { region } = config` binds a member of the value to a name of its own. */
function destructured(declaration: ts.VariableDeclaration | ts.ParameterDeclaration | ts.BindingElement, path: readonly string[], returned: true | undefined): Bound | undefined {
  const { name } = declaration;
  if (ts.isIdentifier(name)) return { declaration, path, returned };
  if (!ts.isObjectBindingPattern(name)) return undefined;
  const element = name.elements.find((candidate) => nameOf((candidate.propertyName ?? candidate.name) as ts.PropertyName) === path[0]);
  return element && path.length > 0 && ts.isIdentifier(element.name) ? { declaration: element, path: path.slice(1), returned } : undefined;
}

interface Reference {
  readonly node: ts.Node;
  /** Members still to be read from the node to get to the value. */
  readonly path: readonly string[];
}

/** Every place in the file that reads the bound value, or an object that holds it. */
function referencesTo({ declaration, path, returned }: Bound, file: ts.SourceFile): Reference[] {
  if (ts.isExportAssignment(declaration)) return [];
  const ofThis = ts.isClassLike(declaration);
  const word = ofThis ? path[0] : nameOfDeclaration(declaration);
  if (word === undefined || word === '') return [];
  const scope = ofThis ? declaration : scopeOf(declaration);
  const references: Reference[] = [];
  visitAt(file, offsetsOf(word, file.text, scope), (node) => {
    if (!ts.isIdentifier(node) || node.text !== word || references.length >= referenceLimit) return;
    const start = ofThis ? memberOfThis(node) : variableRead(node, declaration);
    const reached = start && follow(start, ofThis ? path.slice(1) : path, returned);
    if (reached) references.push(reached);
  });
  return references;
}

function offsetsOf(word: string, text: string, { pos, end }: ts.Node): number[] {
  const offsets: number[] = [];
  for (let at = text.indexOf(word, pos); at !== -1 && at < end; at = text.indexOf(word, at + word.length)) offsets.push(at);
  return offsets;
}

/** `this.region`, read and not written. */
function memberOfThis(node: ts.Identifier): ts.Node | undefined {
  const { parent } = node;
  return ts.isPropertyAccessExpression(parent) && parent.name === node && parent.expression.kind === ts.SyntaxKind.ThisKeyword ? parent : undefined;
}

/** The identifier, if it reads the variable that the declaration declares. */
function variableRead(node: ts.Identifier, declaration: ts.Node): ts.Node | undefined {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return undefined;
  if (ts.isPropertyAssignment(parent) && parent.name === node) return undefined;
  if ((parent as { readonly name?: ts.Node }).name === node && !ts.isShorthandPropertyAssignment(parent)) return undefined;
  return lookup(node, node.text) === declaration ? node : undefined;
}

/** From the name along the members to the value; stops early where the object is handed on whole. */
function follow(start: ts.Node, path: readonly string[], returned: true | undefined): Reference | undefined {
  let node = start;
  if (returned) {
    const { parent } = node;
    if (!ts.isCallExpression(parent) || parent.expression !== node) return undefined;
    node = parent;
  }
  for (const [index, member] of path.entries()) {
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
      if (parent.name.text !== member) return undefined;
    } else if (ts.isElementAccessExpression(parent) && parent.expression === node && ts.isStringLiteralLike(parent.argumentExpression)) {
      if (parent.argumentExpression.text !== member) return undefined;
    } else return { node, path: path.slice(index) };
    node = parent;
  }
  return isWritten(node) ? undefined : { node, path: [] };
}

function isWritten(node: ts.Node): boolean {
  const { parent } = node;
  return ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && parent.left === node;
}
