import { ts } from '../../typescript/compiler.cjs';
import { nameOf, nameOfFunction } from '../../typescript/names.ts';
import { visitAt } from '../../typescript/tree.ts';
import { classAround } from './members.ts';
import type { SourceFile } from './value.ts';

interface Given {
  readonly node: ts.Expression;
  readonly at: ts.Node;
}

/** Calls looked at; a function that is called more often has no one argument. */
const callLimit = 40;

/** What the calls in a file hand over for a parameter of a function of the same file, or of one that it imports. */
export function callsOf(parameter: ts.ParameterDeclaration, { tree }: SourceFile): Given[] {
  const owner = parameter.parent;
  const index = (owner.parameters as readonly ts.Node[]).indexOf(parameter);
  const isConstructor = ts.isConstructorDeclaration(owner);
  const name = isConstructor ? classAround(owner)?.name?.text : nameOfOwner(owner);
  if (name === undefined || index === -1 || name.length < 2) return [];
  const given: Given[] = [];
  visitAt(tree, offsetsOf(name, tree.text), (node) => {
    if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return;
    if (ts.isNewExpression(node) !== isConstructor) return;
    const { expression } = node;
    const called = ts.isIdentifier(expression) ? expression.text : ts.isPropertyAccessExpression(expression) ? expression.name.text : undefined;
    const argument = called === name ? node.arguments?.[index] : undefined;
    if (argument !== undefined && !within(node, owner)) given.push({ node: argument, at: node });
  });
  return given;
}

function nameOfOwner(owner: ts.SignatureDeclaration): string | undefined {
  if (ts.isFunctionDeclaration(owner) || ts.isMethodDeclaration(owner)) return owner.name && nameOf(owner.name as ts.PropertyName);
  const isNamed = (owner.parent as ts.Node | undefined) !== undefined && (ts.isArrowFunction(owner) || ts.isFunctionExpression(owner));
  return isNamed ? nameOfFunction(owner) : undefined;
}

/** Recursive calls hand over what they were handed. */
function within(node: ts.Node, owner: ts.Node): boolean {
  for (let at: ts.Node | undefined = node; at !== undefined; at = at.parent) if (at === owner) return true;
  return false;
}

function offsetsOf(name: string, text: string): number[] {
  const offsets: number[] = [];
  for (let at = text.indexOf(name); at !== -1 && offsets.length < callLimit; at = text.indexOf(name, at + name.length)) offsets.push(at);
  return offsets;
}
