import { ts } from './compiler.cjs';
import type { Role } from '../../../model/occurrence.ts';
import { dottedName, nameOf, nameOfFunction } from './names.ts';
import { isConcatenation, isText } from './rendered.ts';

/** Where an expression stands: its role and what receives it. */
export interface Position {
  readonly role: Role;
  readonly name?: string | undefined;
  /** Callee of the call or constructor that it reaches, directly or inside of objects and lists. */
  readonly callee?: ts.Node | undefined;
  readonly calleeName?: string | undefined;
  /** Source expression that it is compared with or looked up in. */
  readonly against?: ts.Node | undefined;
  readonly binding?: Binding | undefined;
  /** It is the source of a regular expression. */
  readonly pattern?: true | undefined;
  /** Call, or outermost object or list, that it is a part of: where its siblings are. */
  readonly whole?: ts.Node | undefined;
}

/** A name that the value can be read from again, and the members from there down to the value. */
export interface Binding {
  /** Declaration of the name, an expression whose first name must be looked up, or a class for members of `this`. */
  readonly of: ts.Node;
  readonly path: readonly string[];
  /** The value is what a call of the name returns. */
  readonly returned?: true;
}

/** What has been learned on the way up. */
interface Climb {
  role?: Role | undefined;
  name?: string | undefined;
  calleeName?: string | undefined;
  against?: ts.Node | undefined;
  /** Member names passed, from the value outwards. */
  path: string[];
  pattern?: true;
  whole?: ts.Node | undefined;
}

/** Names of functions that take a default: zod's default, getOrElse, withDefault. */
const takesDefault = /^(?:(?:with|set|or|get|add)?_?default(?:s|value|to)?|get_?or_?(?:else|default)|or_?else|fallback|unwrap_?or)$/i;
const readsSetting = /env|get|config|option|param|setting|read|arg|flag|context/i;
const searches = /^(?:includes|indexOf|lastIndexOf|has|some|startsWith|endsWith|equals|match|test|localeCompare|search|is|eq|equalsIgnoreCase)$/;
/** What is handed to these comes out again. */
const passesOn = /^(?:Object\.(?:freeze|seal|assign|keys|values|entries|fromEntries)|JSON\.(?:stringify|parse)|Promise\.(?:all|resolve)|Array\.(?:from|of)|String|structuredClone)$/;
const isDefaultName = /^default(?:_?value)?$/i;

/** Climbs from an expression to what receives it. */
export function positionOf(node: ts.Node): Position {
  const climb: Climb = { path: [] };
  let at = node;
  for (let parent = at.parent; parent !== undefined; at = parent, parent = parent.parent) {
    const position = step(at, parent, climb);
    if (position !== undefined) return position;
  }
  return ended(climb, 'text');
}

function ended(climb: Climb, role: Role, more: Partial<Position> = {}): Position {
  const { path: _, ...known } = climb;
  return { ...known, ...more, role: climb.role ?? role };
}

/** Undefined to go on climbing. */
function step(at: ts.Node, parent: ts.Node, climb: Climb): Position | undefined {
  if (ts.isBinaryExpression(parent)) return binary(at, parent, climb);
  if (ts.isConditionalExpression(parent)) return conditional(at, parent, climb);
  if (ts.isTemplateSpan(parent) || ts.isTemplateExpression(parent)) return void (climb.role ??= 'interpolation');
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return call(at, parent, climb);
  if (ts.isPropertyAccessExpression(parent)) return method(at, parent, climb);
  if (ts.isElementAccessExpression(parent)) {
    return parent.argumentExpression === at ? ended(climb, 'key', { against: parent.expression, name: climb.name ?? dottedName(parent.expression) }) : undefined;
  }
  if (ts.isArrayLiteralExpression(parent)) {
    climb.role ??= 'element';
    return void (climb.whole = parent);
  }
  return member(at, parent, climb) ?? declared(at, parent, climb) ?? placed(at, parent, climb);
}

function binary(at: ts.Node, parent: ts.BinaryExpression, climb: Climb): Position | undefined {
  const { left, right, operatorToken: { kind } } = parent;
  const K = ts.SyntaxKind;
  const other = at === right ? left : right;
  if (kind === K.BarBarToken || kind === K.QuestionQuestionToken) return void (at === right && (climb.role ??= 'fallback'));
  if (kind === K.AmpersandAmpersandToken || kind === K.CommaToken) return undefined;
  if (kind === K.PlusToken) return void (climb.role ??= 'interpolation');
  if (kind === K.InKeyword) return ended(climb, 'comparison', { against: right });
  if (kind === K.EqualsToken || kind === K.BarBarEqualsToken || kind === K.QuestionQuestionEqualsToken) {
    if (at === left) return ended(climb, 'assignment');
    if (kind !== K.EqualsToken || isGuarded(parent)) climb.role ??= 'fallback';
    return ended(climb, climb.path.length > 0 ? 'value' : 'assignment', { name: climb.name ?? lastName(left), binding: { of: left, path: [...climb.path].reverse() } });
  }
  return ended(climb, 'comparison', { against: other });
}

