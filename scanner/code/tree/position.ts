import { argument, method } from './argument.ts';
import { ended, type Binding, type Climb, type Position } from './climb.ts';
import { isGuarded } from './guard.ts';
import { bareName, dottedName, lastOf, nameOf, typeName } from './names.ts';
import { around, childrenOf, isAt, numberAt, partsOf, syntaxOf, type Node } from './node.ts';
import { isLiteral } from './rendered.ts';
import { unwrapped } from './shapes.ts';
import type { Collection, Syntax, SyntaxOf } from './syntax.ts';
import { buildingOperator, fallbackAssignment, fallbackOperator, isDefaultName, passingOperator } from './words.ts';

/** Levels climbed at most; what is nested deeper reaches nothing that a person would follow. */
const heightLimit = 200;

/** Climbs from an expression to what receives it. */
export function positionOf(node: Node): Position {
  const climb: Climb = { start: node.from, path: [] };
  let at = node;
  for (let height = 0; at.parent !== undefined && height < heightLimit; height += 1, at = at.parent) {
    const syntax = syntaxOf(at.parent);
    const position = syntax && step(at, at.parent, { syntax, climb });
    if (position !== undefined) return position;
  }
  return ended(climb, 'text');
}

interface Step<S = Syntax> {
  readonly syntax: S;
  readonly climb: Climb;
}

type StepFor<Is extends Syntax['is']> = Step<SyntaxOf<Is>>;

/** Undefined to go on climbing. */
function step(at: Node, parent: Node, { syntax, climb }: Step): Position | undefined {
  switch (syntax.is) {
    case 'text':
      return isAlone(at, parent) ? undefined : void (climb.role ??= 'interpolation');
    case 'member':
      return at === syntax.of ? memberRead(at, parent, climb) : undefined;
    case 'index':
      return isAt(syntax.key, climb.start) ? ended(climb, 'key', { against: syntax.of, name: climb.name ?? dottedName(syntax.of) }) : undefined;
    case 'call':
      return at === syntax.of ? method(at, parent, climb) : at === syntax.callee ? undefined : argument(parent, { call: syntax, climb });
    case 'pair':
      return entry({ syntax, climb });
    case 'collection':
      return item(parent, { syntax, climb });
    case 'binary':
      return operand(at, { syntax, climb });
    case 'choice':
      return branch(at, { syntax, climb });
    case 'assignment':
      return assigned(at, parent, { syntax, climb });
    case 'sequence':
      return void (climb.place = numberAt(partsOf(parent), climb.start));
    default:
      return declared(at, parent, { syntax, climb }) ?? placed(at, parent, { syntax, climb });
  }
}

/** A value that is all of a text is not changed by it: "$REGION", f"{region}". */
function isAlone(at: Node, parent: Node): boolean {
  return at.from - parent.from <= 2 && parent.to - at.to <= 1 && childrenOf(parent).every((child) => child === at || !isAt(child, (child.from + child.to) >> 1) || child.to - child.from <= 2);
}

/** A member of the literal itself; of interest only as a method that is called. */
function memberRead(at: Node, parent: Node, climb: Climb): Position | undefined {
  const outer = parent.parent && syntaxOf(parent.parent);
  return outer?.is === 'call' && outer.callee === parent ? method(at, parent.parent as Node, climb) : undefined;
}

function entry({ syntax: { key, value }, climb }: StepFor<'pair'>): undefined {
  const name = nameOf(key);
  if (isAt(key, climb.start) && key !== value) return void (climb.role ??= 'key');
  if (name !== undefined && isDefaultName.test(name)) climb.role ??= 'default';
  else climb.name ??= name;
  return void climb.path.push(name ?? '');
}

function item(parent: Node, { syntax: { kind, type }, climb }: Step<Collection>): undefined {
  if (kind === 'union') climb.role ??= 'type';
  else if (kind !== 'map') climb.role ??= 'element';
  climb.whole = parent;
  const made = type && (dottedName(type) ?? typeName(type));
  if (made !== undefined) climb.reached ??= { callee: parent, calleeName: made };
}

function operand(at: Node, { syntax: { left, operator, right }, climb }: StepFor<'binary'>): Position | undefined {
  if (operator === ':=' && left !== undefined && at === right) return ended(climb, 'fallback', { name: dottedName(left), binding: bindingTo(left, climb) });
  if (fallbackOperator.test(operator)) return void (at === right && (climb.role ??= 'fallback'));
  if (passingOperator.test(operator)) return undefined;
  if (operator === '<<') return ended(climb, 'element', { name: climb.name ?? dottedName(left) });
  if (buildingOperator.test(operator)) return void (climb.role ??= 'interpolation');
  return ended(climb, 'comparison', { against: at === right ? left : right });
}

function branch(at: Node, { syntax: { condition, yes, no }, climb }: StepFor<'choice'>): Position | undefined {
  if (at === condition) return ended(climb, 'comparison');
  const other = at === yes ? no : at === no ? yes : undefined;
  if (other !== undefined && !isLiteralValue(other)) climb.role ??= 'fallback';
  return undefined;
}

/** A literal, alone or as the value of a block. */
function isLiteralValue(node: Node): boolean {
  let at: Node | undefined = node;
  for (let depth = 0; at !== undefined && depth < 6; depth += 1) {
    if (isLiteral(at)) return true;
    at = partsOf(at).at(-1);
  }
  return false;
}

