import { ts } from '../../typescript/compiler.cjs';
import { dottedName, nameOf } from '../../typescript/names.ts';
import { importedBy, lookup, type Declaration } from '../../typescript/scope.ts';
import { asksEnvironment, choice, either, isVariable, literal, unknown, variable } from '../value.ts';
import type { Exports } from './exports.ts';
import { callsOf } from './callers.ts';
import { memberOfClass } from './members.ts';

/** An expression, and a node with links to its parents from which names are looked up. */
export interface Expression {
  readonly node: ts.Expression;
  readonly at: ts.Node;
  readonly file: SourceFile;
}

export interface SourceFile {
  readonly tree: ts.SourceFile;
  readonly absolutePath: string;
}

export interface Evaluator {
  /** Text of an expression, in the words of ../value.ts. */
  text(of: Expression): string;
  /** Expression that a member of an object has; undefined where the object is not written out or does not have it. */
  member(of: Expression, name: string): Expression | undefined;
  /** The expression that names, casts and calls without effect stand for: an object, array, `new` or anything else that is written out. */
  settled(of: Expression): Expression;
}

/** Steps from a use to its value. */
const depthLimit = 24;
/** Callers that are asked whether they all say the same. */
const agreeingLimit = 20;
/** Calls that only wrap their argument or object: String(x), x.toString(), x.trim(), Object.freeze({…}), z.string().parse(x). */
const passing = /^(?:String|Object\.freeze|unescape|decodeURIComponent|nonNull|required|assertDefined|checkDefined|StringParameter\.valueForStringParameter)$/;
const passingMethod = /^(?:toString|trim|toLowerCase|valueOf|unwrap)$/;