/** `if (!region) region = 'us-east-1'` is a fallback in other words. */
function isGuarded(assignment: ts.BinaryExpression): boolean {
  const statement = assignment.parent;
  const block = statement?.parent;
  const guard = block && ts.isBlock(block) ? block.parent : block;
  if (!statement || !ts.isExpressionStatement(statement) || !guard || !ts.isIfStatement(guard) || guard.elseStatement === block || guard.elseStatement === statement) return false;
  const target = dottedName(assignment.left);
  const test = guard.expression;
  if (target === undefined) return false;
  if (ts.isPrefixUnaryExpression(test)) return test.operator === ts.SyntaxKind.ExclamationToken && dottedName(test.operand) === target;
  return ts.isBinaryExpression(test) && dottedName(test.left) === target && /^(?:undefined|null|''|"")$/.test(textOf(test.right));
}

function textOf(node: ts.Node): string {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isStringLiteralLike(node)) return node.text === '' ? "''" : node.text;
  return node.kind === ts.SyntaxKind.NullKeyword ? 'null' : '';
}

function conditional(at: ts.Node, parent: ts.ConditionalExpression, climb: Climb): Position | undefined {
  if (at === parent.condition) return ended(climb, 'comparison');
  const other = at === parent.whenTrue ? parent.whenFalse : parent.whenTrue;
  if (!isText(other)) climb.role ??= 'fallback';
  return undefined;
}

function call(at: ts.Node, parent: ts.CallExpression | ts.NewExpression, climb: Climb): Position | undefined {
  if (parent.expression === at) return undefined;
  const callee = parent.expression;
  const calleeName = callee.kind === ts.SyntaxKind.ImportKeyword ? 'import' : dottedName(callee);
  const last = calleeName?.slice(calleeName.lastIndexOf('.') + 1) ?? '';
  const reached = { callee, calleeName, whole: parent, ...(last === 'RegExp' ? { pattern: true as const } : {}) };
  if (passesOn.test(calleeName ?? '')) return undefined;
  if (calleeName === 'import' || calleeName === 'require') return { role: 'text', calleeName };
  if (ts.isNewExpression(parent) && /^(?:Set|Map|WeakMap|RegExp|URL)$/.test(last)) {
    // What it makes is still on its way to somewhere.
    climb.role ??= last === 'RegExp' || last === 'URL' ? 'argument' : 'element';
    climb.calleeName ??= calleeName;
    if (last === 'RegExp') climb.pattern = true;
    return void (climb.whole ??= parent);
  }
  if (ts.isPropertyAccessExpression(callee) && searches.test(last)) {
    return ended(climb, 'comparison', { ...reached, against: callee.expression });
  }
  if (climb.role === undefined && takesDefault.test(last)) {
    climb.role = 'default';
    climb.calleeName = calleeName;
    return undefined;
  }
  const key = parent.arguments?.find((argument) => argument !== at && ts.isStringLiteralLike(argument));
  const keyText = key && ts.isStringLiteralLike(key) ? key.text : undefined;
  if (keyText !== undefined && key === parent.arguments?.[0] && ts.isCallExpression(parent) && climb.path.length === 0) {
    const asks = (/region/i.test(keyText) && readsSetting.test(last)) || keyText.startsWith('-') || (parent.arguments.length === 2 && /env|default/i.test(last));
    return ended(climb, asks ? 'default' : 'argument', { ...reached, name: climb.name ?? keyText });
  }
  return ended(climb, 'argument', { ...reached, name: climb.name ?? (climb.role === 'default' ? keyText : undefined) });
}

/** A method of the literal itself: `'a,b'.split(',')`, `['us-east-1'].includes(region)`. */
function method(at: ts.Node, parent: ts.PropertyAccessExpression, climb: Climb): Position | undefined {
  const grand = parent.parent;
  if (at !== parent.expression || !grand || !ts.isCallExpression(grand) || grand.expression !== parent) return undefined;
  if (!searches.test(parent.name.text)) return undefined;
  return { ...ended(climb, 'comparison'), role: 'comparison', against: grand.arguments[0], calleeName: parent.name.text };
}