function assigned(at: Node, parent: Node, { syntax: { target, value, operator }, climb }: StepFor<'assignment'>): Position | undefined {
  if (at === target || (value !== undefined && at !== value)) return ended(climb, 'assignment');
  const to = targetAt(target, climb.place);
  if (fallbackAssignment.test(operator) || isGuarded(parent, to)) climb.role ??= 'fallback';
  const name = dottedName(to);
  return ended(climb, climb.path.length > 0 ? 'value' : 'assignment', {
    name: climb.name ?? (name === undefined ? undefined : lastOf(name)),
    ...(to === undefined ? {} : { binding: bindingTo(to, climb) }),
  });
}

/** Of names side by side, the one at the place of the value; a single value with several names is taken for the first: `config, err := …`. */
function targetAt(target: Node | undefined, place = 0): Node | undefined {
  if (target === undefined || syntaxOf(target)?.is !== 'sequence') return target && unwrapped(target);
  return partsOf(target)[place] ?? partsOf(target)[0];
}

function bindingTo(of: Node, { path, config }: Climb): Binding {
  return { of, path: [...path].reverse(), ...(config ? { config } : {}) };
}

function declared(at: Node, parent: Node, { syntax, climb }: Step): Position | undefined {
  if (syntax.is === 'parameter') {
    if (at !== syntax.value) return void (climb.name ??= nameOf(syntax.name));
    return ended(climb, 'default', { name: climb.name ?? nameOf(syntax.name), ...(syntax.name ? { binding: bindingTo(syntax.name, climb) } : {}) });
  }
  if (syntax.is === 'parameters') {
    const found = syntax.defaults.find(({ value }) => value === at);
    return found && ended(climb, 'default', { name: climb.name ?? nameOf(found.name), ...(found.name ? { binding: bindingTo(found.name, climb) } : {}) });
  }
  if (syntax.is === 'loop') {
    if (at !== syntax.over && (syntax.items === undefined || numberAt(syntax.items, climb.start) === -1)) return undefined;
    // Of several names the last one gets the value: `for _, region := range`.
    const own = syntax.name && (syntaxOf(syntax.name)?.is === 'sequence' ? partsOf(syntax.name).at(-1) : unwrapped(syntax.name));
    return ended(climb, 'element', { name: climb.name ?? nameOf(own), ...(own ? { binding: bindingTo(own, { start: at.from, path: [] }) } : {}) });
  }
  if (syntax.is === 'enum-member') return ended(climb, at === syntax.name ? 'key' : 'value', { name: climb.name ?? nameOf(syntax.name) });
  if (syntax.is === 'return') return returned(functionAround(parent), climb);
  if (syntax.is !== 'function' || at !== syntax.body) return undefined;
  if (syntax.name !== undefined) return returned(parent, climb);
  climb.inFunction = true;
  return undefined;
}

function functionAround(node: Node): Node | undefined {
  for (const at of around(node)) if (syntaxOf(at)?.is === 'function') return at;
  return undefined;
}

function returned(from: Node | undefined, climb: Climb): Position {
  const syntax = from && syntaxOf(from);
  const name = syntax?.is === 'function' ? syntax.name : undefined;
  return ended(climb, 'return', { name: climb.name ?? nameOf(name), ...(name ? { binding: { ...bindingTo(name, climb), returned: true } } : {}) });
}

function placed(at: Node, parent: Node, { syntax, climb }: Step): Position | undefined {
  switch (syntax.is) {
    case 'switch':
      return at === syntax.subject ? ended(climb, 'comparison') : undefined;
    case 'case':
      return armOf(parent, { syntax, climb });
    case 'block':
      return syntax.valued && partsOf(parent).at(-1) === at ? undefined : ended(climb, 'text');
    case 'type':
      return { ...ended(climb, 'type', { name: typed(parent) }), role: 'type' };
    case 'statement': case 'file': case 'import': case 'class': case 'enum': case 'function':
      return syntax.is === 'function' && at === syntax.body ? undefined : ended(climb, 'text');
    default:
      return undefined;
  }
}

function armOf(parent: Node, { syntax: { values }, climb }: StepFor<'case'>): Position | undefined {
  if (numberAt(values, climb.start) !== -1) {
    const subject = subjectOf(parent);
    return ended(climb, 'case', { against: subject, name: climb.name ?? dottedName(subject) });
  }
  if (values.length === 0) climb.role ??= 'fallback';
  return undefined;
}

export function subjectOf(arm: Node): Node | undefined {
  for (const at of around(arm)) {
    const syntax = syntaxOf(at);
    if (syntax?.is === 'switch') return syntax.subject;
  }
  return undefined;
}

/** Name of what a type belongs to. */
function typed(node: Node): string | undefined {
  const owner = node.parent;
  const syntax = owner && syntaxOf(owner);
  if (syntax?.is === 'assignment') return dottedName(syntax.target);
  if (syntax?.is === 'parameter') return nameOf(syntax.name);
  const first = owner && childrenOf(owner)[0];
  return first && syntaxOf(first)?.is === 'name' ? bareName(first) : undefined;
}