export function evaluator(exports: Exports): Evaluator {
  let depth = 0;
  const deeper = <T>(otherwise: T, look: () => T): T => {
    if (depth >= depthLimit) return otherwise;
    depth += 1;
    try {
      return look();
    } finally {
      depth -= 1;
    }
  };
  // What is imported under a name stands for it and has no place of its own.
  const sourceOf = ({ node, file }: Expression): string => (node.pos < 0 ? unknown(ts.isIdentifier(node) ? node.text : '') : unknown(file.tree.text.slice(node.getStart(file.tree), Math.min(node.end, node.getStart(file.tree) + 400))));

  function text(of: Expression): string {
    return deeper(sourceOf(of), () => textOf(of) ?? sourceOf(of));
  }

  function textOf(of: Expression): string | undefined {
    const { node } = of;
    const inner = unwrapped(node);
    if (inner !== node) return text({ ...of, node: inner });
    if (ts.isStringLiteralLike(node)) return literal(node.text);
    if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map((span) => text({ ...of, node: span.expression }) + literal(span.literal.text)).join('');
    if (ts.isBinaryExpression(node)) return binary(node, of);
    if (ts.isConditionalExpression(node)) return choice(text({ ...of, node: node.whenTrue }), text({ ...of, node: node.whenFalse }));
    const environment = variableAt(of);
    if (environment !== undefined) return variable(environment);
    if (ts.isCallExpression(node)) return called(node, of);
    const value = step(of);
    return value && text(value);
  }

  function binary({ operatorToken: { kind }, left, right }: ts.BinaryExpression, of: Expression): string | undefined {
    const [first, second] = [left, right].map((node) => () => text({ ...of, node })) as [() => string, () => string];
    if (kind === ts.SyntaxKind.PlusToken) return first() + second();
    return kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken ? either(first(), second()) : undefined;
  }

  /** Name of the environment variable that an expression reads. */
  function variableAt(of: Expression): string | undefined {
    const { node, at } = of;
    if (ts.isIdentifier(node)) {
      const declaration = lookup(at, node.text);
      if (declaration === undefined || !ts.isBindingElement(declaration) || declaration.dotDotDotToken) return undefined;
      const from = declaration.parent.parent;
      const whole = ts.isVariableDeclaration(from) && ts.isObjectBindingPattern(declaration.parent) ? from.initializer : undefined;
      return whole !== undefined && isEnvironment({ ...of, node: whole, at: from }) ? nameOf(declaration.propertyName ?? declaration.name) : undefined;
    }
    if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return undefined;
    const name = ts.isPropertyAccessExpression(node) ? node.name.text : ts.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression.text : undefined;
    return name !== undefined && isEnvironment({ ...of, node: node.expression }) ? name : undefined;
  }

  /** process.env, or what a library made of it. */
  function isEnvironment(of: Expression): boolean {
    const node = unwrapped(of.node);
    const name = dottedName(node);
    if (name === 'process.env' || name === 'globalThis.process.env' || name === 'Bun.env') return true;
    if (ts.isPropertyAccessExpression(node) && node.name.text === 'env' && ts.isMetaProperty(node.expression)) return true;
    if (ts.isCallExpression(node)) return node.arguments.some((argument) => dottedName(argument) === 'process.env');
    if (ts.isObjectLiteralExpression(node)) return false;
    return deeper(false, () => {
      if (ts.isIdentifier(node)) {
        const imported = importOf(lookup(of.at, node.text));
        if (imported?.name === 'env' && /^(?:node:)?process$/.test(imported.module)) return true;
      }
      const value = step({ ...of, node });
      return value !== undefined && isEnvironment(value);
    });
  }

  function called(node: ts.CallExpression, of: Expression): string | undefined {
    const name = dottedName(node.expression) ?? '';
    const [first, second] = node.arguments;
    const word = first && ts.isStringLiteralLike(first) ? first.text : undefined;
    const last = name.slice(name.lastIndexOf('.') + 1);
    if (isVariable(word) && (asksEnvironment.test(last) || name === 'Deno.env.get' || /(?:^|\.)env\.get$|env$/i.test(name))) {
      return second && !ts.isObjectLiteralExpression(second) ? either(variable(word), text({ ...of, node: second })) : variable(word);
    }
    if (first && node.arguments.length === 1 && passing.test(name)) return text({ ...of, node: first });
    if (ts.isPropertyAccessExpression(node.expression) && passingMethod.test(node.expression.name.text)) return text({ ...of, node: node.expression.expression });
    if (ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'join' && first) return undefined;
    const result = returned(node, of);
    return result && text(result);
  }

  /** What a function of the program hands back, where that is a single expression. */
  function returned(node: ts.CallExpression, of: Expression): Expression | undefined {
    const callee = settledStep({ ...of, node: node.expression });
    const made = callee?.node as ts.Node | undefined;
    if (made === undefined || !ts.isFunctionLike(made)) return undefined;
    const { body } = made as ts.FunctionLikeDeclaration;
    if (body === undefined) return undefined;
    const file = callee?.file ?? of.file;
    // A function that is bound to a name is visited from above only, and must know where its own names are looked up.
    if ((made.parent as ts.Node | undefined) === undefined && callee !== undefined && made !== callee.at) (made as { parent: ts.Node }).parent = callee.at;
    if (!ts.isBlock(body)) return { node: body, at: made, file };
    const only = body.statements.length <= 3 ? body.statements.at(-1) : undefined;
    return only && ts.isReturnStatement(only) && only.expression ? { node: only.expression, at: made, file } : undefined;
  }

  /** The value behind a name or member, one step further. */
  function step(of: Expression): Expression | undefined {
    const { node, at } = of;
    if (ts.isIdentifier(node)) {
      const declaration = lookup(at, node.text);
      return declaration && ofDeclaration(declaration, of);
    }
    if (ts.isPropertyAccessExpression(node)) return ofMember({ ...of, node: node.expression }, node.name.text);
    if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) return ofMember({ ...of, node: node.expression }, node.argumentExpression.text);
    if (ts.isCallExpression(node)) return returned(node, of);
    return undefined;
  }

  function ofDeclaration(declaration: Declaration, { file }: Expression): Expression | undefined {
    const imported = importOf(declaration);
    if (imported) return exports.of(imported.module, imported.name, file);
    if (ts.isVariableDeclaration(declaration)) return declaration.initializer && { node: declaration.initializer, at: declaration, file };
    if (ts.isFunctionDeclaration(declaration) || ts.isClassDeclaration(declaration) || ts.isEnumDeclaration(declaration)) return { node: declaration as unknown as ts.Expression, at: declaration, file };
    if (ts.isParameter(declaration)) return argumentFor(declaration, file);
    if (!ts.isBindingElement(declaration)) return undefined;
    const from = declaration.parent.parent;
    const name = nameOf(declaration.propertyName ?? declaration.name);
    if (name === undefined || declaration.dotDotDotToken) return undefined;
    const whole = ts.isVariableDeclaration(from) ? from.initializer && { node: from.initializer, at: from, file } : ts.isParameter(from) ? argumentFor(from, file) : undefined;
    const found = whole && member(whole, name);
    return found ?? (declaration.initializer && { node: declaration.initializer, at: declaration, file });
  }

  /** What the only caller hands over, or all of them alike: of the same file, else of files that import it. */
  function argumentFor(parameter: ts.ParameterDeclaration, file: SourceFile): Expression | undefined {
    const callsIn = (place: SourceFile): Expression[] => callsOf(parameter, place).map((found) => ({ ...found, file: place }));
    const own = callsIn(file);
    const given = own.length > 0 ? own : exports.importers(file).flatMap(callsIn);
    const [first, ...others] = given;
    if (first === undefined) return parameter.initializer && { node: parameter.initializer, at: parameter, file };
    if (others.length === 0) return first;
    return given.length <= agreeingLimit && new Set(given.map(text)).size === 1 ? first : undefined;
  }

  function ofMember(object: Expression, name: string): Expression | undefined {
    if (object.node.kind === ts.SyntaxKind.ThisKeyword || object.node.kind === ts.SyntaxKind.SuperKeyword) {
      const found = memberOfClass(object.at, name);
      return found && { ...found, file: object.file };
    }
    return member(object, name);
  }

  function member(of: Expression, name: string): Expression | undefined {
    const whole = settled(of);
    const { node, at, file } = whole;
    if (ts.isObjectLiteralExpression(node)) return memberOfObject(node, name, whole);
    if (ts.isEnumDeclaration(node as ts.Node)) {
      const found = (node as unknown as ts.EnumDeclaration).members.find((each) => nameOf(each.name) === name);
      return found?.initializer && { node: found.initializer, at, file };
    }
    if (ts.isClassLike(node)) {
      const found = memberOfClass(node.members[0] ?? node, name, node);
      return found && { ...found, file };
    }
    return exports.isModule(node) ? exports.in(node, name) : undefined;
  }

  function memberOfObject(node: ts.ObjectLiteralExpression, name: string, whole: Expression): Expression | undefined {
    for (const property of node.properties.toReversed()) {
      if (ts.isPropertyAssignment(property) && nameOf(property.name) === name) return { ...whole, node: property.initializer };
      if (ts.isShorthandPropertyAssignment(property) && property.name.text === name) return { ...whole, node: property.name };
      if (ts.isGetAccessor(property) && nameOf(property.name) === name) return undefined;
      const spread = ts.isSpreadAssignment(property) ? deeper(undefined, () => member({ ...whole, node: property.expression }, name)) : undefined;
      if (spread) return spread;
    }
    return undefined;
  }

  function settled(of: Expression): Expression {
    const found = settledStep(of);
    return found ?? of;
  }

  function settledStep(of: Expression): Expression | undefined {
    let at: Expression = { ...of, node: unwrapped(of.node) };
    for (let steps = 0; steps < depthLimit; steps += 1) {
      const { node } = at;
      if (ts.isCallExpression(node) && node.arguments[0] && passing.test(dottedName(node.expression) ?? '')) {
        at = { ...at, node: unwrapped(node.arguments[0]) };
        continue;
      }
      const next = deeper(undefined, () => step(at));
      if (next === undefined) return at;
      at = { ...next, node: unwrapped(next.node) };
    }
    return at;
  }

  return { text, member, settled };
}

function importOf(declaration: Declaration | undefined): ReturnType<typeof importedBy> {
  return declaration && importedBy(declaration);
}

/** Without parentheses, casts, awaits and marks. */
export function unwrapped(node: ts.Expression): ts.Expression {
  let at = node;
  while (ts.isParenthesizedExpression(at) || ts.isAsExpression(at) || ts.isNonNullExpression(at) || ts.isSatisfiesExpression(at) || ts.isTypeAssertionExpression(at) || ts.isAwaitExpression(at)) at = at.expression;
  return at;
}