function member(at: ts.Node, parent: ts.Node, climb: Climb): Position | undefined {
  if (ts.isComputedPropertyName(parent)) return void (climb.role ??= 'key');
  if (ts.isPropertyAssignment(parent)) {
    const name = nameOf(parent.name);
    if (parent.name === at) {
      climb.role ??= 'key';
      return void (climb.name ??= name);
    }
    if (name !== undefined && isDefaultName.test(name)) climb.role ??= 'default';
    else climb.name ??= name;
    return void climb.path.push(name ?? '');
  }
  if (ts.isObjectLiteralExpression(parent)) return void (climb.whole = parent);
  if (ts.isShorthandPropertyAssignment(parent)) {
    if (parent.objectAssignmentInitializer === at) climb.role ??= 'default';
    climb.name ??= parent.name.text;
    return void climb.path.push(parent.name.text);
  }
  return undefined;
}

function declared(at: ts.Node, parent: ts.Node, climb: Climb): Position | undefined {
  const path = [...climb.path].reverse();
  const role = climb.path.length > 0 ? 'value' : 'assignment';
  if (ts.isVariableDeclaration(parent)) return ended(climb, role, { name: climb.name ?? nameOf(parent.name), binding: { of: parent, path } });
  if (ts.isParameter(parent) || ts.isBindingElement(parent)) {
    return parent.initializer === at ? ended(climb, 'default', { name: climb.name ?? nameOf(parent.name), binding: { of: parent, path } }) : undefined;
  }
  if (ts.isPropertyDeclaration(parent)) {
    const name = nameOf(parent.name);
    return ended(climb, role, { name: climb.name ?? name, binding: { of: parent.parent, path: [name ?? '', ...path] } });
  }
  if (ts.isEnumMember(parent)) return ended(climb, parent.name === at ? 'key' : 'value', { name: climb.name ?? nameOf(parent.name) });
  if (ts.isExportAssignment(parent)) return ended(climb, role, { name: climb.name ?? 'default', binding: { of: parent, path } });
  if (ts.isReturnStatement(parent)) return returned(functionAround(parent), climb);
  if (ts.isArrowFunction(parent)) return parent.body === at ? returned(parent, climb) : undefined;
  return undefined;
}

function functionAround(node: ts.Node): ts.FunctionLikeDeclaration | undefined {
  for (let at = node.parent; at !== undefined; at = at.parent) if (ts.isFunctionLike(at)) return at as ts.FunctionLikeDeclaration;
  return undefined;
}

function returned(around: ts.FunctionLikeDeclaration | undefined, climb: Climb): Position {
  const name = around === undefined ? undefined : ts.isArrowFunction(around) || ts.isFunctionExpression(around) ? nameOfFunction(around) : nameOf(around.name);
  const of = around && (ts.isFunctionDeclaration(around) ? around : ts.isVariableDeclaration(around.parent) ? around.parent : undefined);
  return ended(climb, 'return', { name: climb.name ?? name, ...(of ? { binding: { of, path: [...climb.path].reverse(), returned: true } } : {}) });
}

function placed(at: ts.Node, parent: ts.Node, climb: Climb): Position | undefined {
  if (ts.isJsxAttribute(parent)) {
    const element = parent.parent.parent;
    return ended(climb, 'argument', { name: climb.name ?? nameOf(parent.name), callee: element.tagName, calleeName: dottedName(element.tagName), whole: parent.parent });
  }
  if (ts.isJsxExpression(parent) || isWrapper(parent)) return undefined;
  if (ts.isCaseClause(parent)) return parent.expression === at ? ended(climb, 'case', { against: parent.parent.parent.expression, name: climb.name ?? dottedName(parent.parent.parent.expression) }) : ended(climb, 'text');
  if (ts.isTypeNode(parent) || ts.isTypeNode(at)) return typed(parent, climb);
  if (ts.isStatement(parent) || ts.isJsxElement(parent) || ts.isJsxFragment(parent)) return ended(climb, 'text');
  if (isConcatenation(parent)) return undefined;
  return undefined;
}

function isWrapper(node: ts.Node): boolean {
  return ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isNonNullExpression(node) || ts.isAwaitExpression(node) || ts.isSpreadElement(node) || ts.isSpreadAssignment(node);
}

/** The alias, member or parameter that a type belongs to. */
function typed(node: ts.Node, climb: Climb): Position {
  for (let at = node; at !== undefined; at = at.parent) {
    if (ts.isTypeAliasDeclaration(at)) return { ...ended(climb, 'type'), role: 'type', name: at.name.text };
    if (ts.isPropertySignature(at) || ts.isParameter(at) || ts.isPropertyDeclaration(at) || ts.isVariableDeclaration(at)) return { ...ended(climb, 'type'), role: 'type', name: nameOf(at.name) };
    if (ts.isStatement(at)) break;
  }
  return { ...ended(climb, 'type'), role: 'type' };
}

function lastName(node: ts.Node): string | undefined {
  const name = dottedName(node);
  return name?.slice(name.lastIndexOf('.') + 1);
}
